import type { JsonObject } from '../asl/json.js'
import type { Call } from '../engine/ports.js'

interface HttpAnswer {
  /** Response headers other than Date and the request id, by name. */
  readonly headers: Readonly<Record<string, string>>
  readonly status?: number
}

/** The two members that most optimized integrations add to a service's answer, deterministic for the attempt. */
export interface SdkMetadata {
  readonly SdkHttpMetadata: JsonObject
  readonly SdkResponseMetadata: JsonObject
}

/**
 * What AWS reports of the HTTP answer behind an optimized integration. Names and form as recorded; `Date` is the
 * virtual time of the call. `HttpHeaders` are in alphabetical order, whatever their case.
 */
export function sdkMetadata(call: Call, { headers, status = 200 }: HttpAnswer): SdkMetadata {
  const all = { ...headers, Date: new Date(call.atMs).toUTCString(), 'x-amzn-RequestId': call.requestId }
  const sorted = Object.entries(all).sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
  return {
    SdkHttpMetadata: {
      AllHttpHeaders: Object.fromEntries(sorted.map(([name, value]) => [name, [value]])),
      HttpHeaders: Object.fromEntries(sorted),
      HttpStatusCode: status,
    },
    SdkResponseMetadata: { RequestId: call.requestId },
  }
}
