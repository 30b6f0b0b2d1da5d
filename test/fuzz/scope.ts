import { isObject, type Json } from '../../src/asl/json.js'
import type { Scope } from '../../src/data/scope.js'

/** A scope over given data. Chance is a counter, so that two evaluations of one scope each see the same numbers. */
export function scopeOver(input: Json, variables: Json): Scope {
  let drawn = 0
  return {
    input,
    context: () => ({ Execution: { Id: 'arn', Input: input }, State: { Name: 'S' } }),
    variables: { own: isObject(variables) ? variables : {}, outer: undefined },
    result: input,
    errorOutput: { Error: 'E', Cause: 'c' },
    nowMs: 1_893_456_000_000,
    chance: {
      number: () => (drawn++ % 7) / 7,
      uuid: () => `00000000-0000-4000-8000-${String(drawn++).padStart(12, '0')}`,
    },
  }
}
