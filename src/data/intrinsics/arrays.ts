import { LIMITS } from '../../asl/limits.js'
import { isArray, isObject, type Json } from '../../asl/json.js'
import { arrayArgument, integerArgument, IntrinsicError, type Intrinsic } from './intrinsic.js'

/** Longest result of `States.ArrayRange` (AWS documentation). */
const MAX_RANGE_LENGTH = LIMITS.intrinsicRangeElements.value

export const ARRAY_INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'States.Array': { minArgs: 0, maxArgs: Infinity, call: (args) => [...args] },
  'States.ArrayPartition': { minArgs: 2, maxArgs: 2, call: partition },
  'States.ArrayContains': { minArgs: 2, maxArgs: 2, deep: true, call: contains },
  'States.ArrayRange': { minArgs: 3, maxArgs: 3, call: range },
  'States.ArrayGetItem': { minArgs: 2, maxArgs: 2, call: getItem },
  'States.ArrayLength': { minArgs: 1, maxArgs: 1, call: length },
  'States.ArrayUnique': { minArgs: 1, maxArgs: 1, deep: true, call: unique },
}

/** Chunks in order; the last may be short. */
function partition(args: readonly Json[]): Json | IntrinsicError {
  const array = arrayArgument(args, 0)
  const size = integerArgument(args, 1)
  if (array instanceof IntrinsicError) return array
  if (size instanceof IntrinsicError) return size
  if (size < 1) return new IntrinsicError(`The chunk size must be a positive integer and not ${size}`)
  const chunks: Json[] = []
  for (let from = 0; from < array.length; from += size) chunks.push(array.slice(from, from + size))
  return chunks
}

function contains(args: readonly Json[]): Json | IntrinsicError {
  const array = arrayArgument(args, 0)
  if (array instanceof IntrinsicError) return array
  const wanted = equalityKey(args[1] ?? null)
  return array.some((item) => equalityKey(item) === wanted)
}

/** Both ends are included; a step that leads away from the end gives an empty array (assumption). */
function range(args: readonly Json[]): Json | IntrinsicError {
  const first = integerArgument(args, 0)
  const last = integerArgument(args, 1)
  const step = integerArgument(args, 2)
  if (first instanceof IntrinsicError) return first
  if (last instanceof IntrinsicError) return last
  if (step instanceof IntrinsicError) return step
  if (step === 0) return new IntrinsicError('The step must not be 0')
  const count = Math.max(0, Math.floor((last - first) / step) + 1)
  if (count > MAX_RANGE_LENGTH) return new IntrinsicError(`The range must have no more than ${MAX_RANGE_LENGTH} items`)
  return Array.from({ length: count }, (_, index) => first + index * step)
}

function getItem(args: readonly Json[]): Json | IntrinsicError {
  const array = arrayArgument(args, 0)
  const index = integerArgument(args, 1)
  if (array instanceof IntrinsicError) return array
  if (index instanceof IntrinsicError) return index
  const item = array[index]
  return item === undefined
    ? new IntrinsicError(`The index ${index} is outside the array of ${array.length} items`)
    : item
}

function length(args: readonly Json[]): Json | IntrinsicError {
  const array = arrayArgument(args, 0)
  return array instanceof IntrinsicError ? array : array.length
}

/** The first of equal items stays. */
function unique(args: readonly Json[]): Json | IntrinsicError {
  const array = arrayArgument(args, 0)
  if (array instanceof IntrinsicError) return array
  const firsts = new Map<unknown, Json>()
  for (const item of array) {
    const key = equalityKey(item)
    if (!firsts.has(key)) firsts.set(key, item)
  }
  return [...firsts.values()]
}

/** Equal (`===`) for equal values, whatever the order of members. The quote keeps strings apart from arrays and objects. */
function equalityKey(value: Json): unknown {
  return isArray(value) || isObject(value) ? canonicalText(value) : typeof value === 'string' ? `"${value}` : value
}

/** JSON text with the members of each object in the order of their names. */
function canonicalText(value: Json): string {
  if (isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, child]) => `${JSON.stringify(key)}:${canonicalText(child)}`).join(',')}}`
}
