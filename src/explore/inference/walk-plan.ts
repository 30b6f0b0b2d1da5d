import type { Json } from '../../asl/json.js'
import type { GraphMachine } from './state-graph.js'

/** An error that a walk meets so that a catcher takes it. */
export interface PlannedError {
  /** JSON pointer of the state whose catcher takes it: a Task, or a Map or Parallel around the Task that fails. */
  readonly catching: string
  readonly catcher: number
  readonly error: string
  /** Tasks inside that could fail and do not: another one does. Default 0. */
  readonly passes?: number
}

/** Where a walk wants to go. */
export interface WalkPlan {
  readonly graph: GraphMachine
  /** JSON pointers of states that no run has reached. */
  readonly goals: ReadonlySet<string>
  /** Whether it may end in a Fail to reach one. */
  readonly mayFail: boolean
  readonly errors: readonly PlannedError[]
  /** JSON pointers of ends that it goes round, even if it never comes to another one. */
  readonly avoids?: ReadonlySet<string>
  /** Edges that led earlier walks into a contradiction, and how far to go round them, in states. */
  readonly detours: ReadonlyMap<string, number>
  /** Whether queries with a filter find nothing. */
  readonly isSparse?: boolean
  /** Items of a list that is gone over. Default 1. */
  readonly listLength?: number
  /** How often a way may be refused before what lies behind it is given up: a counter may have to grow that far. Default 3. */
  readonly mostRefusals?: number
  /** What is given: nothing of it is made up. */
  readonly given: GivenValues
}

export interface GivenValues {
  readonly input?: Json
  /** What a mock answers a state's call (0 is the first); undefined where none does, or a function. */
  readonly answer?: (state: string, call: number) => Json | undefined
}
