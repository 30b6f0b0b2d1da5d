import type { HistoryEvent } from '../engine/event-types.js'
import type { TraceEntry } from '../engine/trace.js'
import type { CallRecord } from '../harness/sessions/call-record.js'
import type { ChildRun, Run } from '../harness/machines/run.js'
import { EventOwners } from './event-owner.js'
import { failureIn, roleOf, stateTypeOf } from './event-role.js'
import type { StateVisit } from './state-visit.js'
import { type AttemptFacts, VisitDraft } from './visit-draft.js'

/** One execution: a run's own, or that of a distributed Map's child. */
interface Told {
  readonly history: readonly HistoryEvent[]
  readonly coverage: readonly TraceEntry[]
  readonly calls: readonly CallRecord[]
}

/**
 * Every visit of a state, in the order of entry, with its attempts, waits and what became of its error. Made from the
 * history, the trace beside it and the record of the calls, in time linear in their length. The children of distributed
 * Maps are not in it: `childTimelineOf` tells of one.
 */
export function timelineOf({
  history,
  coverage,
  calls,
}: Pick<Run, 'history' | 'coverage' | 'calls'>): readonly StateVisit[] {
  return timeline({ history, coverage, calls: calls.filter((call) => call.childArn === undefined) })
}

/** As `timelineOf`, of a child of a distributed Map. */
export function childTimelineOf(
  { calls }: Pick<Run, 'calls'>,
  { history, coverage, executionArn }: ChildRun,
): readonly StateVisit[] {
  return timeline({ history, coverage, calls: calls.filter((call) => call.childArn === executionArn) })
}

function timeline(run: Told): readonly StateVisit[] {
  const reader = new TimelineReader(run)
  const entries = byEvent(run.coverage)
  for (const event of run.history) {
    reader.read(event)
    for (const entry of entries.get(event.id) ?? []) reader.note(entry, event.atMs)
  }
  return reader.visits.map((visit) => visit.seal())
}

function byEvent(coverage: readonly TraceEntry[]): ReadonlyMap<number, readonly TraceEntry[]> {
  const entries = new Map<number, TraceEntry[]>()
  for (const entry of coverage) {
    const list = entries.get(entry.atEventId)
    if (list) list.push(entry)
    else entries.set(entry.atEventId, [entry])
  }
  return entries
}

class TimelineReader {
  readonly visits: VisitDraft[] = []
  readonly #owners = new EventOwners()
  readonly #byEntered = new Map<number, VisitDraft>()
  readonly #visitCounts = new Map<string, number>()
  readonly #calls: ReadonlyMap<number, CallRecord>
  readonly #visitNumbers: ReadonlyMap<number, number>
  readonly #pointers: ReadonlyMap<number, string>

  constructor({ calls, coverage }: Told) {
    this.#calls = new Map(calls.map((call) => [call.scheduledEventId, call]))
    this.#visitNumbers = new Map(calls.map((call) => [call.enteredEventId, call.visit]))
    const entered = coverage.filter((entry) => entry.what.kind === 'entered')
    this.#pointers = new Map(entered.map((entry) => [entry.enteredEventId, entry.edge]))
  }

  read(event: HistoryEvent): void {
    const { details } = event
    const type = stateTypeOf(event)
    if (type && details && 'name' in details && 'input' in details) return this.#enter(event, type, details.name)
    const owner = this.#owners.ownerOf(event)
    if (!owner) return
    this.#owners.add(event, owner)
    if (type && details && 'output' in details) return owner.exit(event.atMs, details.output)
    const role = roleOf(event)
    if (role === 'begins') owner.begin(event.atMs, this.#factsOf(event))
    if (role === 'succeeds') owner.succeed(event.atMs)
    if (role === 'fails') owner.fail(event.atMs, failureIn(event))
  }

  note({ enteredEventId, what }: TraceEntry, atMs: number): void {
    this.#byEntered.get(enteredEventId)?.note(what, atMs)
  }

  #enter(event: HistoryEvent, type: StateVisit['type'], state: string): void {
    const { place, items } = this.#owners.placeAfter(event.previousEventId)
    const pointer = this.#pointers.get(event.id)
    const key = `${pointer ?? state} ${items.map((step) => step.index).join(',')}`
    const visit = this.#visitNumbers.get(event.id) ?? (this.#visitCounts.get(key) ?? 0) + 1
    this.#visitCounts.set(key, visit)
    const entered = { state, type, items, visit, enteredEventId: event.id, enteredAtMs: event.atMs }
    const draft = new VisitDraft(this.visits.length, { ...entered, ...(pointer !== undefined && { pointer }) }, place)
    this.visits.push(draft)
    this.#byEntered.set(event.id, draft)
    this.#owners.add(event, draft)
  }

  #factsOf(event: HistoryEvent): AttemptFacts {
    if (event.type === 'MapStateStarted') return { children: event.details.length }
    const call = this.#calls.get(event.id)
    if (!call) return {}
    return {
      ...(call.fault !== undefined && { fault: call.fault }),
      ...(call.answeredBy === 'inferred' && { inferred: true }),
    }
  }
}
