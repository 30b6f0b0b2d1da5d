import type { MapRunWork } from '../execution.js'
import { itemCountFrom } from './map-run-children.js'
import type { StartMark } from './map-run-work.js'

/** Children of one instant that share a mark. */
const MARKED_CHILDREN = 100

/** Notes that a child starts now, if the newest mark does not tell already. */
export function markStart(
  newest: StartMark | undefined,
  child: number,
  item: number,
  atMs: number,
): StartMark | undefined {
  if (newest?.atMs === atMs && child - newest.child < MARKED_CHILDREN) return newest
  return { child, item, atMs, before: newest }
}

/** Where a child began: its first item, and the instant. */
export interface ChildStart {
  readonly firstItem: number
  readonly atMs: number
}

/** Tells of any child of a Map Run where it began. */
export class ChildStarts {
  readonly #work: MapRunWork
  readonly #marks: readonly StartMark[]

  constructor(work: MapRunWork) {
    const marks: StartMark[] = []
    for (let mark = work.starts; mark; mark = mark.before) marks.push(mark)
    this.#work = work
    this.#marks = marks.reverse()
  }

  /** Undefined for an index that no child has. */
  of(index: number): ChildStart | undefined {
    if (index >= this.#work.nextChild) return undefined
    const mark = this.#markBefore(index)
    if (!mark) return undefined
    let firstItem = mark.item
    if (!this.#work.limits.batch) firstItem += index - mark.child
    else for (let child = mark.child; child < index; child++) firstItem += itemCountFrom(this.#work, firstItem)
    return { firstItem, atMs: mark.atMs }
  }

  /** The last mark at or before a child, by halving. */
  #markBefore(index: number): StartMark | undefined {
    let low = 0
    let high = this.#marks.length
    while (low < high) {
      const middle = (low + high) >> 1
      const mark = this.#marks[middle]
      if (mark && mark.child <= index) low = middle + 1
      else high = middle
    }
    return this.#marks[low - 1]
  }
}
