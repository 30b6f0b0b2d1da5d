import { advance } from '../engine/advance.js'
import { pending } from '../engine/calls.js'
import type { HistoryEvent } from '../engine/event-types.js'
import type { Execution } from '../engine/execution.js'
import type { TraceEntry } from '../engine/trace.js'
import { faultTargets } from '../faults/fault-target.js'
import type { Fault } from '../faults/fault.js'
import { type StrikeAttempt, foldStrikes, parseScenario, printScenario } from '../faults/scenario-string.js'
import { answerCalls } from '../harness/sessions/answer-calls.js'
import type { ForkableRun, ForkPoint } from '../harness/machines/fork-points.js'
import type { Log } from '../harness/sessions/call-log.js'
import type { Machine } from '../harness/machines/machine.js'
import type { Session } from '../harness/sessions/members.js'
import type { CallRecord } from '../harness/sessions/call-record.js'
import type { Run } from '../harness/machines/run.js'
import { runSessionSync } from '../harness/sessions/session.js'
import type { Effect } from '../tasks/ledger.js'
import { isWithinLimits } from './exploration/course-end.js'
import { MergeKeys } from './exploration/merge-key.js'
import { keyOptionsOf } from './exploration/opened-base.js'
import type { DoneOutside } from './effect-changes.js'
import type { StruckHistory } from './fate.js'
import { type StrikeRecord, inferredIn, isStruck, calledStates } from './strike-record.js'

/** What a strike came to: what happened from the struck visit on, and the record of the run. */
export interface ForkedStrike {
  readonly history: StruckHistory
  readonly output: Run['output']
  readonly record: StrikeRecord
  /** Effects from the struck call on, and those of the run without faults from there to where the strike joined it again. */
  readonly done: DoneOutside
  readonly unstruckEffects: readonly Effect[]
}

/**
 * Strikes that go on from the run without faults where it makes the struck call, and join it again at the first moment that is the
 * same: what such a strike costs does not depend on how long the machine is.
 */
export class StrikeForks {
  readonly #baseline: Run
  readonly #points: readonly ForkPoint[]
  readonly #ended: Session
  readonly #keys: MergeKeys
  readonly #byKey = new Map<string, number>()
  readonly #called = new Map<string, { readonly first: number; last: number }>()
  readonly #inferred: ReadonlySet<string>
  readonly #targets: ReadonlyMap<string, ReturnType<typeof faultTargets>[number]>

  constructor(machine: Machine, baseline: Run, { points, ended }: ForkableRun) {
    this.#baseline = baseline
    this.#points = points
    this.#ended = ended
    this.#keys = new MergeKeys(keyOptionsOf(machine.definition, ended.world.rules))
    this.#targets = new Map(faultTargets(machine.definition, machine.type).map((target) => [target.pointer, target]))
    for (const [index, { session, calls }] of points.entries()) {
      const key = this.#keys.keyOf(session)
      if (key !== undefined) this.#byKey.set(key, index)
      for (const { state } of calls) {
        const known = this.#called.get(state)
        if (known) known.last = index
        else this.#called.set(state, { first: index, last: index })
      }
    }
    this.#inferred = new Set(inferredIn(baseline.calls, new Set()))
  }

