import { errorHandlersOf, firstTaking } from '../../asl/error-handlers.js'
import { isArray, isObject, member } from '../../asl/json.js'
import type { OpenValue } from './open-value.js'
import type { GraphState } from './state-graph.js'
import type { HandedOn, OpenVariables, ValueFlow } from './value-flow.js'
import type { ValueScope } from './value-scope.js'
import type { WalkFailure } from './walk-errors.js'

/** How a walk through a machine, or through what a Map or Parallel holds, ends. */
export type WalkOutcome =
  | { readonly kind: 'done'; readonly data: OpenValue }
  | WalkFailure
  /** A state cannot do its work with any value. */
  | { readonly kind: 'stuck'; readonly at: GraphState }

/** How one state of a walk ends: where it goes on, and with what. */
export type StepEnd =
  | { readonly kind: 'on'; readonly to: string | undefined; readonly handed: HandedOn }
  | Exclude<WalkOutcome, { kind: 'done' }>

/** Where a walk stands when it comes to a state. */
export interface Standing {
  readonly data: OpenValue
  readonly variables: OpenVariables
  readonly context: OpenValue
  /** Items of the Maps around, as a key. */
  readonly place: string
  /** The Map and Parallel states around, the outermost first. */
  readonly within: readonly GraphState[]
}

/** A state that is walked: where, and how its data flows. */
export interface WalkStep {
  readonly state: GraphState
  readonly standing: Standing
  readonly flow: ValueFlow
  /** Over its effective input. */
  readonly scope: ValueScope
}

/** The state has done its work with this result, and goes on to the next one. */
export function goesOn({ state, standing, flow, scope }: WalkStep, result: OpenValue | undefined): StepEnd {
  const handed = result && flow.handOn(state.definition, standing.data, result, scope)
  if (!handed) return { kind: 'stuck', at: state }
  const next = member(state.definition, 'Next')
  return { kind: 'on', to: !state.isEnd && typeof next === 'string' ? next : undefined, handed }
}

/** Goes on behind the catcher that takes an error, or fails. */
export function caught({ state, standing, flow, scope }: WalkStep, failed: WalkFailure): StepEnd {
  const index = firstTaking(errorHandlersOf(state.definition).catchers, failed.error)
  const way = index === undefined ? undefined : state.catches[index]
  const list = member(state.definition, 'Catch')
  const catcher = isArray(list) && index !== undefined ? list[index] : undefined
  if (!way || !isObject(catcher)) return failed
  const handed = flow.handOver(catcher, standing.data, failed.output, scope)
  return handed ? { kind: 'on', to: way.to, handed } : { kind: 'stuck', at: state }
}
