import type { JsonObject } from '../../../src/asl/json.js'
import type { EventType, HistoryEvent } from '../../../src/engine/event-types.js'
import type { TraceEntry, TraceWhat } from '../../../src/engine/trace.js'
import type { CallRecord } from '../../../src/harness/sessions/call-record.js'
import type { Run } from '../../../src/harness/machines/run.js'

export const START_MS = Date.UTC(2030, 0, 1)

/** An event as a test writes it: `previousEventId`, seconds since the start, type, details. Ids count from 1. */
export type WrittenEvent = readonly [previous: number, atSeconds: number, type: EventType, details?: object]

export function historyOf(events: readonly WrittenEvent[]): readonly HistoryEvent[] {
  return events.map(
    ([previousEventId, atSeconds, type, details], i) =>
      ({ id: i + 1, previousEventId, atMs: START_MS + atSeconds * 1000, type, details }) as HistoryEvent,
  )
}

/** A trace entry as a test writes it: event it hangs on, event of the visit, state, what. */
export function traceOf(
  entries: readonly (readonly [at: number, entered: number, state: string, what: TraceWhat])[],
): readonly TraceEntry[] {
  return entries.map(([atEventId, enteredEventId, state, what]) => ({
    atEventId,
    enteredEventId,
    state,
    edge: `/States/${state}`,
    what,
  }))
}

export function callOf(call: Partial<CallRecord> & Pick<CallRecord, 'state' | 'scheduledEventId'>): CallRecord {
  return {
    pointer: `/States/${call.state}`,
    items: [],
    visit: 1,
    attempt: 1,
    resource: LAMBDA,
    parameters: {},
    atMs: START_MS,
    enteredEventId: 2,
    answeredBy: 'mock',
    ...call,
  }
}

/** A finished run made by hand; a success of no states unless told otherwise. */
export function runWith(parts: Partial<Run> = {}): Run {
  return {
    machine: 'OrderFlow',
    type: 'STANDARD',
    status: 'SUCCEEDED',
    output: {},
    path: [],
    history: [],
    coverage: [],
    calls: [],
    effects: [],
    startAtMs: START_MS,
    tookMs: 0,
    seed: 0,
    profile: 'recorded',
    scenario: 'aslx:1;base=00000000;seed=0',
    ...parts,
  }
}

export const LAMBDA = 'arn:aws:states:::lambda:invoke'

/** A Task that invokes a function; it ends its block unless it has a Next. */
export function lambdaTask(fields: JsonObject = {}): JsonObject {
  const task = { Type: 'Task', Resource: LAMBDA, Parameters: { FunctionName: 'f' }, ...fields }
  return 'Next' in fields ? task : { ...task, End: true }
}
