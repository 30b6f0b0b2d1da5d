import { UserError } from './user-error.js'

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const

const UNIT_MS: ReadonlyMap<string, number> = new Map(UNITS)

/** A length of time as people write it: milliseconds, or a text such as `250ms`, `1.5s`, `2m`, `1h 30m`, `3d`. */
export type Duration = number | string

/** A duration in whole milliseconds. Throws `UserError` ('usage') for what is not one, or is negative. */
export function parseDuration(duration: Duration): number {
  const ms = typeof duration === 'number' ? duration : textToMs(duration)
  if (Number.isSafeInteger(ms) && ms >= 0) return ms
  const given = JSON.stringify(duration) ?? String(duration)
  const bare = typeof duration === 'string' && /^\s*\d+(?:\.\d+)?\s*$/.test(duration)
  const form = bare
    ? `say the unit, as in "${duration.trim()}s" or "${duration.trim()}ms"`
    : 'write whole milliseconds, or a text such as "90s", "2m" or "1h 30m"'
  throw new UserError('usage', `not a duration: ${given}; ${form}`)
}

function textToMs(text: string): number {
  if (text.length > 100 || !/^\s*(?:\d+(?:\.\d+)?\s*(?:ms|[dhms])\s*)+$/.test(text)) return Number.NaN
  let ms = 0
  for (const [, amount, unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)\s*(ms|[dhms])/g)) {
    ms += Number(amount) * (UNIT_MS.get(unit) ?? Number.NaN)
  }
  const whole = Math.round(ms)
  // 1.1 s is 1100.0000000000002 ms in floating point.
  return Math.abs(ms - whole) < 1e-6 ? whole : ms
}

/** Whole milliseconds as people read them: `1m 30s`, `2d 1h`, `250ms`, `0s`. `parseDuration` reads them back. */
export function printDuration(ms: number): string {
  if (ms === 0) return '0s'
  if (!Number.isFinite(ms)) return String(ms)
  const parts: string[] = []
  let rest = Math.abs(ms)
  for (const [unit, unitMs] of UNITS) {
    const amount = unit === 'ms' ? rest : Math.floor(rest / unitMs)
    rest -= amount * unitMs
    if (amount > 0) parts.push(`${amount}${unit}`)
  }
  return `${ms < 0 ? '-' : ''}${parts.join(' ')}`
}
