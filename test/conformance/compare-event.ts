import { isObject } from '../../src/asl/json.js'
import type { Json } from '../../src/asl/json.js'
import {
  causeDifference,
  differenceOf,
  objectDifference,
  payloadDifference,
  variablesDifference,
} from './compare-json.js'
import type { MemberComparers } from './compare-json.js'
import { ignoredKeys } from './ignored.js'
import { withDatesReplaced } from './normalise.js'
import type { Placeholders } from './placeholders.js'
import type { RecordedEvent } from './recorded-event.js'

const PAYLOADS: MemberComparers = {
  input: payloadDifference,
  output: payloadDifference,
  parameters: payloadDifference,
  cause: causeDifference,
  assignedVariables: variablesDifference,
}

const IGNORED_IN_EVENT = ignoredKeys('event')

/** Where two events differ, in words. The type is compared first, as nothing else tells as much. */
export function eventDifference(recorded: RecordedEvent, ours: RecordedEvent, placeholders: Placeholders) {
  if (recorded.type !== ours.type) {
    return `type: expected ${recorded.type}, got ${ours.type}: ${JSON.stringify(ours).slice(0, 400)}`
  }
  const comparers: Record<string, typeof differenceOf> = {}
  for (const key of Object.keys(recorded)) {
    if (IGNORED_IN_EVENT.has(key)) comparers[key] = timeDifference
    else if (key.endsWith('EventDetails')) comparers[key] = detailsDifference
  }
  return objectDifference(recorded, ours, recorded.type, placeholders, comparers)
}

function detailsDifference(recorded: Json, ours: Json, at: string, placeholders: Placeholders): string | undefined {
  if (!isObject(recorded) || !isObject(ours)) return differenceOf(recorded, ours, at, placeholders)
  return objectDifference(recorded, ours, at, placeholders, PAYLOADS)
}

function timeDifference(_recorded: Json, ours: Json, at: string): string | undefined {
  const isTime = typeof ours === 'string' && withDatesReplaced(ours) === 'date'
  return isTime ? undefined : `${at}: expected an ISO date-time, got ${JSON.stringify(ours)}`
}
