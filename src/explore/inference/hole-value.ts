import { type Json, type JsonObjectBuilder, setMember } from '../../asl/json.js'
import type { Trail } from './trail.js'
import { LAST_EXAMPLES, type Want } from './wanted-value.js'

/** What a value may look like of which only the form is known. */
const OBJECTS: readonly Json[] = [{}, { member: 'text' }]
const LISTS: readonly Json[] = [[], [{}], ['text'], [{ member: 'text' }]]

/** A longer list is nobody's. */
const MOST_ITEMS = 50

/**
 * A value that nobody has given, and what is known of it so far: members and items that are read, and what it has to be. Every
 * change is noted on the trail, and says whether it goes together with what was known.
 */
export class HoleValue {
  readonly #trail: Trail
  /** What it is while nothing more is known; a member is a text that says its name. */
  readonly #plain: Json
  readonly #members = new Map<string, HoleValue>()
  readonly #items: HoleValue[] = []
  readonly #wants: Want[] = []
  #shape: 'unknown' | 'object' | 'list' = 'unknown'
  #presence: 'unknown' | 'present' | 'absent' = 'unknown'
  #isEmpty = false
  /** The text is the JSON of this. */
  #parsed: HoleValue | undefined

  constructor(plain: Json, trail: Trail) {
    this.#plain = plain
    this.#trail = trail
  }

  get isAbsent(): boolean {
    return this.#presence === 'absent'
  }

  get isList(): boolean {
    return this.#shape === 'list'
  }

