import { pointer } from '../asl/json.js'
import type { TraceEntry } from '../engine/trace.js'
import type { CallRecord } from '../harness/sessions/call-record.js'
import type { MapRunRecord, Run } from '../harness/machines/run.js'
import type { Attempt, StateVisit } from '../verify/state-visit.js'
import { childTimelineOf, timelineOf } from '../verify/timeline.js'

/**
 * What became of a strike. Of an error: a retry succeeded (`recovered`), a Catch took it (`caught`), or the execution ended
 * with it (`unhandled`). Where the call got an answer after all, late or changed: the execution ended well all the same
 * (`absorbed`), well but with another output than without the fault (`unnoticed`), at a Fail state (`caught`), or badly
 * (`unhandled`).
 */
export type StrikeOutcome = 'absorbed' | 'unnoticed' | 'recovered' | 'caught' | 'unhandled'

export interface Fate {
  readonly outcome: StrikeOutcome
  /** JSON Pointer of the retrier, catcher or Fail state that dealt with it; undefined if nothing did. */
  readonly handler: string | undefined
  /** A retrier or catcher dealt with it, and the execution failed all the same, in what came after. */
  readonly failedAfterwards: boolean
}

/** What the faults of a run came to. */
export interface RunFate {
  readonly fate: Fate
  /** The first attempt that a fault struck: when, and the error the state saw. */
  readonly first: Attempt
}

/** What is looked at of a run: from the struck visit on is enough. */
export type StruckHistory = Pick<Run, 'status' | 'history' | 'coverage' | 'calls' | 'mapRuns'>

const SEVERITY: Readonly<Record<StrikeOutcome, number>> = {
  absorbed: 0,
  unnoticed: 1,
  recovered: 2,
  caught: 3,
  unhandled: 4,
}

/**
 * The worst of what became of all errors that faults made in this run; undefined if none struck. An error whose handling
 * ends in a failed execution is unhandled, too, unless a Fail state says that this is meant, or the machine fails without
 * any fault (`failsAnyway`).
 */
export function fateOfStrikes(run: StruckHistory, failsAnyway = false): RunFate | undefined {
  const timeline = timelineOf(run)
  const own = run.calls.filter((call) => call.childArn === undefined)
  const found = [
    ...struckVisits(timeline, own, run.coverage),
    ...(run.mapRuns ?? []).flatMap((mapRun) => struckInChildren(run, mapRun)),
  ]
  const first = found.flatMap(({ struck }) => struck)[0]
  if (!first) return undefined
  let worst: Fate | undefined
  for (const { visit, struck, within, mapRun } of found) {
    const inside = fateOfVisit(within ?? timeline, visit, struck, mapRun?.failed ?? run.status !== 'SUCCEEDED')
    const fate = mapRun && inside?.outcome === 'unhandled' ? fateOfMapRun(timeline, mapRun.record, run) : inside
    if (fate && (!worst || SEVERITY[fate.outcome] > SEVERITY[worst.outcome])) worst = fate
  }
  const fate = worst ?? { outcome: 'unhandled', handler: undefined, failedAfterwards: false }
  if (run.status === 'SUCCEEDED' || fate.outcome === 'unhandled' || failsAnyway) return { first, fate }
  const failState = endingFailState(run)
  if (failState === undefined) return { first, fate: { ...fate, outcome: 'unhandled', failedAfterwards: true } }
  return { first, fate: fate.outcome === 'absorbed' ? dealt('caught', failState) : fate }
}

function isStruck(attempt: Attempt): boolean {
  return attempt.fault !== undefined
}

/** A visit in which a fault struck; of a child of a distributed Map with the child's own timeline. */
interface StruckVisit {
  readonly visit: StateVisit
  /** Never empty. */
  readonly struck: readonly Attempt[]
  readonly within?: readonly StateVisit[]
  readonly mapRun?: { readonly record: MapRunRecord; readonly failed: boolean }
}

