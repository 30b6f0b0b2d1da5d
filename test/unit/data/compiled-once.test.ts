import { describe, expect, it, vi } from 'vitest'
import { compiledOnce } from '../../../src/data/compiled-once.js'

describe('compiledOnce', () => {
  it('compiles a text once', () => {
    const compile = vi.fn((text: string) => ({ text }))
    const once = compiledOnce(compile)
    expect(once('a')).toBe(once('a'))
    expect(once('b')).toEqual({ text: 'b' })
    expect(compile).toHaveBeenCalledTimes(2)
  })

  it('forgets the oldest text when there are too many', () => {
    const compile = vi.fn((text: string) => ({ text }))
    const once = compiledOnce(compile, 2)
    const [first, , third] = [once('a'), once('b'), once('c')]
    expect(once('c')).toBe(third)
    expect(once('a')).not.toBe(first)
  })

  it('keeps nothing of a text that does not compile', () => {
    const once = compiledOnce((text: string) => {
      if (text === '') throw new Error('nothing there')
      return { text }
    })
    expect(() => once('')).toThrow('nothing there')
    expect(() => once('')).toThrow('nothing there')
  })
})
