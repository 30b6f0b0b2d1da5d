import { describe, expect, it } from 'vitest'
import { QueryFailure } from '../../../../../src/data/failure.js'
import { compileJsonata } from '../../../../../src/data/jsonata.js'
import { scopeOf } from '../scope.js'

/** The value, or the end of the failure's cause. */
function evaluate(text: string): unknown {
  const answer = compileJsonata(text).evaluate(scopeOf({}), 'Output')
  return answer instanceof QueryFailure ? answer.cause.replace(/^.*specified for the field 'Output' /s, '') : answer
}

const NOTHING = 'returned nothing (undefined).'
const PASSIVE =
  'threw an error during evaluation. D3086: The sub-picture must not contain a passive character that is preceded by an active character and that is followed by another active character'
const failing = (message: string) => `threw an error during evaluation. D3137: ${message}`

describe("Step Functions' own functions", () => {
  it.each([
    ['$partition([1, 2, 3, 4], 3)', [[1, 2, 3], [4]]],
    ['$partition([0], 3)', [[0]]],
    ['$partition([1, 2, 3], 2.9)', [[1, 2], [3]]],
    ['$partition([1, 2])', [[1, 2]]],
    ['$partition([], 2)', NOTHING],
    ['$partition([1], 0)', NOTHING],
    ['$partition([1], -1)', failing('Second argument must be zero or greater')],
    ['$range(0, 10, 3)', [0, 3, 6, 9]],
    ['$range(1, 9, 9)', 1],
    ['$range(5, 1, -2)', [5, 3, 1]],
    ['$range(1, 5, -1)', NOTHING],
    ['$range(1, 5, 0)', NOTHING],
    ['$range(1, 5)', NOTHING],
    ['$range(1.7, 5.9, 2.9)', [1, 3, 5]],
    ['$range(-2.9, 0, 1)', [-2, -1, 0]],
    ['$range(1, 5, 0.9)', NOTHING],
    [
      '$hash(42, "MD5")',
      'threw an error during evaluation. T0410: Argument 1 of function "hash" does not match function signature',
    ],
    [
      '$hash({"a": 1}, "MD5")',
      'threw an error during evaluation. T0410: Argument 1 of function "hash" does not match function signature',
    ],
    ['$string(12345678901234567)', '12345678901234568'],
    ['$string({"id": 9223372036854775807})', '{"id":9223372036854776000}'],
    ['"#" & 123456789012345678', '#123456789012345680'],
    ['$string(0.1 + 0.2)', '0.3'],
    ['$string(1/3)', '0.333333333333333'],
    ['$formatNumber(1, "x")', PASSIVE],
    ['$formatNumber(-1, "0;x")', PASSIVE],
    ['$formatNumber(0, "x")', PASSIVE],
    ['$formatNumber(1, "#0.0 x")', '1.0 x'],
    ['$hash("input data", "MD5")', '812f45842bc6d66ee14572ce20db8e86'],
    ['$hash("", "SHA-1")', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['$length($hash("x", "SHA-256")) + $length($hash("x", "SHA-384")) + $length($hash("x", "SHA-512"))', 288],
    ['$hash("x")', NOTHING],
    ['$hash("x", "md5")', failing('Hash algorithm not supported: md5')],
    ['$random(42)', 0.7275636800328681],
    ['$random(0)', 0.730967787376657],
    ['$random(42.9)', 0.7275636800328681],
    ['$random(-1)', 0.26894263088050496],
    ['$uuid()', 'uuid of JSONata $uuid'],
    ['[$random(), $random()]', [0, 0.25]],
    ['$shuffle([1, 2, 3])', [2, 3, 1]],
    ['$parse("[1, {\\"a\\": null}]")', [1, { a: null }]],
    ['$parse("-0")', 0],
    ['$parse("1.0")', 1],
    ['$parse()', NOTHING],
    ['$parse("")', failing('Invalid JSON')],
    ['$parse("1 2")', failing('Invalid JSON')],
    ['$parse("1e400")', failing('Invalid JSON')],
    ['$parse(\'{"a": 1, "a": 2}\')', failing('Invalid JSON')],
    ['$parse(\'{"a": {"b": 1}, "b": [{"a": 1}, "a", "a"]}\')', { a: { b: 1 }, b: [{ a: 1 }, 'a', 'a'] }],
  ])('%s', (text, expected) => {
    expect(evaluate(text)).toEqual(expected)
  })
})

describe('the clock', () => {
  it.each([
    ['$millis()', Date.UTC(2030, 0, 1)],
    ['$now()', '2030-01-01T00:00:00.000Z'],
    ['$now("[Y]/[M01]", "+0100")', '2030/01'],
    ['$toMillis($now())', Date.UTC(2030, 0, 1)],
    ['$toMillis("12:30", "[H]:[m]")', Date.UTC(2030, 0, 1, 12, 30)],
    ['$toMillis("2020-06-01T00:00:00")', Date.UTC(2020, 5, 1)],
    ['$toMillis("2020-06-01T02:00:00+02:00")', Date.UTC(2020, 5, 1)],
  ])('%s is the virtual time, and UTC', (text, expected) => {
    expect(evaluate(text)).toBe(expected)
  })
})
