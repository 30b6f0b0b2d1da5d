import { type Duration, parseDuration } from '../../asl/duration.js'
import { UserError } from '../../asl/user-error.js'

/** Widths that people count in, in ms: 1 ms to a day. */
const WIDTHS = [1, 10, 100, 1000, 5000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000, 3_600_000, 21_600_000]
const DAY_MS = 86_400_000
/** Buckets that a time is divided into at most. */
const MOST = 24

/** The width as asked for, or the smallest round one that divides the time into 24 buckets at most. In ms. */
export function bucketWidth(asked: Duration | undefined, spanMs: number): number {
  if (asked !== undefined) {
    const ms = parseDuration(asked)
    if (ms > 0) return ms
    throw new UserError('usage', 'a bucket must be longer than 0 ms')
  }
  return WIDTHS.find((width) => spanMs <= width * MOST) ?? Math.ceil(spanMs / MOST / DAY_MS) * DAY_MS
}
