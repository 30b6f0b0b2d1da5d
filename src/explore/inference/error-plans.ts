import { member } from '../../asl/json.js'
import { firstTaking, errorHandlersOf, UNLISTED_ERROR } from '../../asl/error-handlers.js'
import { isWildcard } from '../../verify/error-path-items.js'
import { findFault } from '../../faults/catalogue.js'
import { Fault, fault } from '../../faults/fault.js'
import { NO_CONDITIONS } from '../../faults/fault-spec.js'
import { type GraphMachine, type GraphState, statesIn, type Way } from './state-graph.js'
import type { PlannedError } from './walk-plan.js'
import type { BranchWalk } from './branch-walk.js'
import { type MetError, READER_FAILED } from './walk-errors.js'

/** A catcher behind which states lie that no run has reached. */
export interface CatchGoal {
  readonly state: GraphState
  readonly way: Way
  /** Names of errors that this catcher takes, and no earlier one, the most telling first. */
  readonly errors: readonly string[]
  /** States that it leads to. */
  readonly behind: ReadonlySet<string>
  /** JSON pointers of Fail states inside whose error it takes. */
  readonly fails: readonly string[]
}

/** More retries than these are not used up. */
const MOST_ATTEMPTS = 1_500

/** Catchers of states that were reached, which lead to some that were not. */
export function catchGoals(graph: GraphMachine, reached: ReadonlySet<string>): readonly CatchGoal[] {
  const goals: CatchGoal[] = []
  for (const machine of machinesOf(graph)) {
    for (const state of machine.states.values()) {
      if (!reached.has(state.pointer)) continue
      for (const way of state.catches) {
        const behind = unreachedFrom(machine, way.to, reached)
        const errors = errorsFor(state, way.index)
        const fails = failsInside(state, way.index)
        if (behind.size > 0 && errors.length + fails.length > 0) goals.push({ state, way, errors, behind, fails })
      }
    }
  }
  return goals
}

function machinesOf(graph: GraphMachine): readonly GraphMachine[] {
  const found = [graph]
  for (const state of statesIn(graph)) found.push(...state.inner)
  return found
}

/** States that were not reached and lie behind a state, by ways that need no error. */
function unreachedFrom(machine: GraphMachine, from: string, reached: ReadonlySet<string>): ReadonlySet<string> {
  const behind = new Set<string>()
  const seen = new Set<string>()
  const todo = [from]
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    const state = machine.states.get(name)
    if (!state || seen.has(name)) continue
    seen.add(name)
    for (const inner of [state, ...state.inner.flatMap(statesIn)]) {
      if (!reached.has(inner.pointer)) behind.add(inner.pointer)
    }
    todo.push(...state.ways.map(({ to }) => to))
  }
  return behind
}

function failsInside(state: GraphState, index: number): readonly string[] {
  const { catchers } = errorHandlersOf(state.definition)
  const isTaken = ({ type, definition }: GraphState): boolean => {
    const error = member(definition, 'Error')
    return type === 'Fail' && firstTaking(catchers, typeof error === 'string' ? error : 'States.TaskFailed') === index
  }
  return state.inner
    .flatMap(statesIn)
    .filter(isTaken)
    .map(({ pointer }) => pointer)
}

/** An error of what is inside may come out as another one. */
function errorsFor(state: GraphState, index: number): readonly string[] {
  const taken = errorsTaken(state, index)
  if (state.inner.length === 0) return taken
  const readerFails = Object.hasOwn(state.definition, 'ItemReader') ? [READER_FAILED] : []
  return [...new Set([...taken, UNLISTED_ERROR, ...readerFails])]
}

/** An error that passes the retriers by comes first; one that uses them up is the last resort. */
function errorsTaken({ definition }: GraphState, index: number): readonly string[] {
  const { retriers, catchers } = errorHandlersOf(definition)
  const names = (catchers[index]?.errorEquals ?? []).map((name) => (isWildcard(name) ? UNLISTED_ERROR : name))
  const taken = [...new Set(names)].filter((name) => firstTaking(catchers, name) === index)
  const retries = (name: string): number => retriers[firstTaking(retriers, name) ?? -1]?.maxAttempts ?? 0
  return taken.filter((name) => retries(name) <= MOST_ATTEMPTS).sort((a, b) => retries(a) - retries(b))
}

/** The faults that strike as the errors of a walk did. */
export function faultsOfWalk(walk: BranchWalk): readonly Fault[] {
  return walk.errors.met.map(faultOf)
}

function faultOf({ planned, state, visit, everyVisit, cause }: MetError): Fault {
  if (state.type === 'Map') return fault('map-item-reader-failed').at(state.name)
  const text = cause.isTouched ? cause.value() : undefined
  const args = { name: planned.error, ...(typeof text === 'string' && text !== 'cause' && { cause: text }) }
  const site = { state: state.name, ...(!everyVisit && { visit }) }
  return new Fault({ definition: findFault('error'), args, site, conditions: NO_CONDITIONS })
}

/** The error of a goal, as a walk plans it. */
export function plannedError({ state, way }: CatchGoal, error: string, passes: number): PlannedError {
  return { catching: state.pointer, catcher: way.index, error, passes }
}
