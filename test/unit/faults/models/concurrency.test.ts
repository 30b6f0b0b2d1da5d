import { describe, expect, it } from 'vitest'
import { concurrency } from '../../../../src/faults/models/concurrency.js'
import { functionArn, lambdaInvoke } from '../fixtures.js'
import { faultsOf, meetOnce, ORIGIN_MS, type Told } from './calls.js'

const call = (atMs: number, name = 'resize', tookMs = 1000): Told => ({
  arn: functionArn.replace('resize', name),
  atMs,
  tookMs,
})

describe("an account's concurrency", () => {
  it('throttles what is over it, whichever function is called, until something ends', () => {
    const calls = [call(0), call(1, 'split'), call(2), call(999, 'join'), call(1000, 'join')]
    const throttled = 'lambda-throttled-account'
    expect(faultsOf(concurrency({ account: 2 }), calls)).toEqual([
      undefined,
      undefined,
      throttled,
      throttled,
      undefined,
    ])
  })

  it('keeps a part for a function, which has no more than that, and the others have the rest', () => {
    const model = concurrency({ account: 3, reserved: [{ function: 'resize', concurrency: 1 }] })
    const calls = [call(0), call(1), call(2, 'split'), call(3, 'split'), call(4, 'split')]
    const faults = [undefined, 'lambda-throttled-reserved', undefined, undefined, 'lambda-throttled-account']
    expect(faultsOf(model, calls)).toEqual(faults)
  })

  it('gives a function no more new environments than it may have in ten seconds', () => {
    // Two at once, one more every five seconds; what has an environment needs no new one.
    const model = concurrency({ scalingPer10s: 2 })
    const calls = [call(0), call(1), call(2), call(1500), call(5000), call(5001)]
    const burst = 'lambda-throttled-burst'
    expect(faultsOf(model, calls)).toEqual([undefined, undefined, burst, undefined, undefined, undefined])
    const long = [0, 1, 2, 4999, 5000, 5001].map((atMs) => call(atMs, 'resize', 60_000))
    expect(faultsOf(model, long)).toEqual([undefined, undefined, burst, burst, undefined, burst])
  })

  it('knows of what else runs in the account', () => {
    const model = concurrency({ account: 1000, background: [{ concurrency: 1000, fromMs: '1s', toMs: '2s' }] })
    const calls = [call(999), call(1000), call(1999), call(2000)]
    const throttled = 'lambda-throttled-account'
    expect(faultsOf(model, calls)).toEqual([undefined, throttled, throttled, undefined])
  })

  it('counts one function as one, however it is called', () => {
    const model = concurrency({ reserved: [{ function: 'resize', concurrency: 1 }] })
    const invoke = { arn: lambdaInvoke, atMs: 1, change: { parameters: { FunctionName: functionArn } } }
    expect(faultsOf(model, [call(0), invoke])).toEqual([undefined, 'lambda-throttled-reserved'])
  })

  it('ends what nobody answers at the timeout of the function', () => {
    const model = concurrency({ account: 1 })
    const hung: Told = { ...call(0), tookMs: Infinity, function: { timeoutSeconds: 5 } }
    expect(faultsOf(model, [hung, call(4999), call(5000)])).toEqual([undefined, 'lambda-throttled-account', undefined])
  })

  it('leaves a state as it was when it goes on from it', () => {
    const model = concurrency({ account: 2 })
    const before = meetOnce(model, model.begin(ORIGIN_MS), call(0)).state
    const ways = [1, 2].map(() => meetOnce(model, before, call(1)))
    expect(ways.map(({ meeting }) => meeting.strike)).toEqual([undefined, undefined])
    expect(ways[0]).toEqual(ways[1])
  })
})
