import type { Json, JsonObject } from '../../src/asl/json.js'
import type { ApiHistory } from '../../src/wire/history-json.js'

/**
 * One event of a history: recorded, or ours in the same shape. `id` is `[0]` where the recording lost it
 * (`idsZeroedByTransformer`), and so is `previousEventId` 0 there.
 */
export interface RecordedEvent extends JsonObject {
  readonly id: number | readonly [0]
  readonly previousEventId: number
  readonly type: string
}

/** Our history in the shape of a recorded one. */
export function asRecorded(history: ApiHistory): readonly RecordedEvent[] {
  return history.events.map((event) => ({ ...event }))
}

/** The events of a case's `expect`. */
export function eventsOf(expect: JsonObject): readonly RecordedEvent[] | undefined {
  return expect.events as readonly RecordedEvent[] | undefined
}

/** The member with an event's details, e.g. `stateEnteredEventDetails`, or undefined if it has none. */
export function detailsKey(event: RecordedEvent): string | undefined {
  return Object.keys(event).find((key) => key.endsWith('EventDetails'))
}

/** The details of an event, or an empty object if it has none. */
export function detailsOf(event: RecordedEvent): JsonObject {
  const key = detailsKey(event)
  return key === undefined ? {} : (event[key] as JsonObject)
}

/** The name in an event's details: of the state, or of the Map whose iteration it is. */
export function nameIn(event: RecordedEvent): string | undefined {
  const { name } = detailsOf(event)
  return typeof name === 'string' ? name : undefined
}

/** A detail as text for messages and keys. */
export function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}

/** The event that an event hangs on, or undefined if there is none. A wrong history may point forward: that is none either. */
export function eventBefore(
  event: RecordedEvent,
  byId: ReadonlyMap<RecordedEvent['id'], RecordedEvent>,
): RecordedEvent | undefined {
  return event.previousEventId < Number(event.id) ? byId.get(event.previousEventId) : undefined
}