  /** Undefined where the strike has to be run as a whole: inside Maps and Parallels, and where something remembers. */
  strike(fault: Fault): ForkedStrike | undefined {
    const { state } = fault.site
    if (typeof state !== 'string') return undefined
    const called = this.#called.get(state)
    const from = called && this.#points[called.first]
    if (!from || !isPlain(from)) return undefined
    const [call] = from.calls
    if (!call) return undefined
    const { world } = from.session
    const rules = { ...world.rules, plan: [fault], targets: this.#targets }
    let session: Session = { ...from.session, world: { ...world, rules } }
    for (;;) {
      const execution = advance(session.execution)
      session = { ...session, execution }
      if (execution.status !== 'RUNNING') return this.#told(from, session, undefined)
      if (execution.mapRuns !== from.session.execution.mapRuns || session.children.length > 0) return undefined
      const joined = session.world.log === world.log ? undefined : this.#joinedAt(session, called)
      if (joined !== undefined) return this.#told(from, session, joined)
      const step = answerCalls(session, 0, pending(execution), (child) => runSessionSync(child))
      if (step instanceof Promise) {
        step.catch(() => undefined)
        return undefined
      }
      session = step
    }
  }

  /** The point of the run without faults at which the session stands, if nothing more can strike after it. */
  #joinedAt(session: Session, { last }: { readonly last: number }): number | undefined {
    const key = this.#keys.keyOf(session)
    const at = key === undefined ? undefined : this.#byKey.get(key)
    const point = at === undefined ? undefined : this.#points[at]
    if (at === undefined || !point || at <= last) return undefined
    const rest = restAfter(point, this.#ended)
    return isWithinLimits(session.execution, rest.tookMs, rest.events) ? at : undefined
  }

  #told(from: ForkPoint, session: Session, joined: number | undefined): ForkedStrike | undefined {
    const { execution, world } = session
    if (execution.mapRuns !== from.session.execution.mapRuns) return undefined
    const point = joined === undefined ? undefined : this.#points[joined]
    const end = point ? this.#ended.execution : execution
    const { calls, struck, effects } = loggedSince(world.log, from.session.world.log)
    const { history, coverage } = historySince(execution, from.calls[0]?.enteredEventId ?? 1)
    const { status, output, error, cause } = end
    if (status === 'RUNNING') return undefined
    const restMs = point ? restAfter(point, this.#ended).tookMs : 0
    const { base, seed } = parseScenario(this.#baseline.scenario)
    const first = calls.findIndex(isStruck)
    const called = calledStates(calls.slice(first + 1))
    const record = {
      status,
      tookMs: execution.nowMs - execution.settings.startAtMs + restMs,
      scenario: printScenario({ base, seed, strikes: foldStrikes(struck) }),
      error,
      cause,
      struckPointer: calls[first]?.pointer,
      inferred: inferredIn(calls, this.#inferred),
      calledAfterwards: () => [...new Set([...called, ...this.#statesFrom(joined)])],
    }
    const unstruck = loggedSince((point?.session ?? this.#ended).world.log, from.session.world.log)
    return {
      history: { status, history, coverage, calls },
      output,
      record,
      done: { effects, wasDone: (state) => this.#isCalledBefore(state, from) },
      unstruckEffects: unstruck.effects,
    }
  }

  #isCalledBefore(state: string, from: ForkPoint): boolean {
    const first = this.#called.get(state)?.first
    const struck = this.#called.get(from.calls[0]?.state ?? '')?.first
    return first !== undefined && struck !== undefined && first < struck
  }

  #statesFrom(joined: number | undefined): readonly string[] {
    if (joined === undefined) return []
    return this.#points.slice(joined).flatMap(({ calls }) => calls.map(({ state }) => state))
  }
}

/** A single call, by the execution itself and outside all Maps and Parallels. */
function isPlain({ session, calls }: ForkPoint): boolean {
  const { strands } = session.execution
  return calls.length === 1 && strands.length === 1 && strands[0]?.mapRun === undefined && calls[0]?.purpose === 'task'
}

function restAfter({ session }: ForkPoint, ended: Session): { readonly tookMs: number; readonly events: number } {
  const { nowMs, eventCount } = session.execution
  return { tookMs: ended.execution.nowMs - nowMs, events: ended.execution.eventCount - eventCount }
}

function loggedSince(log: Log | undefined, before: Log | undefined) {
  const calls: CallRecord[] = []
  const struck: StrikeAttempt[] = []
  const effects: Effect[] = []
  const links: Log[] = []
  for (let link = log; link && link !== before; link = link.before) links.push(link)
  for (const link of links.reverse()) {
    if (!('entry' in link)) continue
    calls.push(link.entry.call)
    if (link.entry.struck) struck.push(link.entry.struck)
    if (link.entry.effect) effects.push(link.entry.effect)
  }
  return { calls, struck, effects }
}

/** Events from one on, and the edges of visits that began then or later. */
function historySince(execution: Execution, eventId: number) {
  const events: (readonly HistoryEvent[])[] = []
  const edges: (readonly TraceEntry[])[] = []
  for (let chunk = execution.history; chunk; chunk = chunk.before) {
    const [first] = chunk.events
    events.push(chunk.events)
    edges.push(chunk.trace)
    if (first && first.id <= eventId) break
  }
  return {
    history: events
      .reverse()
      .flat()
      .filter(({ id }) => id >= eventId),
    coverage: edges
      .reverse()
      .flat()
      .filter(({ enteredEventId }) => enteredEventId >= eventId),
  }
}
