import type { Json, JsonObject } from '../json.js'
import { isExpression } from '../query-language.js'
import type { QueryLanguage } from '../types.js'
import { type FieldValue, text, wrongWith } from './value.js'

/**
 * How a JSONPath state gives a value: as it stands; by a path (`$`, `$$` or a variable); by a reference path, which leads to
 * one value and does not begin with `$$` (measured); by the path under which ResultPath writes; by a path or an intrinsic
 * call; or by a payload template, with paths and calls under names that end in `.$`.
 */
export type JsonPathForm = 'literal' | 'path' | 'reference-path' | 'result-path' | 'path-or-call' | 'template'

/**
 * How a JSONata state gives a value: as it stands; as it stands or by an expression; by JSON in which any text may be an
 * expression; or by an object with such members.
 */
export type JsonataForm = 'literal' | 'expression' | 'template' | 'members'

/** A field of the language: what its value is, and how each query language that has it gives the value. */
export interface Field {
  readonly value: FieldValue
  readonly JSONPath?: JsonPathForm
  readonly JSONata?: JsonataForm
  /** The field that this one gives by path: `Seconds` for `SecondsPath`. At most one of both may stand in an object. */
  readonly gives?: string
  /** The fields of the object that is its value. */
  readonly fields?: Fields
  /** The day of the announcement, for fields younger than the service. */
  readonly since?: string
}

/** The fields of one kind of object, by name. */
export type Fields = Readonly<Record<string, Field>>

/** The field of this name; undefined if there is none. */
export function fieldNamed(fields: Fields, name: string): Field | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** What is wrong with the way in which a field is written, as the end of "The field 'X' ..."; undefined if nothing is. */
export function wrongIn(field: Field, language: QueryLanguage, written: Json): string | undefined {
  const form = field[language]
  if (form === 'path' || form === 'reference-path' || form === 'result-path' || form === 'path-or-call') {
    return written === null && field.value.kind === 'any' ? undefined : wrongWith(written, text)
  }
  const mayBeExpression = language === 'JSONata' && (form === 'expression' || form === 'template')
  return mayBeExpression && isExpression(written) ? undefined : wrongWith(written, field.value)
}

/** The name of the field that gives the named one by path: `SecondsPath` for `Seconds`. */
export function pathNameOf(name: string): string {
  return `${name}Path`
}

/** Whether an object gives a field, by itself or by its path. */
export function hasValueOrPath(object: JsonObject, name: string): boolean {
  return Object.hasOwn(object, name) || Object.hasOwn(object, pathNameOf(name))
}
