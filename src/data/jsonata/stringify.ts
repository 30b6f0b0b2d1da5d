import type { Json, JsonObjectBuilder } from '../../asl/json.js'
import { setMember } from '../../asl/json.js'
import { MAX_NESTING } from '../../asl/nesting.js'
import { EvaluationError } from './evaluation-error.js'
import { type Budget, tooLarge } from './evaluation-limits.js'
import { Callable, isNumeric, type Value } from './jsonata-values.js'

/** `$string()`: a string as it is, a function as '', anything else as JSON; undefined for nothing. */
export function stringify(run: Budget, value: Value, prettify = false): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  if (typeof value === 'boolean' || value === null) return String(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new EvaluationError('D3001', { value })
  if (value instanceof Callable) return ''
  const text = JSON.stringify(copyAsText(run, value), undefined, prettify ? 2 : 0)
  run.spendText(text.length)
  return text
}

/** Steps for one value: making an object takes several times as long as evaluating a node. */
const COPY_COST = 5

/** A whole number has the shortest digits that read back (measured), so that ids stay what they are; others have 15. */
function shownNumber(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15))
}

/** A copy as `$string` shows it: functions as ''. */
export function copyAsText(run: Budget, value: Value, depth = 0): Json {
  run.spend(COPY_COST)
  if (depth > MAX_NESTING) throw tooLarge()
  if (typeof value === 'string') {
    run.spendText(value.length)
    return value
  }
  if (typeof value === 'number') return isNumeric(value) ? shownNumber(value) : null
  if (typeof value === 'boolean') return value
  if (Array.isArray(value)) return Array.from(value, (item) => copyAsText(run, item, depth + 1))
  if (value instanceof Callable) return ''
  if (typeof value !== 'object' || value === null) return null
  const copy: JsonObjectBuilder = {}
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) setMember(copy, key, copyAsText(run, member, depth + 1))
  }
  return copy
}
