import { isArray, isObject, setMember, type Json, type JsonObjectBuilder } from '../asl/json.js'
import { InvalidExpressionError, QueryFailure } from './failure.js'
import { parsePath } from './jsonpath/parse-path.js'
import { printedJson } from '../asl/nesting.js'

/** Where ResultPath puts a value (states-language.net, "Reference Paths"): names and indexes below the raw input. */
export interface ReferencePath {
  readonly text: string
  /**
   * The raw input with `value` in its place. Only what lies along the path is copied; the rest is shared. Missing
   * objects are made; `$` replaces everything. Where it does not fit: States.ResultPathMatchFailure.
   */
  write(rawInput: Json, value: Json): Json | QueryFailure
}

/** Compiles a reference path into the input. Throws InvalidExpressionError for any other step, and for `$$` and variables. */
export function compileReferencePath(text: string): ReferencePath {
  if (!text.startsWith('$')) throw notReference(text, 'it must begin with $')
  const keys = parsePath(text).map((token) => {
    if (token.kind === 'name') return token.name
    if (token.kind === 'index') return token.index
    throw notReference(text, 'only names and indexes may stand in it')
  })
  return {
    text,
    write(rawInput, value) {
      const written = put(rawInput, keys, 0, value)
      // The wording is an assumption: the specification gives only the error's name.
      return written === undefined
        ? new QueryFailure(
            'States.ResultPathMatchFailure',
            `Unable to apply ReferencePath ${text} to input ${printedJson(rawInput)}`,
          )
        : written
    },
  }
}

function notReference(text: string, reason: string): InvalidExpressionError {
  return new InvalidExpressionError(`'${text}' is not a reference path: ${reason}`)
}

/** A copy of `target` with the value in its place, or undefined if the path does not fit. An absent target may become an object. */
function put(target: Json | undefined, keys: readonly (string | number)[], at: number, value: Json): Json | undefined {
  const key = keys[at]
  if (key === undefined) return value
  if (typeof key === 'number') {
    if (!isArray(target) || target[key] === undefined) return undefined
    const element = put(target[key], keys, at + 1, value)
    return element === undefined ? undefined : target.with(key, element)
  }
  if (target !== undefined && !isObject(target)) return undefined
  const child = target && Object.hasOwn(target, key) ? target[key] : undefined
  const written = put(child, keys, at + 1, value)
  if (written === undefined) return undefined
  const copy: JsonObjectBuilder = { ...target }
  setMember(copy, key, written)
  return copy
}
