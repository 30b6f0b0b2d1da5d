import { describe, expect, it } from 'vitest'
import { sameOutput } from '../../../src/explore/same-output.js'

describe('two outputs', () => {
  it.each([
    ['members in another order', { a: 1, b: [2] }, { b: [2], a: 1 }],
    ['dates', { StartDate: '2030-01-01T00:00:00Z' }, { StartDate: '2030-01-01T00:00:02.5Z' }],
    ['numbers that are dates', { CreationDate: 1 }, { CreationDate: 2 }],
    ['request ids', { id: '8d2d06d5-313c-41d5-b8e4-a3eb0066d356' }, { id: '0d2d06d5-313c-41d5-b8e4-a3eb0066d357' }],
    ['what the SDK adds', { SdkHttpMetadata: { HttpStatusCode: 200 } }, { SdkHttpMetadata: {} }],
  ])('say the same but for %s', (_, a, b) => {
    expect(sameOutput(a, b)).toBe(true)
  })

  it.each([
    ['a number', { count: 1 }, { count: 2 }],
    ['a text', 'paid', 'open'],
    ['a member that is missing', { a: 1, b: 2 }, { a: 1 }],
    ['an item', [1], [1, 2]],
    ['an output at all', undefined, null],
    ['a date in place of a text', { at: '2030-01-01T00:00:00Z' }, { at: 'never' }],
    ['a date in place of an id', '2030-01-01T00:00:00Z', '8d2d06d5-313c-41d5-b8e4-a3eb0066d356'],
  ])('differ in %s', (_, a, b) => {
    expect(sameOutput(a, b)).toBe(false)
  })
})
