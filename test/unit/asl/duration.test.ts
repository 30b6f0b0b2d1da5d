import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDuration, printDuration } from '../../../src/asl/duration.js'

describe('parseDuration', () => {
  it.each([
    ['90s', 90_000],
    ['2m', 120_000],
    ['1h', 3_600_000],
    ['3d', 259_200_000],
    ['250ms', 250],
    ['1.5s', 1500],
    ['1h 30m', 5_400_000],
    [' 1m30s ', 90_000],
    ['0s', 0],
    [1234, 1234],
  ])('reads %j', (duration, ms) => {
    expect(parseDuration(duration)).toBe(ms)
  })

  it.each(['', 's', '90 sec', '-1s', '1s1', '1e3s', '0.0001ms', 'NaN', -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %j',
    (duration) => {
      expect(() => parseDuration(duration)).toThrow(/^not a duration: .*; write whole milliseconds, or a text such as/)
    },
  )

  it('asks for the unit of a text that is only a number', () => {
    expect(() => parseDuration('30')).toThrow('not a duration: "30"; say the unit, as in "30s" or "30ms"')
  })
})

describe('printDuration', () => {
  it.each([
    [90_000, '1m 30s'],
    [0, '0s'],
    [250, '250ms'],
    [1500, '1s 500ms'],
    [176_400_000, '2d 1h'],
    [-1000, '-1s'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
  ])('prints %j as %s', (ms, text) => {
    expect(printDuration(ms)).toBe(text)
  })

  it('is read back by parseDuration', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000_000 }), (ms) => {
        expect(parseDuration(printDuration(ms))).toBe(ms)
      }),
      { seed: 7 },
    )
  })
})
