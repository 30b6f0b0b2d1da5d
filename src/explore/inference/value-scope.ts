import type { Json, JsonObject, JsonObjectBuilder } from '../../asl/json.js'
import { setMember } from '../../asl/json.js'
import type { Scope } from '../../data/scope.js'
import { DEFAULT_START_MS } from '../../engine/settings.js'
import type { Trail } from './trail.js'
import { jsonOf, type OpenValue } from './open-value.js'

/** What the expressions of a state can read. */
export interface ValueScope {
  /** `$` in JSONPath, `$states.input` in JSONata. */
  readonly input: OpenValue
  /** `$states.result` and `$states.errorOutput`. */
  readonly result?: OpenValue
  readonly errorOutput?: OpenValue
  /** The context object. */
  readonly context: OpenValue
  readonly variables: ReadonlyMap<string, OpenValue>
  readonly trail: Trail
  /** Whether queries with a filter find nothing where that is open. */
  readonly isSparse?: boolean | undefined
  /** Items of an open list that is gone over. Default 1. */
  readonly listLength?: number | undefined
}

/** Every draw is the same: what depends on chance is not steered. */
const NO_CHANCE = { number: () => 0.5, uuid: () => '00000000-0000-4000-8000-000000000000' }

/** The scope as it stands now, for the real evaluation of an expression of `$states` and variables. */
export function plainScope(
  scope: ValueScope,
  bound: ReadonlyMap<string, OpenValue>,
  reads: ReadonlySet<string>,
): Scope {
  const own: JsonObjectBuilder = {}
  // What is not read may have been computed in many steps.
  for (const [name, value] of [...scope.variables, ...bound]) {
    const json = reads.has(name) ? jsonOf(value) : undefined
    if (json !== undefined) setMember(own, name, json)
  }
  const { result, errorOutput } = scope
  const states = reads.has('states')
  return {
    input: (states ? jsonOf(scope.input) : undefined) ?? {},
    ...(result && { result: (states ? jsonOf(result) : undefined) ?? {} }),
    ...(errorOutput && { errorOutput: (states ? jsonOf(errorOutput) : undefined) ?? {} }),
    context: () => asObject(jsonOf(scope.context)),
    variables: { own, outer: undefined },
    nowMs: DEFAULT_START_MS,
    chance: NO_CHANCE,
  }
}

function asObject(json: Json | undefined): JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonObject) : {}
}

/** All that an expression can read, as the parts of what it computes. */
export function partsOfScope(scope: ValueScope): readonly OpenValue[] {
  const { input, result, errorOutput, context, variables } = scope
  return [input, ...(result ? [result] : []), ...(errorOutput ? [errorOutput] : []), ...variables.values(), context]
}
