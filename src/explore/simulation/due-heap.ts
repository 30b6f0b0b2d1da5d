/** Something that is due at an instant. */
export interface HeapEntry {
  /** Virtual ms since the epoch. */
  readonly atMs: number
  /** Decides between what is due at one instant: lowest first. */
  readonly index: number
}

/** What is due, the next first: a binary heap. */
export class DueHeap<T extends HeapEntry> {
  readonly #heap: T[] = []

  get size(): number {
    return this.#heap.length
  }

  /** What is due next, left where it is. */
  peek(): T | undefined {
    return this.#heap[0]
  }

  push(item: T): void {
    const heap = this.#heap
    let at = heap.length
    heap.push(item)
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = heap[above]
      if (!parent || !isBefore(item, parent)) break
      heap[at] = parent
      at = above
    }
    heap[at] = item
  }

  /** Takes out what is due next. */
  pop(): T | undefined {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (last && heap.length > 0) this.#sink(last)
    return first
  }

  #sink(item: T): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      const left = heap[2 * at + 1]
      const right = heap[2 * at + 2]
      const child = left && right && isBefore(right, left) ? right : left
      if (!child || !isBefore(child, item)) break
      heap[at] = child
      at = child === left ? 2 * at + 1 : 2 * at + 2
    }
    heap[at] = item
  }
}

export function isBefore(a: HeapEntry, b: HeapEntry): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.index < b.index)
}
