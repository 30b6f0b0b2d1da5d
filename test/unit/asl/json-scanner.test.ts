import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointer } from '../../../src/asl/json.js'
import type { Json } from '../../../src/asl/json.js'
import { findJsonFault, jsonOffsets } from '../../../src/asl/json-scanner.js'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function pointersOf(value: Json, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pointersOf(inner, pointer(at, key)))]
}

describe('the JSON scanner', () => {
  it('finds a fault exactly where JSON.parse does', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e9"',
      '"\\x"',
      '"',
      '1',
      '-0.5e+3',
      '01',
      '1.',
      'true',
      'nul',
      ' ',
      '\n',
      '\t',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 8 }), (parts) => {
        const text = parts.join('')
        expect([text, findJsonFault(text) === undefined]).toEqual([text, isJson(text)])
      }),
      { numRuns: 3000, seed: 7 },
    )
  })

  it('knows the place of every value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value, undefined, 2)
        const plain = JSON.parse(text) as Json
        expect([...jsonOffsets(text).keys()].sort()).toEqual([...new Set(pointersOf(plain))].sort())
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  it('puts a member at its name, an element and the root at the value, and the last of two names wins', () => {
    expect([...jsonOffsets(' {"a": [1, {"b/~": 2}], "a": 3}')]).toEqual([
      ['', 1],
      ['/a', 24],
      ['/a/0', 8],
      ['/a/1', 11],
      ['/a/1/b~1~0', 12],
    ])
  })

  it('says what is expected and where', () => {
    expect(findJsonFault('{"a" 1}')).toEqual({ offset: 5, expected: "':'" })
    expect(findJsonFault('[1 2]')).toEqual({ offset: 3, expected: "',' or ']'" })
    expect(findJsonFault('{} x')).toEqual({ offset: 3, expected: 'the end of the text' })
    expect(findJsonFault('"a\nb"')).toEqual({
      offset: 2,
      expected: 'the end of the string, or an escape for a line break or tab',
    })
    expect(findJsonFault('"abc')).toEqual({ offset: 0, expected: 'the end of the string that starts here' })
  })

  it('does not overflow on deep nesting or long strings', () => {
    expect(findJsonFault('['.repeat(200_000))).toEqual({ offset: 200_000, expected: 'a value' })
    expect(findJsonFault(`"${'x\\n'.repeat(500_000)}"`)).toBeUndefined()
  })
})
