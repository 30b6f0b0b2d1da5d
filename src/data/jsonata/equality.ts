import { MAX_NESTING } from '../../asl/nesting.js'
import { tooLarge } from './evaluation-limits.js'
import type { JsonataRun } from './jsonata-run.js'
import { isRecord, type Value } from './jsonata-values.js'

/** Deep equality; the order of members does not matter. Functions equal only themselves. */
export function equals(run: JsonataRun, left: Value, right: Value, depth = 0): boolean {
  run.spend(1)
  if (left === right) return true
  if (depth > MAX_NESTING) throw tooLarge()
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => equals(run, item, right[index], depth + 1))
  }
  if (!isRecord(left) || !isRecord(right)) return false
  const keys = Object.keys(left)
  if (keys.length !== Object.keys(right).length) return false
  return keys.every((key) => Object.hasOwn(right, key) && equals(run, left[key], right[key], depth + 1))
}
