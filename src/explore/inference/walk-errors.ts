import { errorHandlersOf, firstTaking } from '../../asl/error-handlers.js'
import { isDistributed } from '../../asl/map-processor.js'
import type { HoleValue } from './hole-value.js'
import { known, type OpenValue } from './open-value.js'
import type { GraphState } from './state-graph.js'
import type { PlannedError } from './walk-plan.js'

/** An error that struck on a walk, and the Task that failed with it. */
export interface MetError {
  readonly planned: PlannedError
  readonly state: GraphState
  readonly visit: number
  /** Whether a Map or Parallel tries again what is in it: then every visit fails. */
  readonly everyVisit: boolean
  /** What the handler reads of the cause. */
  readonly cause: HoleValue
}

/** A failure on its way to a catcher. */
export interface WalkFailure {
  readonly kind: 'failed'
  readonly error: string
  /** The Error Output. */
  readonly output: OpenValue
}

/** The errors that a walk is planned to meet, each once. */
export class WalkErrors {
  readonly met: MetError[] = []
  readonly #planned: readonly PlannedError[]
  readonly #passed = new Map<PlannedError, number>()

  constructor(planned: readonly PlannedError[]) {
    this.#planned = planned
  }

  /** The planned error that a Task, or an ItemReader, fails with now. */
  strike(state: GraphState, within: readonly GraphState[], visit: number, cause: HoleValue): WalkFailure | undefined {
    const planned = this.#planned.find(
      (error) => !this.met.some((met) => met.planned === error) && this.#isDue(error, state, within),
    )
    if (!planned) return undefined
    const around = within.findIndex(({ pointer }) => pointer === planned.catching)
    const retrying = around === -1 ? [] : within.slice(around)
    const everyVisit = retrying.some(
      ({ definition }) => firstTaking(errorHandlersOf(definition).retriers, planned.error) !== undefined,
    )
    this.met.push({ planned, state, visit, everyVisit, cause })
    return walkFailure(planned.error, { kind: 'hole', hole: cause })
  }

  /** Whether an error of this Task comes to the catcher that is meant, and it is this Task's turn. */
  #isDue(planned: PlannedError, state: GraphState, within: readonly GraphState[]): boolean {
    if (state.type === 'Map' && planned.error !== READER_FAILED) return false
    if (!comesTo(planned, state, within)) return false
    const passed = this.#passed.get(planned) ?? 0
    this.#passed.set(planned, passed + 1)
    return passed >= (planned.passes ?? 0)
  }
}

/** A failure with an error and a cause. */
function walkFailure(error: string, cause: OpenValue): WalkFailure {
  const members = new Map<string, OpenValue>([
    ['Error', known(error)],
    ['Cause', cause],
  ])
  return { kind: 'failed', error, output: { kind: 'object', members, below: undefined } }
}

/** What an ItemReader fails with. */
export const READER_FAILED = 'States.ItemReaderFailed'

/** Children of a distributed Map are executions of their own: the Map does not fail with their errors. */
const TOLERANCE = 'States.ExceedToleratedFailureThreshold'
export const OVER_TOLERANCE = walkFailure(TOLERANCE, known('The specified tolerated failure threshold was exceeded'))

/** Whether an error of a Task gets to the catcher that is meant: nothing before takes it, nor makes another one of it. */
function comesTo({ catching, catcher, error }: PlannedError, task: GraphState, within: readonly GraphState[]): boolean {
  let name = error
  for (const state of [task, ...within.toReversed()]) {
    if (state !== task && isDistributed(state.definition)) name = TOLERANCE
    const taken = firstTaking(errorHandlersOf(state.definition).catchers, name)
    if (state.pointer === catching) return taken === catcher
    if (taken !== undefined) return false
  }
  return false
}
