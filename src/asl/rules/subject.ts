import { isObject, member } from '../json.js'
import type { JsonObject } from '../json.js'
import type { Report } from '../problem.js'
import type { QueryLanguage, StateType } from '../types.js'
import type { WalkedMachine, WalkedState } from '../walk.js'

/** A state of a known type, as rules look at it. */
export interface StateSubject extends WalkedState {
  readonly type: StateType
  /** The language in force: the state's own, else the definition's. What a Map or Parallel says is not handed down. */
  readonly language: QueryLanguage
  readonly definition: DefinitionSubject
}

/** What rules may know of the whole definition. */
export interface DefinitionSubject {
  readonly root: JsonObject
  readonly language: QueryLanguage
  /** The kind of state machine it is deployed as. */
  readonly type: 'STANDARD' | 'EXPRESS'
  /** Every state of a known type, inner ones included, in document order. */
  readonly states: readonly StateSubject[]
}

export type StateRule = (subject: StateSubject, report: Report) => void
export type MachineRule = (machine: WalkedMachine, report: Report) => void
export type DefinitionRule = (definition: DefinitionSubject, report: Report) => void

export const STATE_TYPES: readonly StateType[] = [
  'Task',
  'Wait',
  'Pass',
  'Succeed',
  'Fail',
  'Choice',
  'Parallel',
  'Map',
]

export function isStateType(type: unknown): type is StateType {
  return STATE_TYPES.includes(type as StateType)
}

/** A string whose value is only known once a template is deployed: `${Name}`. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && value.includes('${')
}

/** A string that JSONata states evaluate; nothing may stand before `{%` or after `%}`. */
export function isJsonata(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}')
}

/** Whether a Map starts child executions of its own (`ProcessorConfig.Mode` DISTRIBUTED). */
export function isDistributed(state: JsonObject): boolean {
  const processor = member(state, 'ItemProcessor')
  const config = isObject(processor) ? member(processor, 'ProcessorConfig') : undefined
  return isObject(config) && member(config, 'Mode') === 'DISTRIBUTED'
}

/** Which of these fields the object has. */
export function given(object: JsonObject, fields: readonly string[]): string[] {
  return fields.filter((field) => Object.hasOwn(object, field))
}
