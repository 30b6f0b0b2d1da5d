/** A leftist heap: immutable, the least entry on top; adding and taking cost O(log n) and share the rest. */
export interface Heap<T> {
  readonly size: number
  readonly entry: Entry<T>
  readonly rank: number
  readonly left: Heap<T> | undefined
  readonly right: Heap<T> | undefined
}

/** Of two entries with one key, the one with the lower tie is less. */
export interface Entry<T> {
  readonly key: number
  readonly tie: number
  readonly value: T
}

/** The heap with one entry more; `undefined` is the empty heap. */
export function withEntry<T>(heap: Heap<T> | undefined, key: number, tie: number, value: T): Heap<T> {
  return merged(heap, { size: 1, entry: { key, tie, value }, rank: 1, left: undefined, right: undefined })
}

/** The heap without its least entry. */
export function withoutLeast<T>({ left, right }: Heap<T>): Heap<T> | undefined {
  if (left === undefined || right === undefined) return left ?? right
  return merged(left, right)
}

export function heapSize(heap: Heap<unknown> | undefined): number {
  return heap?.size ?? 0
}

function merged<T>(a: Heap<T> | undefined, b: Heap<T>): Heap<T> {
  if (a === undefined) return b
  const [top, other] = isLess(b.entry, a.entry) ? [b, a] : [a, b]
  const below = merged(top.right, other)
  const size = top.size + other.size
  const leftRank = top.left?.rank ?? 0
  return leftRank >= below.rank
    ? { size, entry: top.entry, rank: below.rank + 1, left: top.left, right: below }
    : { size, entry: top.entry, rank: leftRank + 1, left: below, right: top.left }
}

function isLess(a: Entry<unknown>, b: Entry<unknown>): boolean {
  return a.key === b.key ? a.tie < b.tie : a.key < b.key
}
