import { describe, expect, it } from 'vitest'
import { formatTimestamp, parseInstant, parseTimestamp } from '../../../src/data/timestamps.js'

describe('a timestamp', () => {
  it.each([
    ['2016-03-14T01:59:00Z', 1_457_920_740_000],
    ['1970-01-01T00:00:00Z', 0],
    ['1970-01-01T01:00:00+01:00', 0],
    ['1969-12-31T18:30:00-05:30', 0],
    ['2016-03-05T21:29:29.243167252Z', 1_457_213_369_243],
    ['2024-02-29T00:00:00Z', 1_709_164_800_000],
    ['0001-01-01T00:00:00Z', -62_135_596_800_000],
  ])('%s is %d ms from the epoch', (text, ms) => {
    expect(parseTimestamp(text)).toBe(ms)
  })

  it.each([
    ['without zone', '2012-10-09T19:00:55'],
    ['without T', '2012-10-09 19:00:55Z'],
    ['with a small t', '2012-10-09t19:00:55Z'],
    ['without seconds', '2012-10-09T19:00Z'],
    ['a date only', '2023-02-24'],
    ['day first', '05-12-2016T21:29:29Z'],
    ['month 13', '2016-13-05T21:29:29Z'],
    ['month 0', '2016-00-05T21:29:29Z'],
    ['February 30', '2024-02-30T00:00:00Z'],
    ['February 29 of a year that is no leap year', '2023-02-29T00:00:00Z'],
    ['hour 25', '2016-12-05T25:29:29Z'],
    ['24:00', '2016-12-05T24:00:00Z'],
    ['second 60', '2016-12-31T23:59:60Z'],
    ['ten digits of fraction', '2016-03-05T21:29:29.2431672521Z'],
    ['a point without fraction', '2016-03-05T21:29:29.Z'],
    ['an offset beyond 18 hours', '2016-03-05T21:29:29+18:01'],
    ['a newline at the end', '2016-03-05T21:29:29Z\n'],
    ['nothing', ''],
  ])('%s is refused', (_what, text) => {
    expect(parseTimestamp(text)).toBeUndefined()
  })

  it('keeps nanoseconds for comparisons', () => {
    expect(parseInstant('1970-01-01T00:00:00.000000001Z')).toBe(1n)
  })

  it('rounds down to the millisecond, also before 1970', () => {
    expect(parseTimestamp('1969-12-31T23:59:59.9995Z')).toBe(-1)
  })

  it('is written with milliseconds and Z', () => {
    expect(formatTimestamp(1_893_456_000_000)).toBe('2030-01-01T00:00:00.000Z')
  })
})
