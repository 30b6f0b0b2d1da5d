import { pointer } from '../asl/json.js'
import type { MapRunRecord, Run } from '../harness/run.js'
import type { Attempt, StateVisit } from '../verify/state-visit.js'
import { childTimelineOf, timelineOf } from '../verify/timeline.js'

/** What became of an error: a retry succeeded, a Catch took it, or the execution ended with it. */
export type Outcome = 'recovered' | 'caught' | 'unhandled'

export interface Fate {
  readonly outcome: Outcome
  /** JSON Pointer of the retrier or catcher that dealt with it; undefined if nothing did. */
  readonly handler: string | undefined
  /** A retrier or catcher dealt with it, and the execution failed all the same, in what came after. */
  readonly failedAfterwards: boolean
}

/** What the faults of a run came to. */
export interface StruckRun {
  readonly fate: Fate
  /** The first attempt that a fault struck: when, and the error the state saw. */
  readonly first: Attempt
}

const SEVERITY: Readonly<Record<Outcome, number>> = { recovered: 0, caught: 1, unhandled: 2 }

/**
 * The worst of what became of all errors that faults made in this run; undefined if none struck. An error whose handling
 * ends in a failed execution is unhandled, too, unless a Fail state says that this is meant, or the machine fails without
 * any fault (`failsAnyway`).
 */
export function fateOfStrikes(run: Run, failsAnyway = false): StruckRun | undefined {
  const timeline = timelineOf(run)
  const found = [...struckVisits(timeline), ...(run.mapRuns ?? []).flatMap((mapRun) => struckInChildren(run, mapRun))]
  const first = found.flatMap(({ visit }) => visit.attempts.filter(isStruck))[0]
  if (!first) return undefined
  let worst: Fate | undefined
  for (const { visit, within, mapRun } of found) {
    const inside = fateOfVisit(within ?? timeline, visit, mapRun?.failed ?? run.status !== 'SUCCEEDED')
    const fate = mapRun && inside?.outcome === 'unhandled' ? fateOfMapRun(timeline, mapRun.record, run) : inside
    if (fate && (!worst || SEVERITY[fate.outcome] > SEVERITY[worst.outcome])) worst = fate
  }
  const fate = worst ?? { outcome: 'unhandled', handler: undefined, failedAfterwards: false }
  const diedLater = run.status !== 'SUCCEEDED' && fate.outcome !== 'unhandled' && !failsAnyway && !endsInFailState(run)
  return { first, fate: diedLater ? { ...fate, outcome: 'unhandled', failedAfterwards: true } : fate }
}

function isStruck(attempt: Attempt): boolean {
  return attempt.fault !== undefined
}

/** A visit in which a fault struck; of a child of a distributed Map with the child's own timeline. */
interface StruckVisit {
  readonly visit: StateVisit
  readonly within?: readonly StateVisit[]
  readonly mapRun?: { readonly record: MapRunRecord; readonly failed: boolean }
}

function struckVisits(timeline: readonly StateVisit[]): readonly StruckVisit[] {
  return timeline.filter((visit) => visit.attempts.some(isStruck)).map((visit) => ({ visit }))
}

function struckInChildren(run: Run, record: MapRunRecord): readonly StruckVisit[] {
  const struck = new Set(
    run.calls.flatMap((call) => (call.fault !== undefined && call.childArn ? [call.childArn] : [])),
  )
  return record.children
    .filter((child) => struck.has(child.executionArn))
    .flatMap((child) => {
      const within = childTimelineOf(run, child)
      const mapRun = { record, failed: child.status !== 'SUCCEEDED' }
      return struckVisits(within).map(({ visit }) => ({ visit, within, mapRun }))
    })
}

/** What became of a child that failed: tolerated by the Map Run, or the Map's own failure. */
function fateOfMapRun(timeline: readonly StateVisit[], { state, status }: MapRunRecord, run: Run): Fate | undefined {
  const map = timeline.findLast((visit) => visit.state === state)
  if (status === 'SUCCEEDED') return dealt('caught', pointer(map?.pointer ?? '', 'ToleratedFailurePercentage'))
  const attempt = map?.attempts.at(-1)
  return map && attempt && fateFrom(timeline, map, attempt, run.status !== 'SUCCEEDED')
}

/** Undefined for a visit that was cut off before its error was dealt with: another's fate is the one that counts. */
function fateOfVisit(timeline: readonly StateVisit[], struck: StateVisit, failed: boolean): Fate | undefined {
  const attempt = struck.attempts.findLast(isStruck)
  return attempt && fateFrom(timeline, struck, attempt, failed)
}

/** What became of an attempt's error, on its way from the state through the containers around it. */
function fateFrom(
  timeline: readonly StateVisit[],
  from: StateVisit,
  failing: Attempt,
  failed: boolean,
): Fate | undefined {
  let visit: StateVisit | undefined = from
  let attempt: Attempt | undefined = failing
  while (visit && attempt) {
    const at = visit.pointer ?? ''
    if (visit.caught) return dealt('caught', pointer(at, 'Catch', visit.caught.catcher))
    if (attempt.retrier !== undefined && !visit.unhandled)
      return dealt('recovered', pointer(at, 'Retry', attempt.retrier))
    if (!visit.unhandled) break
    const { within }: StateVisit = visit
    visit = within && timeline[within.index]
    attempt = within && visit?.attempts[within.attempt - 1]
    if (visit && attempt?.retrier !== undefined) {
      return dealt('recovered', pointer(visit.pointer ?? '', 'Retry', attempt.retrier))
    }
  }
  return failed ? { outcome: 'unhandled', handler: undefined, failedAfterwards: false } : undefined
}

function dealt(outcome: Outcome, handler: string): Fate {
  return { outcome, handler, failedAfterwards: false }
}

/** Whether the execution's failure begins at a Fail state: the machine's own way to say that it gives up. */
function endsInFailState(run: Run): boolean {
  const lastUnhandled = run.coverage.findLastIndex((entry) => entry.what.kind !== 'unhandled')
  const origin = run.coverage[lastUnhandled + 1]
  return origin !== undefined && run.history[origin.enteredEventId - 1]?.type === 'FailStateEntered'
}
