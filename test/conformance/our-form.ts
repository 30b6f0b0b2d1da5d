import { isObject } from '../../src/asl/json.js'
import type { Json, JsonObject } from '../../src/asl/json.js'
import type { RecordedEvent } from './recorded-event.js'
import { detailsKey } from './recorded-event.js'

/** Recorded events in the form ours have, as if the engine had written them: payloads and causes as text, times as dates. */
export function inOurForm(recorded: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return recorded.map((event) => {
    const key = detailsKey(event)
    const details = key === undefined ? undefined : event[key]
    const rest = { ...event, timestamp: '2030-01-01T00:00:00.000Z' }
    return key !== undefined && isObject(details) ? { ...rest, [key]: detailsInOurForm(details) } : rest
  })
}

function detailsInOurForm(details: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]): [string, Json] => {
      if (['input', 'output', 'parameters'].includes(key)) return [key, payloadText(value)]
      if (key === 'cause') return [key, typeof value === 'string' ? value : JSON.stringify(value)]
      if (key === 'assignedVariables' && isObject(value)) {
        return [key, Object.fromEntries(Object.entries(value).map(([name, text]) => [name, payloadText(text)]))]
      }
      return [key, value]
    }),
  )
}

/** What is text in a recording is JSON text already, or a placeholder for some value. */
function payloadText(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  try {
    return JSON.stringify(JSON.parse(value))
  } catch {
    return JSON.stringify(value)
  }
}
