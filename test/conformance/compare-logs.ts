import { isObject } from '../../src/asl/json.js'
import type { Json, JsonObject } from '../../src/asl/json.js'
import type { LogEvent } from '../../src/wire/log-events.js'
import {
  causeDifference,
  differenceOf,
  objectDifference,
  payloadDifference,
  variablesDifference,
} from './compare-json.js'
import type { Placeholders } from './placeholders.js'
import { asText } from './recorded-event.js'

const PAYLOADS = {
  input: payloadDifference,
  output: payloadDifference,
  parameters: payloadDifference,
  cause: causeDifference,
  assignedVariables: variablesDifference,
}

/** Where two events of a log differ, in words; undefined if they do not. */
export function logEventDifference(recorded: JsonObject, ours: LogEvent, placeholders: Placeholders) {
  return objectDifference(recorded, { ...ours }, asText(recorded.type), placeholders, { details: detailsDifference })
}

function detailsDifference(recorded: Json, ours: Json, at: string, placeholders: Placeholders): string | undefined {
  if (!isObject(recorded) || !isObject(ours)) return differenceOf(recorded, ours, at, placeholders)
  return objectDifference(recorded, ours, at, placeholders, PAYLOADS)
}

/** Where a log differs from the recorded one, which is in the order of the ids. */
export function logDifference(recorded: readonly Json[], ours: readonly LogEvent[], placeholders: Placeholders) {
  for (const [index, event] of recorded.entries()) {
    const our = ours[index]
    if (!isObject(event) || our === undefined) return `log ${index + 1}: missing, expected ${JSON.stringify(event)}`
    const difference = logEventDifference(event, our, placeholders)
    if (difference !== undefined) return `log ${index + 1} ${difference}`
  }
  const extra = ours[recorded.length]
  return extra === undefined ? undefined : `log ${recorded.length + 1}: not expected, got ${extra.type}`
}
