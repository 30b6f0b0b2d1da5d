import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Heap, heapSize, withEntry, withoutLeast } from '../../../../src/faults/models/heap.js'

function drained(heap: Heap<number> | undefined): readonly number[] {
  const values: number[] = []
  for (let rest = heap; rest; rest = withoutLeast(rest)) values.push(rest.entry.value)
  return values
}

describe('a heap', () => {
  it('hands out what was put in, least first, and in order of the tie among equals', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (keys) => {
        let heap: Heap<number> | undefined
        for (const [tie, key] of keys.entries()) heap = withEntry(heap, key, tie, key * 1000 + tie)
        expect(heapSize(heap)).toBe(keys.length)
        const values = keys.map((key, tie) => key * 1000 + tie)
        expect(drained(heap)).toEqual(values.toSorted((a, b) => a - b))
      }),
    )
  })

  it('stays as it was when it goes on two ways', () => {
    const heap = withEntry(withEntry<number>(undefined, 2, 0, 2), 1, 1, 1)
    const rest = withoutLeast(heap)
    const more = withEntry(heap, 0, 2, 0)
    expect([heap, rest, more].map(drained)).toEqual([[1, 2], [2], [0, 1, 2]])
  })
})
