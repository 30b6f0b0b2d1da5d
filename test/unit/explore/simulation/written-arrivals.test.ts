import { describe, expect, it } from 'vitest'
import { bursts, listed, spike, steady } from '../../../../src/explore/simulation/arrivals.js'
import { parseArrivals, readArrivals } from '../../../../src/explore/simulation/arrivals-object.js'

describe('arrivals as text', () => {
  it.each([
    ['bursts(every=5m, size=100)', bursts({ every: '5m', size: 100 })],
    [' bursts( size=1 , every=1h 30m,jitter=10s ) ', bursts({ every: '1h 30m', size: 1, jitter: '10s' })],
    ['steady(perSecond=0.5)', steady({ perSecond: 0.5 })],
    ['steady(every=30s)', steady({ every: '30s' })],
    ['spike(at=10m, size=5000, over=30s)', spike({ at: '10m', size: 5000, over: '30s' })],
  ])('%s', (text, value) => {
    expect(parseArrivals(text)).toEqual(value)
  })

  it.each([
    ['burst(every=5m, size=1)', 'there are no arrivals "burst"; did you mean bursts?'],
    ['waves(every=5m)', 'there are no arrivals "waves"; there are bursts, steady, spike'],
    ['bursts(evry=5m, size=1)', 'bursts has no evry; did you mean every?'],
    ['bursts(size=1)', 'every is missing; write bursts(every=5m, size=100)'],
    ['bursts(every=5, size=1)', 'not a duration: "5"'],
    ['bursts(every=5m, size=many)', 'size must be a number, and it is "many"'],
    ['bursts(every=5m, every=6m, size=1)', 'bursts has every twice'],
    ['bursts(every, size=1)', 'bursts takes name=value, and got "every"'],
    ['bursts every 5m', 'not arrivals: "bursts every 5m"; write bursts(every=5m, size=100)'],
    ['constructor(a=1)', 'there are no arrivals "constructor"'],
    ['steady()', 'steady arrivals take perSecond or every, one of the two'],
    [`bursts(${'x'.repeat(100_000)}`, 'not arrivals: "bursts(xxx'],
  ])('%.40s is refused', (text, message) => {
    expect(() => parseArrivals(text)).toThrow(message)
  })
})

describe('arrivals in a file', () => {
  it('are a text, an object, or a list of these', () => {
    const five = bursts({ every: '5m', size: 100 })
    expect(readArrivals('bursts(every=5m, size=100)')).toEqual([five])
    expect(readArrivals({ bursts: { every: '5m', size: 100 } })).toEqual([five])
    expect(readArrivals(['spike(at=1s, size=2)', { bursts: { every: 300_000, size: 100 } }])).toEqual([
      spike({ at: '1s', size: 2 }),
      five,
    ])
  })

  it('are single ones with their inputs', () => {
    expect(readArrivals([{ atMs: 5, input: { n: 1 } }, { at: '1m' }])).toEqual([
      listed([{ atMs: 5, input: { n: 1 } }, { atMs: 60_000 }]),
    ])
  })

  it.each([
    [7, 'not arrivals: 7'],
    [{ bursts: 1 }, 'not arrivals: {"bursts":1}'],
    [{ bursts: {}, steady: {} }, 'not arrivals: '],
    [[{ atMs: '5' }], 'atMs of an arrival must be a number, and it is "5"'],
    [[{ atMs: 5, inputs: 1 }], 'an arrival has atMs and input, and no inputs'],
    [[{ at: {} }], 'not a duration: "{}"'],
  ])('refuse %j', (written, message) => {
    expect(() => readArrivals(written)).toThrow(message)
  })
})
