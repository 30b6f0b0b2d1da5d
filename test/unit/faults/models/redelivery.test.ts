import { describe, expect, it } from 'vitest'
import { redeliverAsync, redeliverBatch } from '../../../../src/faults/models/redelivery.js'

describe('an asynchronous invocation', () => {
  const tried = (attempt: number, result: 'succeeded' | 'failed' | 'throttled', endedMs = 0) =>
    redeliverAsync({ attempt, result, sentMs: 0, endedMs })

  it('is tried twice more, after one minute and after two, and then given up', () => {
    expect(tried(1, 'failed', 500)).toEqual({ kind: 'again', atMs: 60_500, records: [0] })
    expect(tried(2, 'failed', 500)).toEqual({ kind: 'again', atMs: 120_500, records: [0] })
    expect(tried(3, 'failed', 500)).toEqual({ kind: 'given-up', records: [0] })
    expect(tried(1, 'succeeded')).toEqual({ kind: 'done' })
  })

  it('waits longer and longer while it is throttled, for six hours', () => {
    expect([1, 2, 9, 10, 40].map((attempt) => tried(attempt, 'throttled'))).toMatchObject(
      [1000, 2000, 256_000, 300_000, 300_000].map((atMs) => ({ atMs })),
    )
    expect(tried(99, 'throttled', 21_400_000)).toEqual({ kind: 'given-up', records: [0] })
  })
})

describe('a batch', () => {
  const batch = { attempt: 1, endedMs: 1000, records: [4, 5, 6, 7], failed: [5, 7] }

  it('comes again as a whole, the records that went well included', () => {
    expect(redeliverBatch(batch)).toEqual({ kind: 'again', atMs: 1000, records: [4, 5, 6, 7] })
  })

  it('comes again without those that went well if the function says which failed', () => {
    expect(redeliverBatch(batch, { reportsFailures: true, retryAfterMs: 30_000 })).toEqual({
      kind: 'again',
      atMs: 31_000,
      records: [5, 7],
    })
    expect(redeliverBatch(batch, { reportsFailures: true, inOrder: true })).toMatchObject({ records: [5, 6, 7] })
  })

  it('is given up in the end, and done if nothing failed', () => {
    expect(redeliverBatch({ ...batch, attempt: 3 }, { maximumRetries: 2 })).toMatchObject({ kind: 'given-up' })
    expect(redeliverBatch({ ...batch, failed: [] })).toEqual({ kind: 'done' })
  })
})
