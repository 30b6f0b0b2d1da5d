import { type Json, type JsonObject, member } from '../../asl/json.js'

/** A member of an object that a Map goes over. */
export interface MemberItem {
  readonly key: string
  readonly value: Json
}

/**
 * The items of a Map: how many there are is known, and each is made when it is asked for, so that a file of a million rows
 * is never a million objects at once. Immutable. A plain list is one of these.
 */
export interface Items {
  readonly length: number
  /** The item at an index from 0, as a child gets it; undefined from `length` on. */
  at(index: number): Json | undefined
  /** Where the items are an object's members: the member that `at` gives as `{ Key, Value }`. */
  memberAt?(index: number): MemberItem | undefined
  /** Where the item was read, `S3://bucket/key`; absent for items that were not read. */
  sourceAt?(index: number): string | undefined
}

/** The members of an object as items: `{ Key, Value }` each (measured for an ItemReader's data). */
export class Members implements Items {
  readonly #object: JsonObject
  readonly #keys: readonly string[]

  constructor(object: JsonObject) {
    this.#object = object
    this.#keys = Object.keys(object)
  }

  get length(): number {
    return this.#keys.length
  }

  at(index: number): Json | undefined {
    const found = this.memberAt(index)
    return found && { Key: found.key, Value: found.value }
  }

  memberAt(index: number): MemberItem | undefined {
    const key = this.#keys[index]
    return key === undefined ? undefined : { key, value: member(this.#object, key) ?? null }
  }
}

/** The same items, all read at one place. */
export function itemsFrom(items: Items, source: string): Items {
  return {
    length: items.length,
    at: (index) => items.at(index),
    memberAt: (index) => items.memberAt?.(index),
    sourceAt: () => source,
  }
}

/** The first `count` items, or all if there are fewer. */
export function firstItems(items: Items, count: number): Items {
  if (count >= items.length) return items
  return {
    length: count,
    at: (index) => (index < count ? items.at(index) : undefined),
    memberAt: (index) => items.memberAt?.(index),
    sourceAt: (index) => items.sourceAt?.(index),
  }
}

/** All items at once. */
export function itemList(items: Items): readonly Json[] {
  return Array.from({ length: items.length }, (_, index) => items.at(index) ?? null)
}
