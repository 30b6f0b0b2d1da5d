import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Json, JsonObject } from '../../src/asl/json.js'

/** An event as a trap lists it: its place in the history, and of its details those that matter. */
export interface TrapEvent {
  readonly id: number
  readonly previousEventId: number
  readonly type: string
  readonly details?: JsonObject
}

/** A place where naive interpreters go wrong. */
export interface Trap {
  readonly n: number
  readonly title: string
  readonly definition: Json
  readonly input: Json
  readonly expect: {
    readonly status: string
    readonly output?: Json
    /** The output as text, where the order of its members matters. */
    readonly outputText?: string
    readonly error?: string | null
    readonly cause?: string | null
    /** The members of a cause that is JSON. */
    readonly causeKeys?: readonly string[]
    readonly events?: readonly TrapEvent[]
    readonly lastEvent?: TrapEvent
  }
}

const PLACE = resolve(
  process.env['ASLX_SHARED'] ?? resolve(import.meta.dirname, '../../../shared'),
  'reference/traps.json',
)

/** The traps; empty where the corpus is absent. */
export const traps: readonly Trap[] = existsSync(PLACE)
  ? (JSON.parse(readFileSync(PLACE, 'utf8')) as { readonly traps: readonly Trap[] }).traps
  : []
