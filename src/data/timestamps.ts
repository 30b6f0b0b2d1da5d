const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))$/

/** Java's `ZoneOffset` ends at 18 hours either way. */
const MAX_OFFSET_MINUTES = 18 * 60

const MS_PER_MINUTE = 60_000
const NANOSECONDS_PER_MS = 1_000_000n

/**
 * The instant a timestamp names, in nanoseconds since the epoch, or undefined if it is none. Choice rules compare these:
 * nothing below the millisecond is lost.
 *
 * RFC 3339 with a capital `T`, seconds, up to nine digits of fraction, and `Z` or an offset; days and times that do not
 * exist (February 30, 24:00, second 60) are none. Recorded: Wait with Timestamp and TimestampPath, TimestampEquals. The
 * range of offsets is Java's; that small `t` and `z` are refused follows https://states-language.net/#timestamps.
 */
export function parseInstant(text: string): bigint | undefined {
  const parts = RFC_3339.exec(text)
  if (parts === null) return undefined
  const field = (index: number): number => Number(parts[index] ?? '0')
  const midnightMs = dayStartMs(field(1), field(2), field(3))
  const seconds = secondOfDay(field(4), field(5), field(6))
  const offset = offsetMinutes(parts[8], field(9), field(10))
  if (midnightMs === undefined || seconds === undefined || offset === undefined) return undefined
  const ms = midnightMs + seconds * 1_000 - offset * MS_PER_MINUTE
  return BigInt(ms) * NANOSECONDS_PER_MS + BigInt((parts[7] ?? '').padEnd(9, '0'))
}

/** Milliseconds since the epoch of an RFC 3339 timestamp (rounded down to the millisecond), or undefined if it is none. */
export function parseTimestamp(text: string): number | undefined {
  const instant = parseInstant(text)
  if (instant === undefined) return undefined
  const ms = instant / NANOSECONDS_PER_MS
  return Number(ms * NANOSECONDS_PER_MS > instant ? ms - 1n : ms)
}

/** Milliseconds since the epoch as AWS writes them in the context object: `2030-01-01T00:00:00.000Z`. */
export function formatTimestamp(ms: number): string {
  if (latest.ms !== ms) latest = { ms, text: new Date(ms).toISOString() }
  return latest.text
}

/** Many contexts are made at one instant. */
let latest = { ms: Number.NaN, text: '' }

/** Midnight UTC, or undefined if the month has no such day. (`Date.UTC` takes the years 0 to 99 for 1900 to 1999.) */
function dayStartMs(year: number, month: number, day: number): number | undefined {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined
}

function secondOfDay(hour: number, minute: number, second: number): number | undefined {
  return hour > 23 || minute > 59 || second > 59 ? undefined : (hour * 60 + minute) * 60 + second
}

/** Minutes east of UTC; `Z` has no sign and is 0. */
function offsetMinutes(sign: string | undefined, hours: number, minutes: number): number | undefined {
  const offset = hours * 60 + minutes
  if (minutes > 59 || offset > MAX_OFFSET_MINUTES) return undefined
  return sign === '-' ? -offset : offset
}
