import type { Json } from '../../asl/json.js'
import { QueryFailure } from '../failure.js'
import type { Items } from './items.js'

/** A line of JSON each; empty lines count for nothing. All of them must be JSON for the object to be read. */
export function itemsOfJsonLines(text: string, parse: (line: string) => Json | QueryFailure): Items | QueryFailure {
  const starts: number[] = []
  for (let start = 0; start < text.length;) {
    const end = lineEnd(text, start)
    const line = text.slice(start, end)
    if (line.trim() !== '') {
      const item = parse(line)
      if (item instanceof QueryFailure) return item
      starts.push(start)
    }
    start = end + 1
  }
  return new JsonLines(text, starts)
}

/** Lines that are known to be JSON: what is kept of a line is where it starts. */
class JsonLines implements Items {
  readonly #text: string
  readonly #starts: readonly number[]

  constructor(text: string, starts: readonly number[]) {
    this.#text = text
    this.#starts = starts
  }

  get length(): number {
    return this.#starts.length
  }

  at(index: number): Json | undefined {
    const start = this.#starts[index]
    if (start === undefined) return undefined
    return JSON.parse(this.#text.slice(start, lineEnd(this.#text, start))) as Json
  }
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end === -1 ? text.length : end
}
