import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { call, detailOf, nestedArray } from './call.js'

describe('States.StringToJson', () => {
  it.each<[string, Json]>([
    ['', null],
    [' \n', null],
    ['null', null],
    ['-0', 0],
    ['1.5', 1.5],
    ['"text"', 'text'],
    ['[1, {"a": true}]', [1, { a: true }]],
  ])('%j is %j', (text, value) => {
    expect(call('States.StringToJson($)', text)).toEqual(value)
  })

  it.each(['{', 'abc', '1 2', "{'a': 1}"])('refuses %j', (text) => {
    expect(detailOf('States.StringToJson($)', text)).toBe('The string is not valid JSON')
  })

  it('keeps a member called __proto__', () => {
    expect(Object.keys(Object(call('States.StringToJson($)', '{"__proto__":1}')))).toEqual(['__proto__'])
  })

  it('reads text of any depth', () => {
    const text = '['.repeat(10_000) + ']'.repeat(10_000)
    expect(Array.isArray(call('States.StringToJson($)', text))).toBe(true)
  })
})

it('States.JsonToString is compact JSON', () => {
  expect(call('States.JsonToString($)', { a: [1, 'x', null] })).toBe('{"a":[1,"x",null]}')
  expect(call('States.JsonToString($)', 'x')).toBe('"x"')
  expect(call('States.JsonToString($)', null)).toBe('null')
  expect(detailOf('States.JsonToString($)', nestedArray(10_000))).toBe('Argument 1 is nested more than 1000 deep')
})

describe('States.JsonMerge', () => {
  it('lays the second over the first, shallowly', () => {
    const merged = call('States.JsonMerge($.a, $.b, false)', { a: { x: { p: 1 }, y: 2 }, b: { z: 3, x: { q: 1 } } })
    expect(JSON.stringify(merged)).toBe('{"x":{"q":1},"y":2,"z":3}')
  })

  it('never reaches the prototype', () => {
    const merged = call('States.JsonMerge($, $, false)', JSON.parse('{"__proto__":{"polluted":1}}') as Json)
    expect(JSON.stringify(merged)).toBe('{"__proto__":{"polluted":1}}')
    expect(merged).not.toHaveProperty('polluted')
  })

  it('refuses deep merging and anything but objects', () => {
    expect(detailOf('States.JsonMerge($, $, true)', {})).toMatch(/^Argument 3 must be false/)
    expect(detailOf('States.JsonMerge($, $, false)', [])).toBe('Argument 1 must be an object and not an array')
  })
})
