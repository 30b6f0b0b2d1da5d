import { MAX_NESTING } from '../../asl/nesting.js'
import { checkItems, tooLarge } from './evaluation-limits.js'
import type { JsonataRun } from './jsonata-run.js'
import { isRecord, Sequence, type Value } from './jsonata-values.js'

/** `*`: the values of an object, arrays flattened. With an array among them the result is an array, not a sequence (as in 2.0.6). */
export function wildcard(run: JsonataRun, input: Value): Value {
  const found: Value[] = []
  let isSequence = true
  if (typeof input === 'object' && input !== null && (Array.isArray(input) || isRecord(input))) {
    for (const value of Object.values(input)) {
      if (Array.isArray(value)) {
        isSequence = false
        flatten(run, value, found)
      } else {
        found.push(value)
      }
    }
  }
  run.spendItems(found.length)
  return isSequence ? Sequence.from(found) : found
}

function flatten(run: JsonataRun, value: Value, into: Value[]): void {
  if (Array.isArray(value)) {
    run.spendItems(value.length)
    for (const item of value) flatten(run, item, into)
  } else {
    into.push(value)
  }
}

/** `**`: the value and everything in it, arrays replaced by their items. */
export function descendants(run: JsonataRun, input: Value): Value {
  if (input === undefined) return undefined
  const found = new Sequence()
  descend(run, input, found, 0)
  return found.length === 1 ? found[0] : found
}

function descend(run: JsonataRun, value: Value, into: Value[], depth: number): void {
  run.spend(1)
  if (depth > MAX_NESTING) throw tooLarge()
  if (Array.isArray(value)) {
    for (const item of value) descend(run, item, into, depth + 1)
    return
  }
  into.push(value)
  checkItems(into.length)
  if (isRecord(value)) for (const member of Object.values(value)) descend(run, member, into, depth + 1)
}