function struckVisits(
  timeline: readonly StateVisit[],
  calls: readonly CallRecord[],
  coverage: readonly TraceEntry[],
): readonly StruckVisit[] {
  const byVisit = new Map<number, CallRecord[]>()
  for (const call of calls) {
    if (call.fault === undefined) continue
    const ofVisit = byVisit.get(call.enteredEventId)
    if (ofVisit) ofVisit.push(call)
    else byVisit.set(call.enteredEventId, [call])
  }
  return timeline.flatMap((visit) => {
    const ofVisit = byVisit.get(visit.enteredEventId)
    if (!ofVisit) return []
    const struck = visit.attempts.filter(isStruck)
    return [{ visit, struck: struck.length > 0 ? struck : ofVisit.map((call) => beforeWork(call, coverage)) }]
  })
}

/** A state that failed before its work began has no attempt in the timeline: what its record and the trace say of it. */
function beforeWork(call: CallRecord, coverage: readonly TraceEntry[]): Attempt {
  const { attempt, atMs, failure = {}, fault = '', enteredEventId } = call
  const retried = coverage.findLast((entry) => entry.enteredEventId === enteredEventId && entry.what.kind === 'retry')
  const retrier = retried?.what.kind === 'retry' ? { retrier: retried.what.retrier } : {}
  return { attempt, atMs, endedAtMs: atMs, failed: true, fault, ...failure, ...retrier }
}

function struckInChildren(run: StruckHistory, record: MapRunRecord): readonly StruckVisit[] {
  const struck = new Set(
    run.calls.flatMap((call) => (call.fault !== undefined && call.childArn ? [call.childArn] : [])),
  )
  return record.children
    .filter((child) => struck.has(child.executionArn))
    .flatMap((child) => {
      const within = childTimelineOf(run, child)
      const mapRun = { record, failed: child.status !== 'SUCCEEDED' }
      const calls = run.calls.filter((call) => call.childArn === child.executionArn)
      return struckVisits(within, calls, child.coverage).map((visit) => ({ ...visit, within, mapRun }))
    })
}

/** What became of a child that failed: tolerated by the Map Run, or the Map's own failure. */
function fateOfMapRun(
  timeline: readonly StateVisit[],
  { state, status }: MapRunRecord,
  run: StruckHistory,
): Fate | undefined {
  const map = timeline.findLast((visit) => visit.state === state)
  if (status === 'SUCCEEDED') return dealt('caught', pointer(map?.pointer ?? '', 'ToleratedFailurePercentage'))
  const attempt = map?.attempts.at(-1)
  return map && attempt && fateFrom(timeline, map, attempt, run.status !== 'SUCCEEDED')
}

/** Undefined for a visit that was cut off before its error was dealt with: another's fate is the one that counts. */
function fateOfVisit(
  timeline: readonly StateVisit[],
  visit: StateVisit,
  struck: readonly Attempt[],
  failed: boolean,
): Fate | undefined {
  const attempt = struck.at(-1)
  if (attempt && !attempt.failed && attempt.endedAtMs !== undefined) return ABSORBED
  return attempt && fateFrom(timeline, visit, attempt, failed)
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

function dealt(outcome: StrikeOutcome, handler: string): Fate {
  return { outcome, handler, failedAfterwards: false }
}

const ABSORBED: Fate = { outcome: 'absorbed', handler: undefined, failedAfterwards: false }

/** Pointer of the Fail state at which the execution's failure begins: the machine's own way to say that it gives up. */
function endingFailState(run: StruckHistory): string | undefined {
  const lastUnhandled = run.coverage.findLastIndex((entry) => entry.what.kind !== 'unhandled')
  const origin = run.coverage[lastUnhandled + 1]
  if (!origin || run.history[origin.enteredEventId - (run.history[0]?.id ?? 1)]?.type !== 'FailStateEntered')
    return undefined
  return origin.edge
}
