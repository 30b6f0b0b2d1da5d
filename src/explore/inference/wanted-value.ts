import { isArray, isObject, type Json } from '../../asl/json.js'
import { parseInstant } from '../../data/timestamps.js'
import { DEFAULT_START_MS } from '../../engine/settings.js'

/** What a value has to be: a test, and values to try first. */
export interface Want {
  readonly test: (value: Json) => boolean
  /** The best first. */
  readonly examples: readonly Json[]
  /** Equal wants have equal keys: one that is known already is no news. */
  readonly key?: string
}

/** A time as people write one: the default start of an execution. */
export const TIME_EXAMPLE = new Date(DEFAULT_START_MS).toISOString().replace('.000', '')
const DAY_MS = 86_400_000

export const ANY_TEXT: Want = { test: (value) => typeof value === 'string', examples: [], key: 'text' }
export const ANY_NUMBER: Want = { test: (value) => typeof value === 'number', examples: [1], key: 'number' }
/** What a call may be told to wait or to allow: seconds, counts. */
export const ANY_COUNT: Want = { test: (value) => typeof value === 'number' && value >= 1, examples: [1], key: 'count' }
export const ANY_TIME: Want = {
  test: (value) => typeof value === 'string' && parseInstant(value) !== undefined,
  examples: [TIME_EXAMPLE],
  key: 'time',
}
export const ANY_NUMBER_OR_ITS_TEXT: Want = {
  test: (value) => typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)),
  examples: ['1'],
}
export const ANY_SCALAR: Want = { test: (value) => !isObject(value) && !isArray(value), examples: [] }

/** Exactly this value. */
export function equalTo(value: Json): Want {
  const text = JSON.stringify(value)
  return { test: (other) => other === value || JSON.stringify(other) === text, examples: [value], key: `= ${text}` }
}

/** Values near one, on either side of it. */
export function around(value: Json): readonly Json[] {
  if (typeof value === 'number') return [value, value + 1, value - 1]
  if (typeof value === 'boolean') return [value, !value]
  if (typeof value !== 'string') return [value]
  const instant = parseInstant(value)
  if (instant === undefined) return [value, 'other', `${value}z`, '']
  const ms = Number(instant / 1_000_000n)
  const at = (time: number): string => new Date(time).toISOString()
  return [value, ...[ms + DAY_MS, ms - DAY_MS].filter((time) => Math.abs(time) < 8e15).map(at)]
}

/** What is tried where the examples do not do. */
export const LAST_EXAMPLES: readonly Json[] = [
  1,
  true,
  false,
  TIME_EXAMPLE,
  0,
  'other',
  '',
  '1',
  100,
  1_000_000,
  -1,
  null,
  '2000-01-01T00:00:00Z',
  '2100-01-01T00:00:00Z',
]
