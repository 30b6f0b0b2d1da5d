import { isObject, type Json, type JsonObjectBuilder, setMember } from '../asl/json.js'
import { DEFAULT_START_MS } from '../engine/settings.js'
import type { Step } from './traced.js'

/** What a state needs at a path: some value, or one of a kind, or exactly this one. */
export type Need = 'any' | 'text' | 'number' | 'list' | 'object' | 'timestamp' | 'json-text' | { readonly value: Json }

/** How much a need says; the one that says most counts, and the first of equals. */
const WEIGHT = { any: 0, text: 1, object: 2, 'json-text': 3, number: 3, timestamp: 3, list: 3, value: 4 } as const

/** Items that an array gets, if nothing asks for a certain number of them. */
const ITEMS = 2
/** An index beyond this asks for no array of that length. */
const MOST_ITEMS = 20

/** The form of a value, put together from what is read of it. */
export class InputShape {
  readonly #members = new Map<string, InputShape>()
  #items: InputShape | undefined
  #length = ITEMS
  #need: Need = 'any'

  /** Notes that something is needed at a path. */
  add(steps: readonly Step[], need: Need): void {
    const [step, ...rest] = steps
    if (step === undefined) {
      if (weight(need) > weight(this.#need)) this.#need = need
      return
    }
    this.#part(step).add(rest, need)
  }

  #part(step: Step): InputShape {
    if (typeof step !== 'string') {
      if (typeof step === 'number' && step < MOST_ITEMS) this.#length = Math.max(this.#length, step + 1)
      return (this.#items ??= new InputShape())
    }
    const known = this.#members.get(step)
    if (known) return known
    const made = new InputShape()
    this.#members.set(step, made)
    return made
  }

  get isEmpty(): boolean {
    return this.#members.size === 0 && this.#items === undefined && this.#need === 'any'
  }

  /** A value of this form; `name` is what a text says of which nothing more is known. */
  toJson(name: string): Json {
    const members = [...this.#members]
    if (members.length > 0 && !this.#items) {
      const built: JsonObjectBuilder = {}
      for (const [key, shape] of members) setMember(built, key, shape.toJson(key))
      return this.#need === 'json-text' ? JSON.stringify(built) : built
    }
    if (this.#items || this.#need === 'list') {
      const item = !this.#items || this.#items.isEmpty ? {} : this.#items.toJson(name)
      return Array.from({ length: this.#length }, () => item)
    }
    return exampleOf(this.#need, name)
  }
}

function exampleOf(need: Need, name: string): Json {
  if (isObject(need)) return need.value
  if (need === 'number') return 1
  if (need === 'timestamp') return new Date(DEFAULT_START_MS).toISOString().replace('.000', '')
  if (need === 'object') return {}
  return need === 'json-text' ? '{}' : name
}

function weight(need: Need): number {
  return WEIGHT[typeof need === 'string' ? need : 'value']
}
