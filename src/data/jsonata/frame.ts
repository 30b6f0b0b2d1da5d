import type { JsonataRun } from './jsonata-run.js'

const NO_NAMES: readonly string[] = []

/** The variables of one block or call. `:=` binds in the innermost frame; reading goes outwards and ends at the globals. */
export class Frame {
  readonly #outer: Frame | undefined
  readonly #names: readonly string[]
  readonly #values: readonly unknown[]
  #bound: Map<string, unknown> | undefined

  /** `names` and `values` are a call's parameters; a parameter without a value is bound to undefined. */
  constructor(outer: Frame | undefined, names: readonly string[] = NO_NAMES, values: readonly unknown[] = NO_NAMES) {
    this.#outer = outer
    this.#names = names
    this.#values = values
  }

  bind(name: string, value: unknown): void {
    this.#bound ??= new Map()
    this.#bound.set(name, value)
  }

  lookup(run: JsonataRun, name: string): unknown {
    if (this.#bound?.has(name)) return this.#bound.get(name)
    const parameter = this.#names.lastIndexOf(name)
    if (parameter >= 0) return this.#values[parameter]
    return this.#outer ? this.#outer.lookup(run, name) : run.global(name)
  }

  /** False if the name means what it means outside the expression. */
  binds(name: string): boolean {
    return this.#bound?.has(name) || this.#names.includes(name) || this.#outer?.binds(name) || false
  }
}
