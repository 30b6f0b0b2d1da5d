import type { Json } from '../../asl/json.js'
import { member } from '../../asl/json.js'
import { type ErrorPlace, UserError } from '../../asl/user-error.js'
import { valueOfJson } from './terraform-json.js'
import type { Project } from './project.js'
import { settled, Unknown, type TerraformValue } from './terraform-values.js'

/** Characters and elements that expressions may make for one machine: a small file can ask for more than fits in memory. */
const MAX_MADE = 16 * 1024 * 1024
/** The same for all machines of a folder. */
const MAX_MADE_IN_ALL = 16 * MAX_MADE

/** Expressions within and behind one another (locals, variables, outputs). */
const MAX_DEPTH = 500

/** What all evaluation of one load shares: its limits, and what turned out not to be known. */
export class TerraformRuntime {
  readonly project: Project
  readonly #given: Readonly<Record<string, Json>>
  #left = MAX_MADE
  #leftInAll = MAX_MADE_IN_ALL
  #depth = 0
  #notes = new Map<string, TerraformValue>()

  /** `given` are values of the user's for what the source leaves open, by token. */
  constructor(project: Project, given: Readonly<Record<string, Json>>) {
    this.project = project
    this.#given = given
  }

  /** Counts work. UserError once it is more than any definition needs. */
  spend(count: number): void {
    this.#left -= count
    this.#leftInAll -= count
    if (this.#left >= 0 && this.#leftInAll >= 0) return
    const what = 'the expressions of this folder make more than 16 MiB of values for one state machine'
    throw new UserError('definition', what, { at: { file: this.project.root }, hint: 'make them smaller' })
  }

  /** Begins with another machine, which may make as much as the one before. */
  next(): void {
    this.#left = MAX_MADE
  }

  /** A value that is only known at deployment: the user's if there is one, else what stands in for it. */
  unknown(token: string, standIn: TerraformValue): TerraformValue {
    const given = member(this.#given, token)
    if (given !== undefined) return valueOfJson(given)
    const inside = settled(standIn)
    this.#notes.set(token, inside)
    return new Unknown(token, inside)
  }

  /** Runs something one level deeper. */
  deeper<T>(run: () => T, where: () => ErrorPlace): T {
    if (this.#depth >= MAX_DEPTH) {
      const what = `expressions are nested, or refer to one another, more than ${MAX_DEPTH} deep`
      throw new UserError('definition', what, { at: where(), hint: 'make them simpler' })
    }
    this.#depth++
    try {
      return run()
    } finally {
      this.#depth--
    }
  }

  /** Runs something and gives what turned out not to be known meanwhile, by token; it counts for what runs around it too. */
  noting<T>(run: () => T): { readonly result: T; readonly notes: ReadonlyMap<string, TerraformValue> } {
    const outer = this.#notes
    const notes = new Map<string, TerraformValue>()
    this.#notes = notes
    try {
      return { result: run(), notes }
    } finally {
      this.#notes = outer
      this.again(notes)
    }
  }

  /** Notes once more what was noted when a value was worked out that is now used again. */
  again(notes: ReadonlyMap<string, TerraformValue>): void {
    for (const [token, standIn] of notes) this.#notes.set(token, standIn)
  }
}

/** Values that are worked out when first asked for, together with what was not known of them. */
export class Lazy {
  readonly #runtime: TerraformRuntime
  readonly #known = new Map<
    string,
    { readonly result: TerraformValue; readonly notes: ReadonlyMap<string, TerraformValue> }
  >()
  readonly #busy: Set<string>

  /** `busy` are the names being worked out anywhere, in order. */
  constructor(runtime: TerraformRuntime, busy: Set<string>) {
    this.#runtime = runtime
    this.#busy = busy
  }

  /** UserError if the value is a part of itself. */
  get(key: string, where: () => ErrorPlace | undefined, compute: () => TerraformValue): TerraformValue {
    const known = this.#known.get(key)
    if (known) {
      this.#runtime.again(known.notes)
      return known.result
    }
    if (this.#busy.has(key)) {
      const circle = [...this.#busy, key].slice([...this.#busy].indexOf(key))
      const at = where()
      const details = { at, parts: at ? [] : [key], hint: 'break it here' }
      throw new UserError('definition', `${circle.join(' -> ')} goes round in a circle`, details)
    }
    this.#busy.add(key)
    try {
      const found = this.#runtime.noting(compute)
      this.#known.set(key, found)
      return found.result
    } finally {
      this.#busy.delete(key)
    }
  }
}
