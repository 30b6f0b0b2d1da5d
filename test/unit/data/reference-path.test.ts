import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { InvalidExpressionError, QueryFailure } from '../../../src/data/failure.js'
import { compileReferencePath } from '../../../src/data/reference-path.js'

function write(path: string, rawInput: Json, value: Json): Json | QueryFailure {
  return compileReferencePath(path).write(rawInput, value)
}

describe('a reference path', () => {
  it('replaces everything with $', () => {
    expect(write('$', { a: 1 }, 2)).toBe(2)
  })

  it('makes the objects that are missing', () => {
    expect(write('$.a.b.c', { x: 1 }, 2)).toEqual({ x: 1, a: { b: { c: 2 } } })
  })

  it('overwrites a member in its place', () => {
    expect(JSON.stringify(write('$.b', { a: 1, b: 2, c: 3 }, 9))).toBe('{"a":1,"b":9,"c":3}')
  })

  it('replaces an element of an array, also below it', () => {
    expect(write('$.a[1]', { a: [1, 2, 3] }, 9)).toEqual({ a: [1, 9, 3] })
    expect(write("$[0]['x'].y", [{ z: 1 }], 9)).toEqual([{ z: 1, x: { y: 9 } }])
  })

  it('copies what lies along the path, shares the rest and changes nothing', () => {
    const rawInput = { a: { b: { c: 1 }, kept: {} }, kept: {} }
    const before = structuredClone(rawInput)
    const result = write('$.a.b.d', rawInput, 2) as typeof rawInput
    expect(rawInput).toEqual(before)
    expect(result.kept).toBe(rawInput.kept)
    expect(result.a.kept).toBe(rawInput.a.kept)
  })

  it('treats __proto__ as a name like any other', () => {
    const result = write('$.__proto__.polluted', {}, true)
    expect(JSON.stringify(result)).toBe('{"__proto__":{"polluted":true}}')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(JSON.stringify(write('$.a', JSON.parse('{"__proto__":1}') as Json, 2))).toBe('{"__proto__":1,"a":2}')
  })

  it.each([
    ['$.a', 5],
    ['$.a', null],
    ['$.a', [1]],
    ['$.a.b', { a: 'text' }],
    ['$.a.b', { a: null }],
    ['$.a[3]', { a: [1, 2, 3] }],
    ['$.a[-1]', { a: [1, 2, 3] }],
    ['$.a[0]', {}],
    ['$.a[0]', { a: {} }],
  ])('%s does not fit %j', (path, rawInput) => {
    const cause = `Unable to apply ReferencePath ${path} to input ${JSON.stringify(rawInput)}`
    expect(write(path, rawInput, 1)).toEqual(new QueryFailure('States.ResultPathMatchFailure', cause))
  })

  it.each([
    '$$.a',
    '$order.a',
    'a',
    '',
    '$.a[*]',
    '$..a',
    '$.a[0,1]',
    '$.a[1:]',
    "$['a','b']",
    '$.a[(@.length-1)]',
    '$[?(@.a)]',
  ])('%j is none', (path) => {
    expect(() => compileReferencePath(path)).toThrow(InvalidExpressionError)
  })
})
