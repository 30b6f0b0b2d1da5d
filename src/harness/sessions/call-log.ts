import type { Json } from '../../asl/json.js'
import { KEPT_CHILDREN } from '../../engine/map-run/kept.js'
import type { AslError, Call } from '../../engine/ports.js'
import type { StrikeAttempt } from '../../faults/scenario-string.js'
import { type Effect, effectOf } from '../../tasks/ledger.js'
import { logicalIdOf } from '../answering/resource-mocks.js'
import type { Rules } from '../answering/rules.js'
import type { AnsweredBy, CallRecord } from './call-record.js'

/** What a function of the test came to. */
export type Computed = ({ readonly output: Json } | { readonly failure: AslError }) & {
  /** Virtual time until the answer is there; default 0. No part of the base scenario. */
  readonly afterMs?: number
}

/** One answered call. */
export interface LogEntry {
  readonly callId: number
  readonly call: CallRecord
  readonly effect?: Effect
  readonly struck?: StrikeAttempt
  /** What a function of the test answered: part of the base scenario. */
  readonly computed?: Computed
  /** The task token that the call handed out. */
  readonly token?: string
  /** The child of a distributed Map that made the call. */
  readonly mapRunChild?: Call['mapRunChild']
}

/** An answered call that is remembered; a list that grows by sharing, newest first. */
interface Remembered {
  readonly entry: LogEntry
  readonly before: Log | undefined
}

/**
 * An answered call of a distributed Map's child beyond the first hundred, of which no more is kept than the rules cannot say
 * again: `recalledLog` replays the child for the rest. One flat object for each, as there may be millions.
 */
export interface Forgotten {
  readonly callId: number
  readonly state: string
  readonly mapRunArn: string
  readonly index: number
  readonly computed: Computed | undefined
  readonly before: Log | undefined
}

export type Log = Remembered | Forgotten

/** What there is to note of an answer, besides the call. */
export interface Note {
  readonly answeredBy: AnsweredBy
  readonly failure?: AslError | undefined
  readonly fault?: string
  /** Of a model's fault: its id, and what it saw. */
  readonly model?: string
  readonly seen?: Json
  readonly struck?: StrikeAttempt
  readonly computed?: Computed
  /** Whether the call did what it does outside. */
  readonly carriedOut: boolean
}

/** What of the rules a log needs to know. */
type LogRules = Pick<Rules, 'executionArn' | 'names'>

/** The log with one more call. `forgets`: whether children are replayed for what the log leaves out. */
export function withCall(before: Log | undefined, call: Call, note: Note, rules: LogRules, forgets: boolean): Log {
  const { mapRunChild, callId, state } = call
  if (!forgets || note.struck || !mapRunChild || mapRunChild.index < KEPT_CHILDREN) {
    return { entry: entryOf(call, note, rules), before }
  }
  const { mapRunArn, index } = mapRunChild
  return { callId, state, mapRunArn, index, computed: note.computed, before }
}

/** Whether this answer can be had again from the rules alone: nobody outside the execution had a say in it, and
 * it changes nothing that later answers are had from. */
export function isRepeatable({ taskToken, purpose }: Call, { answeredBy }: Note): boolean {
  return taskToken === undefined && purpose !== 'results' && answeredBy !== 'machine' && answeredBy !== 'nobody'
}

/** All that is in a log, in the order the calls were made: what is remembered, and what is left of the rest. */
export function linksOf(log: Log | undefined): readonly Log[] {
  const links: Log[] = []
  for (let link = log; link; link = link.before) links.push(link)
  return links.sort((a, b) => callIdOf(a) - callIdOf(b))
}

export function callIdOf(link: Log): number {
  return 'entry' in link ? link.entry.callId : link.callId
}

/** The state that made the call. */
export function stateOf(link: Log): string {
  return 'entry' in link ? link.entry.call.state : link.state
}

export function computedOf(link: Log): Computed | undefined {
  return 'entry' in link ? link.entry.computed : link.computed
}

/** What a function of the test came to, as data. */
export function computedAsJson(computed: Computed): Json {
  if ('output' in computed) return computed.output
  const { error = null, cause = null } = computed.failure
  return { Error: error, Cause: cause }
}

function entryOf(call: Call, note: Note, { executionArn, names }: LogRules): LogEntry {
  const { callId, mapRunChild, taskToken } = call
  const { computed, struck } = note
  const logicalId = logicalIdOf(names, call)
  const effect = note.carriedOut ? effectOf(call, logicalId) : undefined
  const entry: Draft<LogEntry> = { callId, call: recordOf(call, note, executionArn, logicalId) }
  if (effect) entry.effect = effect
  if (struck) entry.struck = struck
  if (computed) entry.computed = computed
  if (taskToken !== undefined) entry.token = taskToken
  if (mapRunChild) entry.mapRunChild = mapRunChild
  return entry
}

/** What is being made. Spreads of what is mostly absent take several times as long, and there may be millions of calls. */
type Draft<T> = { -readonly [K in keyof T]: T[K] }

function recordOf(call: Call, note: Note, executionArn: string, logicalId: string | undefined): CallRecord {
  const { answeredBy, failure, fault, model, seen } = note
  const { state, pointer, items, visit, attempt, resource, parameters, atMs, enteredEventId, scheduledEventId } = call
  const isOwn = call.executionArn === executionArn
  const record: Draft<CallRecord> = isOwn
    ? {
        state,
        pointer,
        items,
        visit,
        attempt,
        resource: resource.arn,
        parameters,
        atMs,
        enteredEventId,
        scheduledEventId,
        answeredBy,
      }
    : {
        state,
        pointer,
        items,
        visit,
        attempt,
        resource: resource.arn,
        parameters,
        atMs,
        childArn: call.executionArn,
        enteredEventId,
        scheduledEventId,
        answeredBy,
      }
  if (fault !== undefined) record.fault = fault
  if (model !== undefined) record.model = model
  if (seen !== undefined) record.seen = seen
  if (failure) record.failure = failure
  if (logicalId !== undefined) record.logicalId = logicalId
  return record
}
