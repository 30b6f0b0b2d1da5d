import { type EdgeKind, edgesOf } from '../../src/asl/edges.js'
import type { Json } from '../../src/asl/json.js'
import { type Execution, type HistoryEvent, type TraceEntry, historyOf, traceOf } from '../../src/engine.js'

/** What must be so of every ended execution: the first place where it is not, or undefined. */
type Law = (execution: Execution, definition: Json) => string | undefined

/** The kind of edge, in the definition, that an entry of the trace stands for; undefined for limits, which have none. */
const EDGE_KINDS: Readonly<Record<TraceEntry['what']['kind'], EdgeKind | undefined>> = {
  entered: 'entered',
  unhandled: 'entered',
  next: 'next',
  end: 'end',
  rule: 'rule',
  default: 'default',
  retry: 'retry',
  exhausted: 'retry',
  catch: 'catch',
  timeout: undefined,
  heartbeat: undefined,
  tolerance: undefined,
}

const ENDS = {
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  TIMED_OUT: 'TimedOut',
  ABORTED: 'Aborted',
  RUNNING: '',
} as const

/** The laws of any machine's history and trace, by the sentence that each is. */
export const LAWS: Readonly<Record<string, Law>> = {
  'the history counts its events from 1, and each points to one before it': (execution) => {
    const history = historyOf(execution)
    const miscounted = history.find((event, index) => event.id !== index + 1 || event.previousEventId >= event.id)
    if (miscounted) return told(miscounted)
    const roots = history.filter((event) => event.previousEventId === 0)
    return told(roots.slice(2).find((event) => event.type !== 'ExecutionTimedOut'))
  },

  'the history never goes back in time': (execution) => {
    const history = historyOf(execution)
    const isLate = (event: HistoryEvent, index: number): boolean => event.atMs >= (history[index - 1]?.atMs ?? 0)
    return told(
      history.find((event, index) => !Number.isSafeInteger(event.atMs) || (index > 0 && !isLate(event, index))),
    )
  },

  'the history begins with ExecutionStarted and ends with what the execution came to': (execution) => {
    const history = historyOf(execution)
    const ends = history.filter((event) => event.type.startsWith('Execution')).map(({ type }) => type)
    const [first, last] = [history[0]?.type, history.at(-1)?.type]
    const isRight = first === 'ExecutionStarted' && last === `Execution${ENDS[execution.status]}`
    if (isRight && ends.length === 2 && execution.eventCount === history.length) return undefined
    return `${execution.status}: ${first}, ${last}, ${ends.join()}, ${execution.eventCount} of ${history.length} events`
  },

  'an Aborted or Exited event only follows the entrance of a state of its type': (execution) => {
    const open = { Task: 0, Wait: 0, Map: 0, Parallel: 0 }
    for (const event of historyOf(execution)) {
      for (const kind of ['Task', 'Wait', 'Map', 'Parallel'] as const) {
        if (event.type === `${kind}StateEntered`) open[kind]++
        if (event.type === `${kind}StateExited` || event.type === `${kind}StateAborted`) open[kind]--
        if (open[kind] < 0) return told(event)
      }
    }
    return undefined
  },

  'the trace names edges that the definition has, and events that the history has': (execution, definition) => {
    const known = new Set(edgesOf(definition).map(({ edge, kind }) => `${kind} ${edge}`))
    const history = historyOf(execution)
    for (const { edge, what, state, atEventId, enteredEventId } of traceOf(execution)) {
      const kind = EDGE_KINDS[what.kind]
      if (kind !== undefined && !known.has(`${kind} ${edge}`)) return `${what.kind} ${edge}`
      const entered = history[enteredEventId - 1]
      if (!entered?.type.endsWith('StateEntered') || nameOf(entered) !== state)
        return `entrance ${enteredEventId} of ${state}`
      if (atEventId < enteredEventId || atEventId > history.length) return `event ${atEventId} of ${state}`
    }
    return undefined
  },

  'the trace has an entrance for every StateEntered, in the same order': (execution) => {
    const traced = traceOf(execution).flatMap(({ what, atEventId }) => (what.kind === 'entered' ? [atEventId] : []))
    const entered = historyOf(execution).flatMap(({ type, id }) => (type.endsWith('StateEntered') ? [id] : []))
    return traced.join() === entered.join() ? undefined : `${traced.join()} instead of ${entered.join()}`
  },
}

function told(event: HistoryEvent | undefined): string | undefined {
  return event && `event ${event.id} ${event.type} after ${event.previousEventId} at ${event.atMs}`
}

/** The state that an event is about; empty if there is none. */
export function nameOf(event: HistoryEvent): string {
  return event.details && 'name' in event.details ? event.details.name : ''
}
