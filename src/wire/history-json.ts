import { isObject, setMember } from '../asl/json.js'
import type { Json, JsonObject, JsonObjectBuilder } from '../asl/json.js'
import type { EventType, HistoryEvent } from '../engine/event-types.js'
import { DETAILS_MEMBER } from './details-members.js'
import type { DetailsMember } from './details-members.js'
import { toJsonText } from './wire-json.js'

/**
 * One event as `GetExecutionHistory` gives it: payloads are JSON text, a key without a value is absent, and so are the
 * details of a type that has none. https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
export interface ApiEvent {
  /** ISO-8601 in UTC with milliseconds; a client of the SDK sees a date. */
  readonly timestamp: string
  readonly type: EventType
  readonly id: number
  readonly previousEventId: number
  readonly [details: DetailsMember]: JsonObject
}

/** The answer of `GetExecutionHistory`, oldest event first and all in one page. */
export interface ApiHistory {
  readonly events: readonly ApiEvent[]
}

/** A history in the shape of `GetExecutionHistory`. */
export function toApiHistory(events: readonly HistoryEvent[]): ApiHistory {
  return { events: events.map(toApiEvent) }
}

function toApiEvent(event: HistoryEvent): ApiEvent {
  const { atMs, type, id, previousEventId, details } = event
  const base = { timestamp: new Date(atMs).toISOString(), type, id, previousEventId }
  const member = DETAILS_MEMBER[type]
  return member === undefined ? base : { ...base, [member]: toApiDetails(details ?? {}) }
}

/** How the API writes each member that is not copied as it is, and what it says beside it. Nothing is ever truncated here. */
const PAYLOADS: ReadonlyMap<string, { readonly write: (value: Json) => Json; readonly beside?: string }> = new Map([
  ['input', { write: toJsonText, beside: 'inputDetails' }],
  ['output', { write: toJsonText, beside: 'outputDetails' }],
  ['parameters', { write: toJsonText }],
  ['assignedVariables', { write: toTextPerVariable, beside: 'assignedVariablesDetails' }],
])

function toApiDetails(details: object): JsonObject {
  const result: JsonObjectBuilder = {}
  for (const [key, value] of Object.entries(details)) {
    if (value === undefined) continue
    const payload = PAYLOADS.get(key)
    result[key] = payload ? payload.write(value) : value
    if (payload?.beside !== undefined) result[payload.beside] = { truncated: false }
  }
  return result
}

function toTextPerVariable(variables: Json): Json {
  const result: JsonObjectBuilder = {}
  if (!isObject(variables)) return result
  for (const [name, value] of Object.entries(variables)) setMember(result, name, toJsonText(value))
  return result
}
