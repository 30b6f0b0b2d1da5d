import { isStateType } from '../asl/fields/state-table.js'
import { type Json, type JsonObject, isObject, member } from '../asl/json.js'
import { isDistributed } from '../asl/map-processor.js'
import { languageOf } from '../asl/query-language.js'
import { type Resource, parseResource } from '../asl/resource.js'
import type { ExecutionType, QueryLanguage, StateType } from '../asl/types.js'
import { type WalkedState, containersOf, walkStates } from '../asl/walk.js'

/** A state as far as faults care: what decides whether a fault can happen there, and in which words. */
export interface FaultTarget {
  readonly name: string
  /** JSON Pointer from the root of the machine. */
  readonly pointer: string
  readonly type: StateType
  /** Names of the Maps and Parallels around it, outermost first. */
  readonly within: readonly string[]
  /** What a Task calls, or what the ItemReader of a distributed Map reads from. */
  readonly resource: Resource | undefined
  /** A Map whose items are executions of their own. */
  readonly distributed: boolean
  readonly queryLanguage: QueryLanguage
  readonly executionType: ExecutionType
  /** The machine's own TimeoutSeconds. */
  readonly machineTimeoutSeconds?: number
  /** The state as the definition has it. */
  readonly definition: JsonObject
}

/** Every state of a machine that a fault could strike, in document order. */
export function faultTargets(definition: Json, executionType: ExecutionType): readonly FaultTarget[] {
  const timeout = isObject(definition) ? member(definition, 'TimeoutSeconds') : undefined
  const limit = typeof timeout === 'number' ? { machineTimeoutSeconds: timeout } : {}
  return [...walkStates(definition)].map((walked) => ({ ...targetOf(walked, definition, executionType), ...limit }))
}

function targetOf(walked: WalkedState, machine: Json, executionType: ExecutionType): FaultTarget {
  const { name, pointer, state } = walked
  const type = member(state, 'Type')
  const reader = member(state, 'ItemReader')
  const arn = type === 'Task' ? member(state, 'Resource') : isObject(reader) ? member(reader, 'Resource') : undefined
  return {
    name,
    pointer,
    type: isStateType(type) ? type : 'Pass',
    within: containersOf(walked),
    resource: typeof arn === 'string' ? parseResource(arn) : undefined,
    distributed: isDistributed(state),
    queryLanguage: languageOf(state, machine),
    executionType,
    definition: state,
  }
}
