import { isDeepStrictEqual } from 'node:util'
import { type Json, isArray, isObject, member } from '../asl/json.js'
import type { ComparableEvent } from './comparable-history.js'
import { strandsOf } from './history-strands.js'

/** The first event in which two histories differ. */
export interface HistoryDifference {
  /** Undefined where the history ends before it. */
  readonly expected: ComparableEvent | undefined
  readonly actual: ComparableEvent | undefined
  /** Where in the details, e.g. `output.parcel`; '' if it is not there. */
  readonly at: string
}

/**
 * Where a history first differs from the expected one; undefined if nowhere. Branches and items that ran side by side may
 * interleave in any way, as long as each went the same.
 */
export function historyDifference(
  expected: readonly ComparableEvent[],
  actual: readonly ComparableEvent[],
): HistoryDifference | undefined {
  const inOrder = listDifference(expected, actual)
  const isConcurrent = expected.some(({ type }) => /^(?:Map|Parallel)StateStarted$/.test(type))
  if (inOrder === undefined || !isConcurrent) return inOrder
  const theirs = strandsOf(expected)
  const ours = strandsOf(actual)
  for (const key of new Set([...theirs.keys(), ...ours.keys()])) {
    const difference = listDifference(theirs.get(key) ?? [], ours.get(key) ?? [])
    if (difference) return difference
  }
  return undefined
}

function listDifference(
  expected: readonly ComparableEvent[],
  actual: readonly ComparableEvent[],
): HistoryDifference | undefined {
  const length = Math.max(expected.length, actual.length)
  for (let i = 0; i < length; i++) {
    const [one, other] = [expected[i], actual[i]]
    if (one === undefined || other === undefined || one.type !== other.type)
      return { expected: one, actual: other, at: '' }
    if (!isDeepStrictEqual(plain(one), plain(other))) {
      return { expected: one, actual: other, at: differentPlace(one.details, other.details) }
    }
  }
  return undefined
}

/** Neither key order nor the object's own class counts. */
function plain({ details }: ComparableEvent): unknown {
  return JSON.parse(JSON.stringify(details))
}

function differentPlace(expected: Json, actual: Json): string {
  const steps: string[] = []
  let [one, other] = [expected, actual]
  for (;;) {
    const key = differentKey(one, other)
    if (key === undefined) return steps.join('')
    steps.push(typeof key === 'number' ? `[${key}]` : steps.length === 0 ? key : `.${key}`)
    const [a, b] = [valueAt(one, key), valueAt(other, key)]
    if (a === undefined || b === undefined) return steps.join('')
    one = a
    other = b
  }
}

function differentKey(one: Json, other: Json): string | number | undefined {
  if (isArray(one) && isArray(other)) {
    const length = Math.max(one.length, other.length)
    for (let i = 0; i < length; i++) if (!isDeepStrictEqual(one[i], other[i])) return i
    return undefined
  }
  if (!isObject(one) || !isObject(other)) return undefined
  return [...Object.keys(one), ...Object.keys(other)].find(
    (key) => !isDeepStrictEqual(member(one, key), member(other, key)),
  )
}

function valueAt(value: Json, key: string | number): Json | undefined {
  if (typeof key === 'number') return isArray(value) ? value[key] : undefined
  return isObject(value) ? member(value, key) : undefined
}