  /** The member of an object; undefined where this is no object. */
  member(key: string): HoleValue | undefined {
    const known = this.#members.get(key)
    if (known) return known
    if (!this.beObject()) return undefined
    const made = new HoleValue(plainMember(key), this.#trail)
    this.#members.set(key, made)
    this.#trail.note(() => this.#members.delete(key))
    return made
  }

  /** The item of a list; undefined where this is no list, or an empty one. */
  item(index: number): HoleValue | undefined {
    if (index < 0 || index >= MOST_ITEMS || this.#isEmpty || !this.beList()) return undefined
    while (this.#items.length <= index) {
      this.#items.push(new HoleValue(this.#plain, this.#trail))
      this.#trail.note(() => this.#items.pop())
    }
    return this.#items[index]
  }

  get length(): number {
    return this.#isEmpty ? 0 : Math.max(1, this.#items.length)
  }

  /** Is an object from now on. */
  beObject(): boolean {
    return this.#be('object', OBJECTS)
  }

  /**
   * Is a list from now on. What was read of it as of an object is read of its items, as JSONata does, if `mayWrap`.
   */
  beList(mayWrap = false): boolean {
    if (this.#shape !== 'object' || !mayWrap) return this.#be('list', LISTS)
    const members = [...this.#members]
    this.#members.clear()
    this.#shape = 'unknown'
    this.#trail.note(() => {
      for (const [key, hole] of members) this.#members.set(key, hole)
      this.#shape = 'object'
    })
    const item = this.item(0)
    if (!item) return false
    for (const [key, hole] of members) item.#adopt(key, hole)
    return true
  }

  #adopt(key: string, hole: HoleValue): void {
    this.#be('object', OBJECTS)
    this.#members.set(key, hole)
    this.#trail.note(() => this.#members.delete(key))
  }

  /** Is a list without items. */
  beEmpty(): boolean {
    if (this.#items.some((item) => item.isTouched) || !this.beList()) return false
    this.#set(
      () => (this.#isEmpty = true),
      () => (this.#isEmpty = false),
    )
    return true
  }

  #be(shape: 'object' | 'list', examples: readonly Json[]): boolean {
    if (this.#shape === shape) return this.bePresent()
    if (this.#shape !== 'unknown' || this.#parsed || !this.bePresent()) return false
    if (!examples.some((example) => this.#fits(example))) return false
    this.#set(
      () => (this.#shape = shape),
      () => (this.#shape = 'unknown'),
    )
    return true
  }

  /** The value of which this is the JSON text. */
  parsed(): HoleValue | undefined {
    if (this.#parsed) return this.#parsed
    if (this.#shape !== 'unknown' || !this.bePresent() || !this.#wants.every(({ test }) => test('{}'))) return undefined
    const made = new HoleValue(this.#plain === '1' ? 1 : {}, this.#trail)
    this.#set(
      () => (this.#parsed = made),
      () => (this.#parsed = undefined),
    )
    return made
  }

  /** Is there. */
  bePresent(): boolean {
    if (this.#presence === 'unknown') {
      this.#set(
        () => (this.#presence = 'present'),
        () => (this.#presence = 'unknown'),
      )
    }
    return this.#presence === 'present'
  }

  /** Is not there. */
  beAbsent(): boolean {
    if (this.#presence === 'unknown') {
      this.#set(
        () => (this.#presence = 'absent'),
        () => (this.#presence = 'unknown'),
      )
    }
    return this.#presence === 'absent'
  }

  /** If it is there, it is so: what a service can say at all. */
  limit(want: Want): void {
    if (this.#wants.some(({ key }) => key === want.key)) return
    this.#wants.push(want)
    this.#trail.note(() => this.#wants.pop())
  }

  /** Is there, and is so. */
  want(want: Want): boolean {
    if (!this.bePresent()) return false
    if (want.key !== undefined && this.#wants.some(({ key }) => key === want.key)) return true
    if (this.#shape !== 'unknown' || this.#parsed) {
      const value = this.value()
      if (value === undefined || !want.test(value)) return false
    }
    this.#wants.push(want)
    this.#trail.note(() => this.#wants.pop())
    return this.#shape !== 'unknown' || this.#parsed !== undefined || this.#leaf() !== undefined
  }

  #set(change: () => void, undo: () => void): void {
    change()
    this.#trail.note(undo)
  }

  /** A value that is as it has to be; undefined if it is absent. Where the service says something fitting, that is it. */
  value(base?: Json): Json | undefined {
    if (this.#presence === 'absent') return undefined
    if (this.#parsed) return JSON.stringify(this.#parsed.value() ?? null)
    if (this.#shape === 'object') return this.#object(base)
    if (this.#shape === 'list') return this.#list(base)
    if (base !== undefined && this.#fits(base)) return base
    return this.#leaf()
  }

  #object(base: Json | undefined): Json {
    const built: JsonObjectBuilder = {}
    const known = isPlain(base) ? base : {}
    for (const [key, value] of Object.entries(known)) if (!this.#members.has(key)) setMember(built, key, value)
    for (const [key, hole] of this.#members) {
      if (hole.#presence === 'unknown' && !Object.hasOwn(known, key)) continue
      const value = hole.value(Object.hasOwn(known, key) ? known[key] : undefined)
      if (value !== undefined) setMember(built, key, value)
    }
    return built
  }

  #list(base: Json | undefined): Json {
    if (this.#isEmpty) return []
    const bases = Array.isArray(base) ? (base as readonly Json[]) : []
    const length = this.length
    const items: Json[] = []
    for (let i = 0; i < length; i++) {
      const hole = this.#items[i]
      if (hole?.isAbsent) break
      items.push((hole?.isTouched ? hole.value(bases[i]) : (bases[i] ?? items[0])) ?? {})
    }
    return items
  }

  get isTouched(): boolean {
    return this.#presence !== 'unknown' || this.#shape !== 'unknown' || this.#parsed !== undefined
  }

  #fits(value: Json): boolean {
    return this.#wants.every(({ test }) => test(value))
  }

  #leaf(): Json | undefined {
    for (const { examples } of this.#wants) for (const value of examples) if (this.#fits(value)) return value
    if (this.#fits(this.#plain)) return this.#plain
    return LAST_EXAMPLES.find((value) => this.#fits(value))
  }
}

/** DynamoDB writes values under the name of their type. */
const TYPED: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['N', '1'],
  ['BOOL', true],
])

function plainMember(key: string): Json {
  return TYPED.get(key) ?? key
}

function isPlain(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
