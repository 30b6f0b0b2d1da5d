import { describe, expect, it } from 'vitest'
import { arrivalTimes } from '../../../../src/explore/simulation/arrival-times.js'
import { type Arrivals, bursts, listed, spike, steady } from '../../../../src/explore/simulation/arrivals.js'

function times(arrivals: Arrivals | readonly Arrivals[], untilMs = Infinity, seed = 0): readonly number[] {
  const all = 'kind' in arrivals ? [arrivals] : arrivals
  return [...arrivalTimes(all, untilMs, seed)].map(({ atMs }) => atMs)
}

describe('arrivals', () => {
  it('come in bursts, the first at 0, none at the end of the duration', () => {
    expect(times(bursts({ every: '5m', size: 2 }), 600_000)).toEqual([0, 0, 300_000, 300_000])
  })

  it('are spread within a burst by the seed, in order', () => {
    const spread = times(bursts({ every: '1m', size: 50, jitter: '1m' }), 120_000, 7)
    expect(spread).toHaveLength(100)
    expect(spread).toEqual([...spread].sort((a, b) => a - b))
    expect(spread[49]).toBeLessThan(60_000)
    expect(spread[50]).toBeGreaterThanOrEqual(60_000)
    expect(times(bursts({ every: '1m', size: 50, jitter: '1m' }), 120_000, 8)).not.toEqual(spread)
  })

  it('come steadily, by a rate or a distance', () => {
    expect(times(steady({ perSecond: 3 }), 1001)).toEqual([0, 333, 666, 1000])
    expect(times(steady({ every: '30s' }), 60_001)).toEqual([0, 30_000, 60_000])
  })

  it('come at once, or evenly over a time', () => {
    expect(times(spike({ at: '1s', size: 3 }))).toEqual([1000, 1000, 1000])
    expect(times(spike({ at: 0, size: 4, over: '2s' }))).toEqual([0, 500, 1000, 1500])
  })

  it('come as they are listed, sorted by time', () => {
    expect([...arrivalTimes([listed([{ atMs: 5, input: 'b' }, { atMs: 1 }])], Infinity, 0)]).toEqual([
      { atMs: 1 },
      { atMs: 5, input: 'b' },
    ])
  })

  it('of several kinds are merged by time', () => {
    const both = [steady({ every: 10 }), spike({ at: 15, size: 2 })]
    expect(times(both, 30)).toEqual([0, 10, 15, 15, 20])
  })

  it.each([
    ['a distance of nothing', () => steady({ every: 0 }), 'every must be longer than 0 ms'],
    ['two rates', () => steady({ every: 1, perSecond: 1 }), 'perSecond or every, one of the two'],
    ['a rate of nothing', () => steady({ perSecond: 0 }), 'perSecond must be a number over 0, and it is 0'],
    ['half an execution', () => spike({ at: 0, size: 0.5 }), 'size must be a whole number from 1 to 10000000'],
    ['jitter beyond the next burst', () => bursts({ every: '1s', size: 1, jitter: '2s' }), '2s is more than 1s'],
    ['a time before the start', () => listed([{ atMs: -1 }]), 'atMs of arrival 0 must be whole milliseconds from 0'],
  ])('refuse %s', (_, make, message) => {
    expect(make).toThrow(message)
  })
})
