import { hasValueOrPath } from '../asl/fields/field.js'
import { UNLISTED_ERROR, firstTaking, errorHandlersOf } from '../asl/error-handlers.js'
import { member } from '../asl/json.js'
import { type WalkedState, walkStates } from '../asl/walk.js'
import { findFault } from '../faults/catalogue.js'
import { NO_CONDITIONS } from '../faults/fault-spec.js'
import { Fault } from '../faults/fault.js'
import type { Run } from '../harness/machines/run.js'
import { type ErrorPathItem, isWildcard } from '../verify/error-path-items.js'

/** How often the state, or something inside it, fails. */
export type Strikes = 'once' | 'to the last attempt' | 'always'

/** One way to drive a machine down an error path: where the error comes from, its name, and how often. */
export interface ErrorPathPlan {
  readonly item: ErrorPathItem
  readonly strikes: Strikes
  /** The state whose error path it is; undefined for the machine's own timeout. */
  readonly state: WalkedState | undefined
  /** The Task that fails: the state itself, or one inside it. */
  readonly origin: WalkedState
  /** The error's name; undefined for an answer that never comes. */
  readonly error: string | undefined
  /** Failures of the state that the plan makes; Infinity for all. */
  readonly failures: number
}

/** Tasks inside a Map or Parallel, and names, that are tried for one error path. */
const TRIED_ORIGINS = 6
const TRIED_NAMES = 3

/** More retries than these are not used up. */
const MOST_ATTEMPTS = 1000

/**
 * The ways to take an error path, the most telling first. Empty if there is none: no error reaches it, or its retries would
 * never come to an end.
 */
export function plansFor(definition: unknown, item: ErrorPathItem, strikes: Strikes): readonly ErrorPathPlan[] {
  const states = [...walkStates(definition)]
  const state = states.find(({ pointer }) => pointer === item.statePointer)
  const origins = state ? originsIn(state, states) : states.filter(isTask)
  const failures = strikes === 'always' ? Number.POSITIVE_INFINITY : strikes === 'once' ? 1 : mostOf(state, item.index)
  return errorsFor(item, state)
    .slice(0, TRIED_NAMES)
    .flatMap((error) => origins.slice(0, TRIED_ORIGINS).map((origin) => ({ origin, error })))
    .filter(({ origin, error }) => failures <= MOST_ATTEMPTS || isUsedUp(origin, error))
    .map(({ origin, error }) => {
      return { item, strikes, state, origin, error: isTimeoutOf(origin, error) ? undefined : error, failures }
    })
}

function isTask({ state }: WalkedState): boolean {
  return member(state, 'Type') === 'Task'
}

/** A Task fails itself; a Map or Parallel through what is inside it. */
function originsIn(state: WalkedState, states: readonly WalkedState[]): readonly WalkedState[] {
  if (isTask(state)) return [state]
  return states.filter((other) => isTask(other) && other.pointer.startsWith(`${state.pointer}/`))
}

function mostOf(state: WalkedState | undefined, index: number | undefined): number {
  return errorHandlersOf(state?.state ?? {}).retriers[index ?? -1]?.maxAttempts ?? 0
}

/** Whether a Task that always fails so comes to the end of its retries. */
function isUsedUp({ state }: WalkedState, error: string | undefined): boolean {
  const { retriers } = errorHandlersOf(state)
  const retrier = retriers[firstTaking(retriers, error ?? 'States.Timeout') ?? -1]
  return retrier === undefined || retrier.maxAttempts <= MOST_ATTEMPTS
}

/** Names of errors that take this path; undefined stands for an answer that never comes. */
function errorsFor({ kind, names }: ErrorPathItem, state: WalkedState | undefined): readonly (string | undefined)[] {
  if (kind === 'timeout' || kind === 'heartbeat' || kind === 'execution-timeout') return [undefined]
  if (kind === 'unhandled') return [UNLISTED_ERROR]
  const all = [...new Set(names.map((name) => (isWildcard(name) ? UNLISTED_ERROR : name)))]
  if (kind !== 'catch' || !state) return all
  // A catcher is best seen at once; what is left to it by retriers alone, after they are used up.
  const { retriers } = errorHandlersOf(state.state)
  const direct = all.filter((name) => firstTaking(retriers, name) === undefined)
  return direct.length > 0 ? direct : all
}

/** A timeout that the state can really have is made by an answer that never comes. */
function isTimeoutOf({ state }: WalkedState, error: string | undefined): boolean {
  if (error === 'States.Timeout')
    return hasValueOrPath(state, 'TimeoutSeconds') || hasValueOrPath(state, 'HeartbeatSeconds')
  return error === undefined || (error === 'States.HeartbeatTimeout' && hasValueOrPath(state, 'HeartbeatSeconds'))
}

/** Visits that are struck one by one; more are struck all. */
const MOST_VISITS = 20

/**
 * The faults of a plan, over a run that shows where the Task is called first; without one, for the first item. A Task is
 * struck in one visit only: a machine that comes back to it later finds it well. `widely`: in all items and visits.
 */
export function faultsOfPlan(plan: ErrorPathPlan, before: Run | undefined, widely = false): readonly Fault[] {
  const { origin, error, failures, item } = plan
  const call = before?.calls.find(({ pointer }) => pointer === origin.pointer)
  const indexes = call ? call.items.map((step) => step.index) : mapsAround(origin).map(() => 0)
  const definition = findFault(error === undefined ? 'timeout' : 'error')
  const args = error === undefined ? {} : { name: error }
  const at = { state: origin.name, ...(indexes.length > 0 && !widely && { items: indexes }) }
  const faultAt = (site: object) => new Fault({ definition, args, site: { ...at, ...site }, conditions: NO_CONDITIONS })
  const first = call?.visit ?? 1
  if (origin.pointer === item.statePointer) {
    const attempts = failures === Number.POSITIVE_INFINITY ? {} : { attempts: { from: 1, to: failures } }
    return [faultAt({ ...(!widely && { visit: first }), ...attempts })]
  }
  if (failures > MOST_VISITS || item.statePointer === '') return [faultAt({})]
  return Array.from({ length: failures }, (_, i) => faultAt({ visit: first + i }))
}

/** Names of the Maps around a state. */
function mapsAround(state: WalkedState): readonly string[] {
  const maps: string[] = []
  let within = state.machine.within
  while (within) {
    if (member(within.state, 'Type') === 'Map') maps.push(within.name)
    within = within.machine.within
  }
  return maps
}
