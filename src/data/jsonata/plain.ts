import { type Json, type JsonObjectBuilder, setMember } from '../../asl/json.js'
import { MAX_NESTING } from '../../asl/nesting.js'
import { MAX_RESULT_VALUES, tooLarge } from './evaluation-limits.js'
import { Callable, ConstructedArray, Sequence, type Value } from './jsonata-values.js'

/** A function in a result: it has no JSON. */
export class UnsupportedResult extends Error {
  override readonly name = 'UnsupportedResult'
}

/**
 * The result of an expression as plain JSON. What is plain already is not copied, so that payloads stay shared; a number
 * JSON does not know becomes a string, 'Infinity' or 'NaN' (measured on AWS). Nothing within an array is null.
 */
export function toPlain(value: Value): Json {
  const count = { left: MAX_RESULT_VALUES }
  return plain(value, count, 0)
}

function plain(value: Value, count: { left: number }, depth: number): Json {
  if (--count.left < 0 || depth > MAX_NESTING) throw tooLarge()
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number') return plainNumber(value)
  if (value instanceof Callable) throw new UnsupportedResult()
  if (Array.isArray(value)) return plainArray(value, count, depth)
  return typeof value === 'object' ? plainObject(value, count, depth) : null
}

function plainNumber(value: number): Json {
  if (!Number.isFinite(value)) return String(value)
  return value === 0 ? 0 : value
}

function plainArray(array: readonly Value[], count: { left: number }, depth: number): Json {
  let copy: Json[] | undefined = array instanceof Sequence || array instanceof ConstructedArray ? [] : undefined
  for (let index = 0; index < array.length; index++) {
    const item = plain(array[index], count, depth + 1)
    if (!copy && !Object.is(item, array[index])) copy = array.slice(0, index) as Json[]
    copy?.push(item)
  }
  return copy ?? (array as readonly Json[])
}

function plainObject(object: object, count: { left: number }, depth: number): Json {
  const given = object as Readonly<Record<string, Value>>
  const keys = Object.keys(given)
  let copy: JsonObjectBuilder | undefined
  for (const [index, key] of keys.entries()) {
    const value = given[key]
    const member = value === undefined ? undefined : plain(value, count, depth + 1)
    if (!copy && (member === undefined || !Object.is(member, value))) copy = copyOf(given, keys.slice(0, index))
    if (copy && member !== undefined) setMember(copy, key, member)
  }
  return copy ?? (given as JsonObjectBuilder)
}

function copyOf(object: Readonly<Record<string, Value>>, keys: readonly string[]): JsonObjectBuilder {
  const copy: JsonObjectBuilder = {}
  for (const key of keys) setMember(copy, key, object[key] as Json)
  return copy
}
