import type { Json, JsonObject } from '../../../src/asl/json.js'
import { NO_VARIABLES, type Scope } from '../../../src/data/scope.js'

export interface ScopeParts {
  readonly context?: JsonObject
  readonly variables?: JsonObject
  /** What `chance.number` gives, one after the other; then 0. */
  readonly numbers?: readonly number[]
}

export const SOME_UUID = '3f9ac01b-0000-4000-8000-000000000000'

/** A scope with this input and nothing else but the parts given. */
export function scopeWith(input: Json, parts: ScopeParts = {}): Scope {
  const numbers = [...(parts.numbers ?? [])]
  return {
    input,
    context: () => parts.context ?? {},
    variables: parts.variables === undefined ? NO_VARIABLES : { own: parts.variables, outer: undefined },
    nowMs: 0,
    chance: { number: () => numbers.shift() ?? 0, uuid: () => SOME_UUID },
  }
}
