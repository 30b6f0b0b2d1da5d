import { describe, expect, it } from 'vitest'
import { findNotPlain } from '../../../src/asl/plain-json.js'

describe('findNotPlain', () => {
  it('accepts JSON data', () => {
    expect(findNotPlain({ a: [1, 'x', null, true, { b: {} }] })).toBeUndefined()
    expect(findNotPlain(null)).toBeUndefined()
  })

  it('points to what JSON cannot hold', () => {
    expect(findNotPlain({ a: [1, Number.NaN] })).toEqual({ pointer: '/a/1', why: 'is a number that JSON cannot hold' })
    expect(findNotPlain({ 'a/b': undefined })?.pointer).toBe('/a~1b')
    expect(findNotPlain(() => 1)).toEqual({ pointer: '', why: 'is of the type function, which JSON does not have' })
    expect(findNotPlain({ a: 1n })?.why).toContain('bigint')
  })

  it('stops at 200 levels, and in circles', () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    expect(findNotPlain(circle)?.why).toBe('is nested more than 200 levels deep')
  })

  it('stops at data that aliases blow up', () => {
    let wide: unknown[] = Array.from({ length: 100 }, () => 1)
    for (let level = 0; level < 4; level += 1) wide = Array.from({ length: 100 }, () => wide)
    expect(findNotPlain(wide)?.why).toBe('expands to more than 10000000 values')
  })
})
