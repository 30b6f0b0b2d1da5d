import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { toJsonText } from '../../../src/wire/wire-json.js'

function nested(depth: number, inner: Json, wrap: (value: Json) => Json): Json {
  let value = inner
  for (let level = 0; level < depth; level += 1) value = wrap(value)
  return value
}

describe('toJsonText', () => {
  it('is compact', () => {
    expect(toJsonText({ a: [1, 'x', null], 'b"c': {} })).toBe('{"a":[1,"x",null],"b\\"c":{}}')
  })

  it('writes values nested too deeply for recursion', () => {
    const depth = 20_000
    const value = nested(depth, [1, 'x'], (inner) => ({ first: true, inner: [inner, 2] }))
    const text = '{"first":true,"inner":['.repeat(depth) + '[1,"x"]' + ',2]}'.repeat(depth)
    expect(toJsonText(value) === text).toBe(true)
  })
})
