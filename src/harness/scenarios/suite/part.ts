import { isArray, isObject, type Json, member, pointer } from '../../../asl/json.js'
import type { LocateSource, SourcePosition } from '../../../asl/positions.js'
import { nearestOr } from '../../../asl/suggest.js'
import { type Advice, type ErrorPlace, UserError, withErrorPlace } from '../../../asl/user-error.js'

/** A part of a file people wrote, with its place: for readers that answer a mistake with one line. */
export class Part {
  readonly value: Json
  readonly pointer: string
  readonly #file: string
  readonly #locate: LocateSource
  readonly #name: string

  constructor(value: Json, source: { readonly file: string; readonly locate: LocateSource }, at = '', name = '') {
    this.value = value
    this.pointer = at
    this.#file = source.file
    this.#locate = source.locate
    this.#name = name
  }

  /** The members of an object, in order. UserError if it is none. */
  members(what: string): readonly (readonly [key: string, part: Part])[] {
    const { value } = this
    if (!isObject(value)) throw this.mistake(`must be ${what}`)
    return Object.keys(value).map((key) => [key, this.#child(key, value[key] ?? null)])
  }

  /** The member of this name; undefined if there is none, or if this is no object. */
  member(key: string): Part | undefined {
    const value = isObject(this.value) ? member(this.value, key) : undefined
    return value === undefined ? undefined : this.#child(key, value)
  }

  /** The elements of a list. UserError if it is none. */
  items(what: string): readonly Part[] {
    if (!isArray(this.value)) throw this.mistake(`must be ${what}`)
    return this.value.map((value, index) => this.#child(index, value))
  }

  text(what: string): string {
    if (typeof this.value === 'string') return this.value
    throw this.mistake(`must be ${what}`)
  }

  /** A whole number from 0. */
  count(what: string): number {
    if (typeof this.value === 'number' && Number.isSafeInteger(this.value) && this.value >= 0) return this.value
    throw this.mistake(`must be ${what}`)
  }

  oneOf<T extends string>(choices: readonly T[]): T {
    const chosen = choices.find((choice) => choice === this.value)
    if (chosen !== undefined) return chosen
    const near = typeof this.value === 'string' ? nearestOr(this.value, choices) : {}
    throw this.mistake(`must be one of ${choices.join(', ')}`, near)
  }

  /** UserError for a member that is none of these. */
  checkKeys(known: readonly string[], what: string): void {
    for (const [key, part] of this.members(what)) {
      if (known.includes(key)) continue
      throw part.mistake(`is no part of ${what}`, nearestOr(key, known, `it may have ${known.join(', ')}`))
    }
  }

  /** What is wrong with the part, with its place. */
  mistake(what: string, advice: Advice = {}): UserError {
    const name = this.#name === '' ? 'it' : this.#name
    return new UserError('usage', `${name} ${what}`, { at: this.place(), ...advice })
  }

  /** What an action gives; its UserError is told with the place. */
  checked<T>(action: () => T): T {
    return withErrorPlace(this.place(), action)
  }

  /** Where it stands, as far as that is known. */
  place(): ErrorPlace {
    return positionAround(this.#locate, this.pointer) ?? { file: this.#file }
  }

  #child(key: string | number, value: Json): Part {
    const name = typeof key === 'number' ? `${this.#name}[${key}]` : this.#name === '' ? key : `${this.#name}.${key}`
    return new Part(value, { file: this.#file, locate: this.#locate }, pointer(this.pointer, key), name)
  }
}

/** Where a part stands, or else the part around it. */
export function positionAround(locate: LocateSource, at: string): SourcePosition | undefined {
  for (let rest = at; ; rest = rest.slice(0, rest.lastIndexOf('/'))) {
    const found = locate(rest)
    if (found || rest === '') return found
  }
}
