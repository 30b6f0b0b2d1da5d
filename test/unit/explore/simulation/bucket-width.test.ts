import { describe, expect, it } from 'vitest'
import { bucketWidth } from '../../../../src/explore/simulation/bucket-width.js'

const HOUR_MS = 3_600_000

describe('the width of a bucket', () => {
  it.each([
    [1, 1],
    [2 * HOUR_MS, 300_000],
    [24 * HOUR_MS, HOUR_MS],
    [365 * 24 * HOUR_MS, 16 * 24 * HOUR_MS],
  ])('for %d ms is a round one: %d ms', (spanMs, widthMs) => {
    expect(bucketWidth(undefined, spanMs)).toBe(widthMs)
  })

  it('is what is asked for', () => {
    expect(bucketWidth('90s', 5)).toBe(90_000)
    expect(() => bucketWidth(0, 5)).toThrow('a bucket must be longer than 0 ms')
  })
})
