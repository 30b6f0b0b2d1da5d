import { type Fields, fieldNamed } from '../asl/fields/field.js'
import { STATE_FIELDS } from '../asl/fields/state-table.js'
import { type Json, type JsonObject, isArray, isObject, member } from '../asl/json.js'
import { isExpression, jsonataText } from '../asl/query-language.js'
import type { FaultTarget } from './fault-target.js'

/** A path, call or expression in a state's definition, and the field that it stands in as AWS's messages name it. */
export interface FieldText {
  readonly field: string
  readonly text: string
}

/** Steps of a reference path: `.name`, `['name']` or `[0]`. */
const STEP = /\.([^.[\]()*?@,'" ]+)|\['([^']+)'\]|\[(\d+)\]/g
const REFERENCE_PATH = /^\$(?:\.[^.[\]()*?@,'" ]+|\['[^']+'\]|\[\d+\])+$/

/** The steps of a reference path into the input as Jayway prints them, e.g. `['a']` and `[0]`; empty for any other path. */
export function stepsOf(path: string): readonly string[] {
  if (!REFERENCE_PATH.test(path)) return []
  return [...path.matchAll(STEP)].map(([, name, quoted, index]) =>
    index === undefined ? `['${name ?? quoted ?? ''}']` : `[${index}]`,
  )
}

/** The InputPath or OutputPath that looks for something inside the data. */
export function dataPathOf(target: FaultTarget): FieldText | undefined {
  return jsonPathFields(target, ['InputPath', 'OutputPath']).find(({ text }) => stepsOf(text).length > 0)
}

/** The path of a Wait's moment. */
export function waitPathOf(target: FaultTarget): FieldText | undefined {
  return jsonPathFields(target, ['SecondsPath', 'TimestampPath'])[0]
}

const MAP_NUMBER_PATHS = Object.entries(STATE_FIELDS.Map).flatMap(([name, { gives, value }]) =>
  gives !== undefined && value.kind === 'number' ? [name] : [],
)

/** The path of a number that a Map is set up with. */
export function mapNumberPathOf(target: FaultTarget): FieldText | undefined {
  return jsonPathFields(target, MAP_NUMBER_PATHS)[0]
}

/** Where the result is put; `$` takes any. */
export function resultPathOf(target: FaultTarget): string | undefined {
  return jsonPathFields(target, ['ResultPath']).find(({ text }) => text !== '$')?.text
}

/** A path of a payload template, and the template that it stands in. */
export interface TemplatePath extends FieldText {
  readonly template: string
}

/** The first path of a template that looks into the input or the result; `field` is its key, with `.$`. */
export function templatePathOf(target: FaultTarget): TemplatePath | undefined {
  return templateFields(target).find(({ text }) => /^\$[.[]/.test(text))
}

/** The first call of an intrinsic function in a template that takes a path into the input, and that path. */
export function intrinsicCallOf(target: FaultTarget): { readonly call: string; readonly path: string } | undefined {
  for (const { text, template } of templateFields(target)) {
    const path = /[(,]\s*(\$[.[][^,()\s]+)\s*[,)]/.exec(text)?.[1]
    if (text.startsWith('States.') && path !== undefined && template !== 'ResultSelector') return { call: text, path }
  }
  return undefined
}

const TEMPLATES = ['Parameters', 'ItemSelector', 'ResultSelector']

function templateFields({ definition, queryLanguage }: FaultTarget): readonly TemplatePath[] {
  if (queryLanguage !== 'JSONPath') return []
  return TEMPLATES.flatMap((template) =>
    textsWithin(member(definition, template), '')
      .filter(({ field }) => field.endsWith('.$'))
      .map(({ field, text }) => ({ field: field.slice(field.lastIndexOf('/') + 1), text, template })),
  )
}

function jsonPathFields({ definition, queryLanguage }: FaultTarget, names: readonly string[]): readonly FieldText[] {
  if (queryLanguage !== 'JSONPath') return []
  return names.flatMap((field) => {
    const text = member(definition, field)
    return typeof text === 'string' ? [{ field, text }] : []
  })
}

/** What is evaluated before the work, then the rest. */
const FIRST = ['Arguments', 'Items', 'Seconds', 'Timestamp', 'Choices']

/** Whether a field may hold expressions that the state evaluates before or after its work; those of catchers do not count. */
function mayHoldExpressions(name: string, fields: Fields): boolean {
  const field = fieldNamed(fields, name)
  return name === 'Choices' || field?.fields !== undefined || (field?.JSONata ?? 'literal') !== 'literal'
}

/** The first JSONata expression of a state, without its delimiters; the field as in `Arguments/Body/ids[0]`. */
export function expressionOf({ type, definition, queryLanguage }: FaultTarget): FieldText | undefined {
  if (queryLanguage !== 'JSONata') return undefined
  const names = [...FIRST, ...Object.keys(definition).filter((name) => !FIRST.includes(name))]
  for (const name of names) {
    if (!mayHoldExpressions(name, STATE_FIELDS[type])) continue
    const found = textsWithin(member(definition, name), name).find(({ text }) => isExpression(text))
    if (found) return { field: found.field, text: jsonataText(found.text) ?? '' }
  }
  return undefined
}

const MAX_DEPTH = 64

/** Every text within a value, with the place as AWS writes it. */
function textsWithin(value: Json | undefined, field: string, depth = 0): readonly FieldText[] {
  if (value === undefined || depth > MAX_DEPTH) return []
  if (typeof value === 'string') return [{ field, text: value }]
  if (isArray(value)) return value.flatMap((item, i) => textsWithin(item, `${field}[${i}]`, depth + 1))
  return isObject(value) ? membersWithin(value, field, depth) : []
}

function membersWithin(value: JsonObject, field: string, depth: number): readonly FieldText[] {
  return Object.entries(value).flatMap(([name, one]) =>
    textsWithin(one, field === '' ? name : `${field}/${name}`, depth + 1),
  )
}
