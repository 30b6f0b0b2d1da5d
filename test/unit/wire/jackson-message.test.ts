import { describe, expect, it } from 'vitest'
import { findJacksonFault } from '../../../src/wire/jackson-message.js'

/** The message without the place. */
function told(text: string): string | undefined {
  const fault = findJacksonFault(text)
  return fault?.message.slice(0, -`\n at ${fault.location}`.length)
}

function place(text: string): string | undefined {
  return /line: (\d+, column: \d+)\]$/.exec(findJacksonFault(text)?.location ?? '')?.[1]
}

const ONE_OF = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"

describe('findJacksonFault', () => {
  it('tells an unknown word as it was recorded', () => {
    const location = '[Source: (String)"not a definition"; line: 1, column: 4]'
    expect(findJacksonFault('not a definition')).toEqual({
      text: `Unrecognized token 'not': was expecting ${ONE_OF}`,
      message: `Unrecognized token 'not': was expecting ${ONE_OF}\n at ${location}`,
      location,
    })
  })

  it.each(['{}', '[]', '"a"', ' { "a" : [ 1, -2.5e+3, "\\u0041\\n", true, false, null, {}, 0 ] } ', '-0.0e-1 '])(
    'finds nothing in %s',
    (text) => {
      JSON.parse(text)
      expect(findJacksonFault(text)).toBeUndefined()
    },
  )

  it.each([
    ['{"a": 1,}', `Unexpected character ('}' (code 125)): was expecting double-quote to start field name`],
    [`{'a': 1}`, `Unexpected character (''' (code 39)): was expecting double-quote to start field name`],
    ['{"a": 1 "b": 2}', `Unexpected character ('"' (code 34)): was expecting comma to separate Object entries`],
    ['[1 2]', `Unexpected character ('2' (code 50)): was expecting comma to separate Array entries`],
    ['{"a" 1}', `Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value`],
    ['{"a": }', `Unexpected character ('}' (code 125)): expected a value`],
    ['[1,]', `Unexpected character (']' (code 93)): expected a valid value ${ONE_OF}`],
    ['{"a": .5}', `Unexpected character ('.' (code 46)): expected a valid value ${ONE_OF}`],
    ['\ufeff{}', `Unexpected character ('\ufeff' (code 65279 / 0xfeff)): expected a valid value ${ONE_OF}`],
    ['{"a": $x}', `Unrecognized token '$x': was expecting ${ONE_OF}`],
    ['{"a": tru}', `Unrecognized token 'tru': was expecting ${ONE_OF}`],
    ['{"a": nullify}', `Unrecognized token 'nullify': was expecting ${ONE_OF}`],
    ['{"a": NaN}', "Non-standard token 'NaN': enable JsonParser.Feature.ALLOW_NON_NUMERIC_NUMBERS to allow"],
    [
      '{"a": +1}',
      `Unexpected character ('1' (code 49)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value`,
    ],
    ['{"a": 01}', 'Invalid numeric value: Leading zeroes not allowed'],
    ['{"a": 1.}', `Unexpected character ('}' (code 125)) in numeric value: Decimal point not followed by a digit`],
    ['{"a": 1e}', `Unexpected character ('}' (code 125)) in numeric value: Exponent indicator not followed by a digit`],
    ['{"a": "\\x"}', `Unrecognized character escape 'x' (code 120)`],
    ['"\\u00g0"', `Unexpected character ('g' (code 103)): expected a hex-digit for character escape sequence`],
    ['{"a\tb": 1}', '\t in name'],
    [
      '{} // done',
      `Unexpected character ('/' (code 47)): maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)`,
    ],
  ])('tells what is wrong with %s', (text, message) => {
    const expected = message.startsWith('\t')
      ? 'Illegal unquoted character ((CTRL-CHAR, code 9)): has to be escaped using backslash to be included in name'
      : message
    expect(told(text)).toBe(expected)
  })

  it.each([
    ['{"a": "b', 'Unexpected end-of-input: was expecting closing quote for a string value'],
    ['{"a', 'Unexpected end-of-input in field name'],
    ['{"a"', 'Unexpected end-of-input within/between Object entries'],
    ['[1,', 'Unexpected end-of-input within/between Array entries'],
  ])('tells where %s ends too early', (text, message) => {
    expect(told(text)).toBe(message)
  })

  it('tells where the bracket stands that is not closed, or closed by another', () => {
    const quoted = '[Source: (String)"{\n "a": ["; line: 2, column: 7]'
    expect(told('{\n "a": [')).toBe(
      `Unexpected end-of-input: expected close marker for Array (start marker at ${quoted})`,
    )
    expect(told('[}')).toBe(
      `Unexpected close marker '}': expected ']' (for Array starting at [Source: (String)"[}"; line: 1, column: 1])`,
    )
    expect(told(']')).toContain("expected '}' (for root starting at ")
  })

  it('tells a second value behind the first', () => {
    expect(told('{} {}')).toContain('Trailing token (of type START_OBJECT) found after value')
    expect(place('{} {}')).toBe('1, column: 4')
  })

  it.each([
    ['{"a":1,}', '1, column: 9'],
    ['{\n  "a": 1,\r\n}', '3, column: 2'],
    ['{"a": "x\ny"}', '1, column: 10'],
    ['{\n', '2, column: 1'],
  ])('counts lines and columns as Jackson does in %j', (text, expected) => {
    expect(place(text)).toBe(expected)
  })

  it('quotes the first 500 characters of the source', () => {
    const text = `{"a": "${'x'.repeat(600)}", }`
    expect(findJacksonFault(text)?.location).toContain(`${text.slice(0, 500)}"[truncated ${text.length - 500} chars]; `)
  })

  it('finds a fault exactly where JSON.parse does', () => {
    const seeds = ['{"a":[1,true,"x\\n"],"b":{"c":null}}', '[[-1.5e3,"\\u0041"],{}]']
    const marks = ['', '{', '}', '[', ']', ',', ':', '"', '\\', 'x', '0', '-', '.', 'e', ' ', '\n', '/', '+']
    for (const seed of seeds) {
      for (let at = 0; at <= seed.length; at += 1) {
        for (const mark of marks) {
          for (const text of [
            seed.slice(0, at) + mark + seed.slice(at),
            seed.slice(0, at) + mark + seed.slice(at + 1),
          ]) {
            expect([text, findJacksonFault(text) === undefined]).toEqual([text, isJson(text)])
          }
        }
      }
    }
  })

  it('reads 100,000 levels of nesting', () => {
    expect(told('['.repeat(100_000))).toContain('expected close marker for Array')
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
