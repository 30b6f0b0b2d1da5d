import type { CompiledRetrier } from './program.js'

/**
 * Upper bound, in ms, of the wait before the `attempt`-th retry (1 = first) of a retrier:
 * `min(IntervalSeconds * BackoffRate^(attempt-1), MaxDelaySeconds)`. The cap applies before the jitter.
 * https://states-language.net/#retrying-after-error
 */
export function retryBoundMs(retrier: CompiledRetrier, attempt: number): number {
  const growth = Math.min(retrier.backoffRate ** (attempt - 1), Number.MAX_SAFE_INTEGER)
  const seconds = retrier.intervalSeconds * growth
  const capped = Math.min(seconds, retrier.maxDelaySeconds ?? Number.POSITIVE_INFINITY)
  return Math.max(0, Math.min(Math.round(capped * 1000), Number.MAX_SAFE_INTEGER))
}

/** The wait itself: the bound, or with FULL jitter a uniform draw from 0 to the bound. `chance` is in [0, 1). */
export function retryDelayMs(retrier: CompiledRetrier, attempt: number, chance: () => number): number {
  const boundMs = retryBoundMs(retrier, attempt)
  return retrier.fullJitter ? Math.floor(chance() * (boundMs + 1)) : boundMs
}
