import { describe, expect, it } from 'vitest'
import { keyedNumber } from '../../../../src/engine/random.js'
import { type HeapEntry, DueHeap } from '../../../../src/explore/simulation/due-heap.js'

describe('what is due', () => {
  it('comes by its time, and at one instant by its index, whatever order it went in', () => {
    const heap = new DueHeap<HeapEntry>()
    const all = Array.from({ length: 500 }, (_, index) => ({
      atMs: Math.floor(keyedNumber(`due ${index}`) * 50),
      index,
    }))
    for (const due of [...all].reverse()) heap.push(due)
    expect(heap.size).toBe(500)
    const first = heap.peek()
    const popped = all.map(() => heap.pop())
    expect(popped[0]).toBe(first)
    expect(popped).toEqual([...all].sort((a, b) => a.atMs - b.atMs || a.index - b.index))
    expect(heap.pop()).toBeUndefined()
    expect(heap.peek()).toBeUndefined()
  })
})
