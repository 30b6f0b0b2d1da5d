import type { Json } from '../../asl/json.js'
import type { Items, MemberItem } from './items.js'

/** The items of several files as one: those of the first, then those of the second, and so on. */
export function joinedItems(parts: readonly Items[]): Items {
  return new JoinedItems(parts.filter(({ length }) => length > 0))
}

class JoinedItems implements Items {
  readonly length: number
  readonly #parts: readonly Items[]
  /** Index of each part's first item. */
  readonly #starts: readonly number[]

  constructor(parts: readonly Items[]) {
    const starts: number[] = []
    let length = 0
    for (const part of parts) {
      starts.push(length)
      length += part.length
    }
    this.length = length
    this.#parts = parts
    this.#starts = starts
  }

  at(index: number): Json | undefined {
    const place = this.#placeOf(index)
    return place && place.part.at(place.index)
  }

  memberAt(index: number): MemberItem | undefined {
    const place = this.#placeOf(index)
    return place && place.part.memberAt?.(place.index)
  }

  sourceAt(index: number): string | undefined {
    const place = this.#placeOf(index)
    return place && place.part.sourceAt?.(place.index)
  }

  #placeOf(index: number): { readonly part: Items; readonly index: number } | undefined {
    if (index < 0 || index >= this.length) return undefined
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    const part = this.#parts[low]
    return part && { part, index: index - (this.#starts[low] ?? 0) }
  }
}
