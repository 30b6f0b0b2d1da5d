import { type Json, type JsonObject, isObject, member } from '../asl/json.js'
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
  const language = languageOf(definition) ?? 'JSONPath'
  const timeout = isObject(definition) ? member(definition, 'TimeoutSeconds') : undefined
  const limit = typeof timeout === 'number' ? { machineTimeoutSeconds: timeout } : {}
  return [...walkStates(definition)].map((walked) => ({ ...targetOf(walked, language, executionType), ...limit }))
}

const STATE_TYPES: ReadonlySet<string> = new Set<StateType>([
  'Task',
  'Pass',
  'Choice',
  'Wait',
  'Succeed',
  'Fail',
  'Parallel',
  'Map',
])

function isStateType(type: Json | undefined): type is StateType {
  return typeof type === 'string' && STATE_TYPES.has(type)
}

function targetOf(walked: WalkedState, machineLanguage: QueryLanguage, executionType: ExecutionType): FaultTarget {
  const { name, pointer, state } = walked
  const type = member(state, 'Type')
  const reader = member(state, 'ItemReader')
  const processor = member(state, 'ItemProcessor')
  const config = isObject(processor) ? member(processor, 'ProcessorConfig') : undefined
  const arn = type === 'Task' ? member(state, 'Resource') : isObject(reader) ? member(reader, 'Resource') : undefined
  return {
    name,
    pointer,
    type: isStateType(type) ? type : 'Pass',
    within: containersOf(walked),
    resource: typeof arn === 'string' ? parseResource(arn) : undefined,
    distributed: isObject(config) && member(config, 'Mode') === 'DISTRIBUTED',
    queryLanguage: languageOf(state) ?? machineLanguage,
    executionType,
    definition: state,
  }
}

function languageOf(definition: Json): QueryLanguage | undefined {
  const language = isObject(definition) ? member(definition, 'QueryLanguage') : undefined
  return language === 'JSONata' || language === 'JSONPath' ? language : undefined
}
