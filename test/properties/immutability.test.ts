import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distributedCases, generatedCases } from './machines.js'
import { deepFreeze } from './deep-freeze.js'
import { SETTINGS, bytesOf, play, resumeTogether, sessionOf } from './sessions.js'

describe('an execution and its world', () => {
  it.each([
    ['Maps inside the execution', generatedCases],
    ['Maps of executions', distributedCases],
  ])('are never changed once an operation has given them out: %s', (_maps, cases) => {
    fc.assert(
      fc.property(cases, (given) => {
        const frozen = new WeakSet()
        const ended = play(sessionOf(given), resumeTogether, (value) => deepFreeze(value, frozen))
        expect(bytesOf(ended)).toBe(bytesOf(play(sessionOf(given))))
      }),
      { ...SETTINGS, numRuns: 150 },
    )
  })
})

describe('deepFreeze', () => {
  it('notices a change at any depth, in maps and sets, too, and stands cycles', () => {
    const cycle: { self?: unknown; map: Map<string, { n: number }>; set: Set<number>; deep: unknown[] } = {
      map: new Map([['a', { n: 1 }]]),
      set: new Set([1]),
      deep: [],
    }
    cycle.self = cycle
    let inner: unknown[] = cycle.deep
    for (let level = 0; level < 20_000; level++) {
      const next: unknown[] = []
      inner.push(next)
      inner = next
    }
    deepFreeze(cycle, new WeakSet())
    expect(() => inner.push(1)).toThrow(TypeError)
    expect(() => (cycle.self = 1)).toThrow(TypeError)
    expect(() => cycle.map.set('b', { n: 2 })).toThrow(TypeError)
    expect(() => cycle.set.add(2)).toThrow(TypeError)
    expect(() => Object.assign(cycle.map.get('a') ?? {}, { n: 2 })).toThrow(TypeError)
  })
})
