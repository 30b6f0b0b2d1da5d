import { describe, expect, it } from 'vitest'
import { lambdaPool } from '../../../../src/faults/models/lambda-pool.js'
import { functionArn, putObject } from '../fixtures.js'
import { faultsOf, meetOnce, ORIGIN_MS, seenBy, type Told } from './calls.js'

const call = (atMs: number, more: Partial<Told> = {}): Told => ({ arn: functionArn, atMs, tookMs: 100, ...more })

/** So many calls, one after the other. */
function* oneByOne(calls: number, everyMs = 1000): Iterable<Told> {
  for (let n = 0; n < calls; n++) yield call(n * everyMs)
}

describe('a pool of warm instances', () => {
  it('takes the instance that is idle, and a cold one while it is busy', () => {
    const pool = lambdaPool({ on: 'fn:resize' })
    expect(seenBy(pool, [call(0), call(50), call(200), call(210)])).toEqual([
      { function: 'resize', instance: 1, served: 1, cold: true },
      { function: 'resize', instance: 2, served: 1, cold: true },
      { function: 'resize', instance: 2, served: 2 },
      { function: 'resize', instance: 1, served: 2 },
    ])
  })

  it('takes the one that was idle the longest if it is told so', () => {
    const pool = lambdaPool({ on: 'fn:resize', pick: 'least-recent' })
    expect(seenBy(pool, [call(0), call(50), call(200)])[2]).toMatchObject({ instance: 1, served: 2 })
  })

  it('makes only cold starts slower', () => {
    const pool = lambdaPool({ on: 'fn:resize', coldStartMs: '1s' })
    const first = meetOnce(pool, pool.begin(ORIGIN_MS), call(0))
    const second = meetOnce(pool, first.state, call(1000))
    expect([first, second].map(({ meeting }) => meeting.slower?.addMs)).toEqual([1000, undefined])
  })

  it('is killed at the first invocation for which the memory is too small, and begins anew', () => {
    // 60 + 10 * (n - 1) + 20 exceeds 128 for the first time at n = 6.
    const pool = lambdaPool({ on: 'fn:resize', leakMbPerInvocation: 10, peakMb: 20, stallChance: 0 })
    expect(faultsOf(pool, oneByOne(12))).toEqual([...well(5), 'lambda-oom', ...well(5), 'lambda-oom'])
  })

  it('knows the memory of the function as the template has it', () => {
    const pool = lambdaPool({ on: 'fn:resize', peakMb: 100 })
    const faults = faultsOf(pool, [call(0), call(1000, { function: { memoryMb: 256 } })])
    expect(faults).toEqual(['lambda-oom', undefined])
  })

  it('fills /tmp, and then another instance takes over', () => {
    const pool = lambdaPool({ on: 'fn:resize', tmpLeakMbPerInvocation: 200 })
    expect(faultsOf(pool, oneByOne(6))).toEqual([...well(2), 'lambda-tmp-full', ...well(2), 'lambda-tmp-full'])
  })

  it('fails again and again if the instance whose /tmp is full is kept', () => {
    const pool = lambdaPool({ on: 'fn:resize', tmpLeakMbPerInvocation: 200, failedInstance: 'kept' })
    expect(faultsOf(pool, oneByOne(5))).toEqual([...well(2), ...Array<string>(3).fill('lambda-tmp-full')])
  })

  it('has /tmp as full as before when the process was killed', () => {
    // Killed at its 4th invocation; /tmp is full at the 6th of the environment.
    const leaks = { on: 'fn:resize', leakMbPerInvocation: 20, peakMb: 20, stallChance: 0, tmpLeakMbPerInvocation: 100 }
    expect(faultsOf(lambdaPool(leaks), oneByOne(6))).toEqual([...well(3), 'lambda-oom', undefined, 'lambda-tmp-full'])
    const clean = lambdaPool({ ...leaks, tmpSurvivesCrash: false })
    expect(faultsOf(clean, oneByOne(6))).toEqual([...well(3), 'lambda-oom', undefined, undefined])
  })

  it('dies of a descriptor that leaks at exactly the 12,000th invocation when nothing recycles it', () => {
    const pool = lambdaPool({
      on: 'fn:resize',
      fileDescriptorLeak: 1,
      fileDescriptors: 11_999,
      maxLifeMs: '30d',
      reservedConcurrency: 1,
    })
    const faults = faultsOf(pool, oneByOne(12_001))
    expect(faults.findIndex((id) => id !== undefined)).toBe(11_999)
    expect(faults.slice(11_999)).toEqual(['lambda-too-many-open-files', undefined])
  })

  it.each([
    ['its age', { maxLifeMs: '2h' }],
    ['a deployment', { maxLifeMs: '30d', deployAtMs: ['1h'] }],
    ['a shrinking pool', { maxLifeMs: '30d', scaleInAtMs: ['1h'] }],
    ['a change of its own configuration after each page', { maxLifeMs: '30d', recycleAfterInvocations: 1 }],
  ])('never gets there with %s', (_, recycling) => {
    const pool = lambdaPool({ on: 'fn:resize', fileDescriptorLeak: 1, fileDescriptors: 11_999, ...recycling })
    expect(new Set(faultsOf(pool, oneByOne(12_100)))).toEqual(new Set([undefined]))
  })

  it('gives up what is idle for too long', () => {
    const pool = lambdaPool({ on: 'fn:resize', idleRecycleMs: '10m' })
    const seen = seenBy(pool, [call(0), call(600_099), call(1_300_000)])
    expect(seen).toMatchObject([{ instance: 1 }, { instance: 1 }, { instance: 2, cold: true }])
  })

  it('hangs until the timeout, now and then, when memory is all but used up', () => {
    // 127 of 128 MB: a pressure of (127/128 - 0.95) / 0.05 = 0.84375, of which half hang.
    const pool = lambdaPool({ on: 'fn:resize', peakMb: 67, timeoutSeconds: 300 })
    const [hung, slow] = [0.42, 0.43].map((draw) => meetOnce(pool, pool.begin(ORIGIN_MS), call(0, { draw })).meeting)
    expect(hung?.strike?.definition.id).toBe('lambda-memory-pressure-timeout')
    expect(hung?.strike).toMatchObject({ afterMs: 300_000, function: { timeoutSeconds: 300 } })
    expect(slow?.strike).toBeUndefined()
    expect(slow?.slower?.factor).toBeCloseTo(1 / (1 - 0.84375))
    expect(slow?.slower?.limit?.strike()?.definition.id).toBe('lambda-timeout')
  })

  it('refuses what is over the reserved concurrency', () => {
    const pool = lambdaPool({ on: 'fn:resize', reservedConcurrency: 1 })
    expect(faultsOf(pool, [call(0), call(99), call(100)])).toEqual([undefined, 'lambda-throttled-reserved', undefined])
  })

  it('keeps a busy instance until the timeout if nobody answers', () => {
    const pool = lambdaPool({ on: 'fn:resize', reservedConcurrency: 1, timeoutSeconds: 5 })
    const faults = faultsOf(pool, [call(0, { tookMs: Infinity }), call(4999), call(5000)])
    expect(faults).toEqual([undefined, 'lambda-throttled-reserved', undefined])
  })

  it('has a pool for each function, and none for other services', () => {
    const pool = lambdaPool({ on: 'svc:*' })
    const other = 'arn:aws:lambda:us-east-1:123456789012:function:split'
    expect(seenBy(pool, [call(0), call(0, { arn: other }), call(0, { arn: putObject })])).toMatchObject([
      { function: 'resize', instance: 1 },
      { function: 'split', instance: 1 },
      undefined,
    ])
  })

  it('leaves a state as it was when it goes on from it', () => {
    const pool = lambdaPool({ on: 'fn:resize', tmpLeakMbPerInvocation: 200 })
    const before = [0, 1000].reduce((state, atMs) => meetOnce(pool, state, call(atMs)).state, pool.begin(ORIGIN_MS))
    const text = JSON.stringify([...(before as { pools: Map<string, unknown> }).pools])
    const ways = [1, 2].map(() => meetOnce(pool, before, call(2000)))
    expect(ways.map(({ meeting }) => meeting.strike?.definition.id)).toEqual(['lambda-tmp-full', 'lambda-tmp-full'])
    expect(ways[0]).toEqual(ways[1])
    expect(JSON.stringify([...(before as { pools: Map<string, unknown> }).pools])).toBe(text)
  })

  it('is bounded by its instances, not by its calls', () => {
    const pool = lambdaPool({ on: 'fn:resize', maxLifeMs: '1m' })
    let state = pool.begin(ORIGIN_MS)
    for (const told of oneByOne(10_000)) state = meetOnce(pool, state, told).state
    const size = JSON.stringify([...(state as { pools: Map<string, unknown> }).pools]).length
    expect(size).toBeLessThan(1000)
  })
})

function well(calls: number): readonly undefined[] {
  return Array<undefined>(calls).fill(undefined)
}
