import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { exceeds, utf8Size } from '../../../src/data/json-text.js'

function stringified(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value))
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('a', '"', '\\', '\b', '\n', '\u000b', '\u007f', 'é', '€', '\ud83d', '\ude00', '😀', '\u2028'),
  }),
  fc.string({ unit: fc.constantFrom('a', 'é', '😀'), minLength: 250, maxLength: 300 }),
)
const scalar = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom(null, true, false, -0, 1e21, -1e-7, 5e-324, '__proto__'),
)
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', 'a', '')), tie('json'), {
      maxKeys: 5,
      noNullPrototype: true,
    }),
  ),
}))

describe('the size of JSON', () => {
  it('is the length of the text that JSON.stringify makes', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(utf8Size(value)).toBe(stringified(value))
        expect(utf8Size(value)).toBe(stringified(value))
      }),
      { numRuns: 1_000, seed: 7 },
    )
  })

  it.each([
    ['\ud800', 8],
    ['\udc00\ud800', 14],
    ['😀', 6],
    ['\u0000\u001f"\\', 18],
    [-0, 1],
    [1e21, 5],
    [{}, 2],
    [[], 2],
    [JSON.parse('{"__proto__":[null,true,false]}'), 31],
    ['x'.repeat(1_000), 1_002],
    [`${'x'.repeat(1_000)}\n`, 1_004],
  ] as const)('of %j is %i bytes', (value, size) => {
    expect(utf8Size(value as Json)).toBe(size)
    expect(stringified(value as Json)).toBe(size)
  })

  it('counts any depth', () => {
    let value: Json = 1
    for (let i = 0; i < 100_000; i++) value = i % 2 ? [value] : { a: value }
    expect(utf8Size(value)).toBe(1 + 50_000 * 2 + 50_000 * 6)
  })

  it('counts a part that occurs many times without going through it each time', () => {
    let value: Json = ['x'.repeat(2_000)]
    for (let i = 0; i < 40; i++) value = [value, value]
    expect(utf8Size(value)).toBe(2 ** 40 * 2_004 + (2 ** 40 - 1) * 3)
  })

  it('is above a limit exactly from one byte above it on', () => {
    fc.assert(
      fc.property(json, fc.integer({ min: -3, max: 3 }), (value, beside) => {
        const limit = stringified(value) + beside
        expect(exceeds(value, limit)).toBe(beside < 0)
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})
