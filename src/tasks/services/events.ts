import type { Json } from '../../asl/json.js'
import { derivedUuid } from '../derived-id.js'
import { listParameter, type ServiceCall } from '../service-call.js'

/** EventBridge takes every event. Its optimized integration adds no SDK metadata (recorded). */
export function inferEvents({ call, action, parameters }: ServiceCall): Json | undefined {
  if (action !== 'putEvents') return undefined
  const entries = listParameter(parameters, 'Entries').map((_, i) => ({ EventId: derivedUuid(call, `event ${i}`) }))
  return { Entries: entries, FailedEntryCount: 0 }
}
