/** Deeper values are told apart by object, not by content: equal ones are then merely not found to be equal. */
const MAX_DEPTH = 200

/**
 * Numbers for plain data: equal values have equal numbers, whatever objects they stand in. Every object is looked at once, so that a
 * value of which a part is new costs the new part alone.
 */
export class JsonIdentities {
  readonly #ofObject = new WeakMap<object, number>()
  readonly #ofText = new Map<string, number>()
  readonly #ignoresCauses: boolean
  #next = 1

  /** `ignoresCauses`: an Error Output counts by its error's name alone, as its cause may hold ids. */
  constructor({ ignoresCauses = false }: { readonly ignoresCauses?: boolean } = {}) {
    this.#ignoresCauses = ignoresCauses
  }

  /** The number of a value; 0 for undefined. */
  of(value: unknown, depth = 0): number {
    if (value === undefined) return 0
    if (typeof value !== 'object' || value === null) return this.#numberOf(JSON.stringify(value))
    const known = this.#ofObject.get(value)
    if (known !== undefined) return known
    const number = depth > MAX_DEPTH ? this.#next++ : this.#numberOf(this.#contentOf(value, depth + 1))
    this.#ofObject.set(value, number)
    return number
  }

  #contentOf(value: object, depth: number): string {
    let content = Array.isArray(value) ? '[' : '{'
    if (Array.isArray(value)) {
      for (const item of value) content += `${this.of(item, depth)},`
      return content
    }
    const ignored = this.#ignoresCauses && Object.hasOwn(value, 'Error') ? 'Cause' : undefined
    for (const [key, part] of Object.entries(value)) {
      if (key !== ignored) content += `${JSON.stringify(key)}:${this.of(part, depth)},`
    }
    return content
  }

  #numberOf(content: string): number {
    const known = this.#ofText.get(content)
    if (known !== undefined) return known
    const number = this.#next++
    this.#ofText.set(content, number)
    return number
  }
}
