import {
  isArray,
  isObject,
  type Json,
  type JsonObject,
  type JsonObjectBuilder,
  member,
  pointer,
  setMember,
} from '../../../asl/json.js'
import type { LocateSource } from '../../../asl/positions.js'
import { didYouMean } from '../../../asl/suggest.js'
import { type Advice, type ErrorPlace, UserError } from '../../../asl/user-error.js'

/** `${column}`; `$${` stands for `${` itself. */
const PLACEHOLDER = /\$\$\{|\$\{([^{}]*)\}/g

/** What a row of a table made of a case, and where its parts stand in the file. */
export interface Filled {
  readonly value: Json
  readonly locate: LocateSource
  /** The columns that were asked for. */
  readonly used: ReadonlySet<string>
}

/**
 * Puts the values of a row at the placeholders of a case, in names of members as well. A text that is one placeholder and
 * nothing else becomes the value itself; within a text only texts, numbers and booleans can stand. `place` tells where a
 * part of the case stands, for the UserError of a placeholder without a column.
 */
export function fillRow(value: Json, row: JsonObject, locate: LocateSource, place: (at: string) => ErrorPlace): Filled {
  const filler = new Filler(row, place)
  const filled = filler.fill(value, '', '')
  return { value: filled, used: filler.used, locate: (at) => locate(filler.original(at)) }
}

class Filler {
  readonly used = new Set<string>()
  readonly #row: JsonObject
  readonly #place: (at: string) => ErrorPlace
  /** Of the members whose names had placeholders: pointer now and before. */
  readonly #renamed: (readonly [now: string, before: string])[] = []

  constructor(row: JsonObject, place: (at: string) => ErrorPlace) {
    this.#row = row
    this.#place = place
  }

  fill(value: Json, now: string, before: string): Json {
    if (typeof value === 'string') return this.#text(value, before)
    if (isArray(value)) return value.map((item, i) => this.fill(item, pointer(now, i), pointer(before, i)))
    if (!isObject(value)) return value
    const built: JsonObjectBuilder = {}
    for (const [key, item] of Object.entries(value)) {
      const from = pointer(before, key)
      const name = this.#text(key, from)
      if (typeof name !== 'string' && typeof name !== 'number') throw this.#mistake(from, 'a name cannot be made of it')
      const to = pointer(now, String(name))
      if (to !== from) this.#renamed.push([to, from])
      setMember(built, String(name), this.fill(item, to, from))
    }
    return built
  }

  /** The pointer of a part before the placeholders had their values. */
  original(at: string): string {
    const within = this.#renamed.filter(([now]) => at === now || at.startsWith(`${now}/`))
    const [now, before] = within.at(-1) ?? ['', '']
    return before + at.slice(now.length)
  }

  #text(text: string, at: string): Json {
    const [whole] = /^\$\{[^{}]*\}$/.exec(text) ?? []
    if (whole !== undefined) return this.#value(whole.slice(2, -1), at)
    return text.replaceAll(PLACEHOLDER, (_found: string, column: string | undefined) => {
      if (column === undefined) return '${'
      const value = this.#value(column, at)
      if (value === null || typeof value === 'object') {
        throw this.#mistake(at, `\${${column}} within a text must be a text, a number or true or false`)
      }
      return String(value)
    })
  }

  #value(column: string, at: string): Json {
    const value = member(this.#row, column)
    this.used.add(column)
    if (value !== undefined) return value
    const columns = Object.keys(this.#row)
    const nearest = didYouMean(column, columns)
    const hint = nearest === undefined ? `it has ${columns.join(', ')}` : `did you mean "${nearest}"?`
    throw this.#mistake(at, `the table has no column "${column}"`, { nearest, hint: `${hint} ($\${ is $\{ itself)` })
  }

  #mistake(at: string, what: string, advice: Advice = {}): UserError {
    return new UserError('usage', what, { at: this.#place(at), ...advice })
  }
}
