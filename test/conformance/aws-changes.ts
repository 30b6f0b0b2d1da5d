import { isArray, isObject } from '../../src/asl/json.js'
import type { Json } from '../../src/asl/json.js'
import { parsedJson } from './normalise.js'
import { eventBefore } from './recorded-event.js'
import type { RecordedEvent } from './recorded-event.js'

/** From here on a distributed MapStateExited points to MapRunStarted: recordings of 2024-08 have MapRunSucceeded, those of 2024-11 have not. */
const MAP_RUN_CHANGED_AT_MS = Date.UTC(2024, 10, 1)

/** From here on EvaluationFailed points to its state's StateEntered: recordings of 2024-11-21 do not, those of 2024-12-27 do. */
const EVALUATION_FAILED_CHANGED_AT_MS = Date.UTC(2024, 11, 1)

/** From here on the context object has `Execution.RedriveCount`: the day redrive came. Recordings of 2023-10-24 lack it. */
const REDRIVE_CAME_AT_MS = Date.UTC(2023, 10, 15)

const CHANGED_EVALUATIONS = new Set(['PassStateEntered', 'TaskStateEntered', 'MapStateEntered'])

/**
 * Our events, which are as AWS writes them now, with the two ids and the member of the context object that were different
 * when the recording was made. Nothing else is known to have changed.
 */
export function asOfRecording(now: readonly RecordedEvent[], recordedAtMs: number): readonly RecordedEvent[] {
  const events = recordedAtMs < REDRIVE_CAME_AT_MS ? now.map(withoutRedriveCounts) : now
  const byId = new Map(events.map((event) => [event.id, event]))
  return events.map((event) => {
    if (event.type === 'MapStateExited' && recordedAtMs < MAP_RUN_CHANGED_AT_MS) return pointingToMapRunEnd(event, byId)
    if (event.type === 'EvaluationFailed' && recordedAtMs < EVALUATION_FAILED_CHANGED_AT_MS) {
      return pointingBeforeState(event, byId)
    }
    return event
  })
}

type EventsById = ReadonlyMap<RecordedEvent['id'], RecordedEvent>

function pointingToMapRunEnd(event: RecordedEvent, byId: EventsById): RecordedEvent {
  const before = eventBefore(event, byId)
  if (before?.type !== 'MapRunStarted') return event
  for (const other of byId.values()) {
    const isItsEnd = other.type === 'MapRunSucceeded' && other.previousEventId === before.id
    if (isItsEnd && typeof other.id === 'number') return { ...event, previousEventId: other.id }
  }
  return event
}

function pointingBeforeState(event: RecordedEvent, byId: EventsById): RecordedEvent {
  const details = event.evaluationFailedEventDetails
  const state = isObject(details) ? details.state : undefined
  for (let at = eventBefore(event, byId); at; at = eventBefore(at, byId)) {
    const entered = at.stateEnteredEventDetails
    if (!isObject(entered) || entered.name !== state) continue
    return CHANGED_EVALUATIONS.has(at.type) ? { ...event, previousEventId: at.previousEventId } : event
  }
  return event
}

function withoutRedriveCounts(event: RecordedEvent): RecordedEvent {
  return JSON.stringify(event).includes('RedriveCount') ? (withoutRedriveCount(event) as RecordedEvent) : event
}

/** Leaves `RedriveCount` out of every `Execution` of a context object, also where payloads are JSON text. */
function withoutRedriveCount(value: Json): Json {
  if (typeof value === 'string') {
    const payload = value.includes('RedriveCount') ? parsedJson(value) : undefined
    return isObject(payload) || isArray(payload) ? JSON.stringify(withoutRedriveCount(payload)) : value
  }
  if (isArray(value)) return value.map(withoutRedriveCount)
  if (!isObject(value)) return value
  const isExecution = ['Id', 'Input', 'Name', 'RoleArn', 'StartTime'].every((key) => Object.hasOwn(value, key))
  const members = Object.entries(value).filter(([key]) => !(isExecution && key === 'RedriveCount'))
  return Object.fromEntries(members.map(([key, item]) => [key, withoutRedriveCount(item)]))
}
