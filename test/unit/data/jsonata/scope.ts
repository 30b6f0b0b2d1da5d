import type { Json, JsonObject } from '../../../../src/asl/json.js'
import type { Chance, Scope } from '../../../../src/data/scope.js'

export const CONTEXT: JsonObject = { State: { Name: 'S', EnteredTime: '2030-01-01T00:00:00.000Z' } }

/** Numbers 0, 0.25, 0.5, 0.75, 0, ... */
function countingChance(): Chance {
  let drawn = 0
  return { number: () => (drawn++ % 4) / 4, uuid: (purpose) => `uuid of ${purpose}` }
}

/** A scope for one evaluation, with frozen values as the engine hands them out. */
export function scopeOf(input: Json, rest: Partial<Scope> = {}): Scope {
  return {
    input: freeze(input),
    context: () => freeze(CONTEXT),
    variables: { own: {}, outer: undefined },
    nowMs: Date.UTC(2030, 0, 1),
    chance: countingChance(),
    ...rest,
  }
}

/** Freezes a value and all in it, of any depth; a change to it then throws. */
export function freeze<T>(value: T): T {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue
    waiting.push(...Object.values(Object.freeze(next)))
  }
  return value
}
