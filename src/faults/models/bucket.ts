/**
 * A bucket of tokens as one number: the time at which it would be full again, were nothing taken. So an unused bucket needs
 * no state at all, and waiting needs no event.
 */
export interface BucketSize {
  readonly ratePerSecond: number
  /** Tokens that a full bucket holds. */
  readonly burst: number
}

/** Room for what floating point adds up to: a thousandth of a microsecond. */
const EPSILON_MS = 1e-6

/** When the bucket is full after `cost` tokens were taken at `nowMs`; undefined if it does not hold them. */
export function withTaken(
  fullAtMs: number,
  nowMs: number,
  { ratePerSecond, burst }: BucketSize,
  cost: number = 1,
): number | undefined {
  const tokenMs = 1000 / ratePerSecond
  const fullAgainMs = Math.max(fullAtMs, nowMs) + cost * tokenMs
  return fullAgainMs - nowMs <= burst * tokenMs + EPSILON_MS ? fullAgainMs : undefined
}
