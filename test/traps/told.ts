import { type Json, type JsonObject, isObject, member } from '../../src/asl/json.js'
import { type Execution, historyOf } from '../../src/engine.js'
import { toApiHistory } from '../../src/wire/history-json.js'
import type { Trap, TrapEvent } from './trap.js'

/** What a finished execution says to every question that a trap answers: equal to `expected` if the trap is avoided. */
export function toldBy(execution: Execution, expected: Trap['expect']): Trap['expect'] {
  const { status, output = null, error = null, cause = null } = execution
  const events = eventsOf(execution)
  const { events: listed, lastEvent } = expected
  const last = events.at(-1)
  return {
    status,
    ...(expected.output !== undefined && { output }),
    ...(expected.outputText !== undefined && { outputText: JSON.stringify(output) }),
    ...(expected.error !== undefined && { error }),
    ...(expected.cause !== undefined && { cause }),
    ...(expected.causeKeys && { causeKeys: Object.keys(JSON.parse(cause ?? '{}') as object) }),
    ...(listed && { events: toldOf(events, listed) }),
    ...(lastEvent && last && { lastEvent: toldOfEvent(last, lastEvent) }),
  }
}

/** The history as the API gives it, with the details of every type under one name. */
function eventsOf(execution: Execution): readonly TrapEvent[] {
  return toApiHistory(historyOf(execution)).events.map((event) => {
    const { id, previousEventId, type } = event
    const [, details] = Object.entries(event).find(([key]) => key.endsWith('EventDetails')) ?? []
    return { id, previousEventId, type, ...(isObject(details) && { details }) }
  })
}

/** All events where the trap lists a history to its end, else those that it lists, by their ids. */
function toldOf(events: readonly TrapEvent[], listed: readonly TrapEvent[]): readonly TrapEvent[] {
  const last = listed.at(-1)
  const isWhole = listed.length === last?.id && /^Execution(?:Succeeded|Failed|TimedOut|Aborted)$/.test(last.type)
  const asked = new Map(listed.map((event) => [event.id, event]))
  const told = isWhole ? events : events.filter((event) => asked.has(event.id))
  return told.map((event) => toldOfEvent(event, asked.get(event.id)))
}

/** An event with only those details that the trap gives; with all of them where it says that there are none. */
function toldOfEvent({ details = {}, ...event }: TrapEvent, listed: TrapEvent | undefined): TrapEvent {
  const asked = listed?.details
  if (!asked) return event
  return { ...event, details: Object.keys(asked).length === 0 ? details : pick(details, asked) }
}

function pick(details: JsonObject, asked: JsonObject): JsonObject {
  const told: [string, Json][] = []
  for (const key of Object.keys(asked)) {
    const value = member(details, key)
    if (value !== undefined) told.push([key, value])
  }
  return Object.fromEntries(told)
}
