import type { JsonObject } from '../json.js'
import type { Report } from '../problem.js'
import type { Resource } from '../resource.js'
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
  /** As `CheckOptions` has it. */
  readonly insteadOfIntegration: (resource: Resource) => string | undefined
}

export type StateRule = (subject: StateSubject, report: Report) => void
export type MachineRule = (machine: WalkedMachine, report: Report) => void
export type DefinitionRule = (definition: DefinitionSubject, report: Report) => void

/** Which of these fields the object has. */
export function given(object: JsonObject, fields: readonly string[]): string[] {
  return fields.filter((field) => Object.hasOwn(object, field))
}
