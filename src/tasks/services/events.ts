import { isObject, member, type Json } from '../../asl/json.js'
import { derivedUuid } from '../derived-id.js'
import { jsonText } from '../json-text.js'
import { listParameter, type ServiceCall } from '../service-call.js'
import type { ServiceFailure } from '../service-failure.js'

/** EventBridge takes every event. Its optimized integration adds no SDK metadata (recorded). */
export function inferEvents({ call, action, parameters }: ServiceCall): Json | undefined {
  if (action !== 'putEvents') return undefined
  const entries = listParameter(parameters, 'Entries').map((_, i) => ({ EventId: derivedUuid(call, `event ${i}`) }))
  return { Entries: entries, FailedEntryCount: 0 }
}

/**
 * PutEvents answers well where it refused some of the events; the optimized integration then fails with
 * `EventBridge.FailedEntry`, and the whole answer is the cause (recorded 2025-11). A retry sends the accepted ones again.
 */
export function judgeEvents(value: Json): ServiceFailure | undefined {
  const failed = isObject(value) ? member(value, 'FailedEntryCount') : undefined
  if (!isObject(value) || typeof failed !== 'number' || failed <= 0) return undefined
  const carriedOut = listParameter(value, 'Entries').some((entry) => isObject(entry) && Object.hasOwn(entry, 'EventId'))
  return { failure: { error: 'EventBridge.FailedEntry', cause: jsonText(value) }, carriedOut }
}
