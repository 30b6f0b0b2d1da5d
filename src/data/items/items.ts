import type { Json } from '../../asl/json.js'

/**
 * The items of a distributed Map: how many there are is known, and each is made when it is asked for, so that a file of a
 * million rows is never a million objects at once. Immutable. A plain list is one of these.
 */
export interface Items {
  readonly length: number
  /** The item at an index from 0; undefined from `length` on. */
  at(index: number): Json | undefined
}

/** The first `count` items, or all if there are fewer. */
export function firstItems(items: Items, count: number): Items {
  if (count >= items.length) return items
  return { length: count, at: (index) => (index < count ? items.at(index) : undefined) }
}

/** All items at once. */
export function itemList(items: Items): readonly Json[] {
  return Array.from({ length: items.length }, (_, index) => items.at(index) ?? null)
}
