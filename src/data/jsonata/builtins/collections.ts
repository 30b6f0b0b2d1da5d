import { type Json, type JsonObjectBuilder, setMember } from '../../../asl/json.js'
import type { NativeBody } from '../callables.js'
import { equals } from '../equality.js'
import type { JsonataRun } from '../jsonata-run.js'
import { copyAsText, stringify } from '../stringify.js'
import {
  append,
  Callable,
  isNumeric,
  isRecord,
  isTrue,
  lookup,
  Sequence,
  sequenceOf,
  type Value,
} from '../jsonata-values.js'

function keysOf(run: JsonataRun, value: Value): Sequence {
  const keys = new Sequence()
  if (Array.isArray(value)) {
    // As members of one object, which puts numeric keys first.
    const all: Record<string, true> = Object.create(null)
    for (const item of value) for (const key of keysOf(run, item)) all[String(key)] = true
    append(run, keys, Object.keys(all))
  } else if (isRecord(value)) {
    append(run, keys, Object.keys(value))
  }
  return keys
}

function spread(run: JsonataRun, value: Value): Value {
  if (Array.isArray(value)) {
    // Spreading an array gives an array, where one object gives a sequence.
    const parts: Value[] = value.length === 0 ? new Sequence() : []
    for (const item of value) {
      const part = spread(run, item)
      if (part !== undefined) append(run, parts, part)
    }
    return parts
  }
  if (!isRecord(value)) return value
  const parts = new Sequence()
  for (const [key, member] of Object.entries(value)) {
    const part: JsonObjectBuilder = {}
    setMember(part, key, member as Json)
    parts.push(part)
  }
  return parts
}

function isPlainlyEqual(value: Value): boolean {
  return value === null || (typeof value !== 'object' && !Number.isNaN(value))
}

function distinct(run: JsonataRun, value: Value): Value {
  if (!Array.isArray(value) || value.length <= 1) return value
  run.spend(value.length)
  const kept: Value[] = value instanceof Sequence ? new Sequence() : []
  const seen = new Set<Value>()
  const others: Value[] = []
  for (const item of value) {
    if (isPlainlyEqual(item)) {
      if (seen.has(item)) continue
      seen.add(item)
    } else {
      if (others.some((other) => equals(run, item, other))) continue
      others.push(item)
    }
    kept.push(item)
  }
  return kept
}

function merge(value: Value): Value {
  if (value === undefined) return undefined
  const merged: JsonObjectBuilder = {}
  for (const object of Array.isArray(value) ? value : [value]) {
    if (!isRecord(object)) continue
    for (const [key, member] of Object.entries(object)) setMember(merged, key, member as Json)
  }
  return merged
}

/** The greatest or least number; unlike the package's own this takes arrays of any length. */
function extreme(pick: (left: number, right: number) => number): NativeBody {
  return (run, [numbers]) => {
    if (!Array.isArray(numbers) || numbers.length === 0) return undefined
    run.spend(numbers.length)
    return numbers.reduce((left: number, right: number) => pick(left, right))
  }
}

/** Functions on arrays and objects, by name: the package's own make its kind of sequence or can meet inherited members. */
export const COLLECTIONS: Readonly<Record<string, NativeBody>> = {
  keys: (run, [value]) => keysOf(run, value),
  lookup: (run, [value, key]) => lookup(run, value, String(key)),
  spread: (run, [value]) => spread(run, value),
  merge: (_run, [value]) => merge(value),
  distinct: (run, [value]) => distinct(run, value),
  max: extreme((left, right) => Math.max(left, right)),
  min: extreme((left, right) => Math.min(left, right)),
  boolean: (_run, [value]) => (value === undefined ? undefined : isTrue(value)),
  not: (_run, [value]) => (value === undefined ? undefined : !isTrue(value)),
  string: (run, [value, prettify]) => stringify(run, value, prettify === true),
  clone: (run, [value]) => (value === undefined ? undefined : copyAsText(run, value)),

  append(run, [first, second]) {
    if (first === undefined) return second
    if (second === undefined) return first
    const all: Value[] = []
    append(run, all, Array.isArray(first) ? first : sequenceOf(first))
    append(run, all, second)
    return all
  },

  type(_run, [value]) {
    if (value === undefined) return undefined
    if (value === null) return 'null'
    if (Array.isArray(value)) return 'array'
    if (isRecord(value)) return 'object'
    if (typeof value === 'number' && !Number.isNaN(value)) isNumeric(value)
    return value instanceof Callable ? 'function' : typeof value
  },
}
