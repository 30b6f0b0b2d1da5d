import { describe, expect, it } from 'vitest'
import type { CompiledRetrier } from '../../../src/engine/program.js'
import { retryBoundMs, retryDelayMs } from '../../../src/engine/retry-delay.js'

function retrier(change: Partial<CompiledRetrier> = {}): CompiledRetrier {
  return {
    errorEquals: ['States.ALL'],
    intervalSeconds: 1,
    maxAttempts: 3,
    backoffRate: 2,
    maxDelaySeconds: undefined,
    fullJitter: false,
    edge: '/States/T/Retry/0',
    ...change,
  }
}

const delays = (given: CompiledRetrier, attempts: number, chance = 0.5) =>
  Array.from({ length: attempts }, (_, i) => retryDelayMs(given, i + 1, () => chance))

describe('the delay before a retry', () => {
  it('grows by BackoffRate with each attempt', () => {
    expect(delays(retrier({ intervalSeconds: 3 }), 4)).toEqual([3_000, 6_000, 12_000, 24_000])
    expect(delays(retrier({ backoffRate: 1.5 }), 4)).toEqual([1_000, 1_500, 2_250, 3_375])
    expect(delays(retrier({ backoffRate: 1 }), 3)).toEqual([1_000, 1_000, 1_000])
  })

  it('stops growing at MaxDelaySeconds', () => {
    expect(delays(retrier({ intervalSeconds: 10, backoffRate: 10, maxDelaySeconds: 60 }), 3)).toEqual([
      10_000, 60_000, 60_000,
    ])
  })

  it('with FULL jitter is anything from 0 to what it would be, and the cap applies before the draw', () => {
    const jittered = retrier({ intervalSeconds: 10, backoffRate: 10, maxDelaySeconds: 60, fullJitter: true })
    expect(delays(jittered, 3, 0)).toEqual([0, 0, 0])
    expect(delays(jittered, 3, 0.5)).toEqual([5_000, 30_000, 30_000])
    expect(delays(jittered, 3, 1 - Number.EPSILON)).toEqual([10_000, 60_000, 60_000])
  })

  it('stays a whole number of ms that JavaScript can count to', () => {
    expect(retryBoundMs(retrier({ backoffRate: 10 }), 99_999_999)).toBe(Number.MAX_SAFE_INTEGER)
    expect(retryBoundMs(retrier({ backoffRate: 1.0001 }), 2)).toBe(1_000)
  })
})
