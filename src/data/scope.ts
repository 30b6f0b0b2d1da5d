import type { Json, JsonObject } from '../asl/json.js'
import { utf8Size } from './json-text.js'

/** Variables made by Assign. A branch or iteration has its own and sees those of the scopes around it. */
export interface Variables {
  readonly own: JsonObject
  readonly outer: Variables | undefined
  /** Of the own values' JSON texts; undefined where nothing was assigned yet. */
  readonly ownBytes?: number
}

export const NO_VARIABLES: Variables = { own: {}, outer: undefined }

/** The variables once more are assigned. */
export function assign({ own, outer, ownBytes = 0 }: Variables, assigned: JsonObject): Variables {
  let bytes = ownBytes
  for (const [name, value] of Object.entries(assigned)) {
    bytes += utf8Size(value) - (Object.hasOwn(own, name) ? utf8Size(own[name] ?? null) : 0)
  }
  return { own: { ...own, ...assigned }, outer, ownBytes: bytes }
}

/** Bytes of all variables that a scope sees. */
export function variablesBytes(variables: Variables): number {
  let bytes = 0
  for (let scope: Variables | undefined = variables; scope; scope = scope.outer) bytes += scope.ownBytes ?? 0
  return bytes
}

export function readVariable(variables: Variables, name: string): Json | undefined {
  for (let scope: Variables | undefined = variables; scope; scope = scope.outer) {
    if (Object.hasOwn(scope.own, name)) return scope.own[name]
  }
  return undefined
}

/** Where expressions get chance from: the run's seed, keyed by site and `purpose`, so a draw added elsewhere shifts nothing. */
export interface Chance {
  /** Uniform in [0, 1). Each call with the same purpose within one evaluation gives the next number. */
  number(purpose: string): number
  /** A version 4 UUID. */
  uuid(purpose: string): string
}

/** What an expression may read. Engine implementations build the parts on first use. */
export interface Scope {
  /** `$` in JSONPath; `$states.input` in JSONata. */
  readonly input: Json
  /** The context object: `$$` in JSONPath, `$states.context` in JSONata. */
  context(): JsonObject
  readonly variables: Variables
  /** JSONata, after success: `$states.result`. */
  readonly result?: Json | undefined
  /** JSONata, in a Catch: `$states.errorOutput`. */
  readonly errorOutput?: Json | undefined
  /** Virtual time, ms since the epoch (JSONata's `$now()` and `$millis()`). */
  readonly nowMs: number
  readonly chance: Chance
}
