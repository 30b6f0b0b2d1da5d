import { type JsonObject, type JsonObjectBuilder, setMember } from '../asl/json.js'
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
  const AllHttpHeaders: JsonObjectBuilder = {}
  const HttpHeaders: JsonObjectBuilder = {}
  for (const name of inOrder(Object.keys(headers))) {
    const value = name === DATE ? httpDate(call.atMs) : name === REQUEST_ID ? call.requestId : (headers[name] ?? '')
    setMember(AllHttpHeaders, name, [value])
    setMember(HttpHeaders, name, value)
  }
  return {
    SdkHttpMetadata: { AllHttpHeaders, HttpHeaders, HttpStatusCode: status },
    SdkResponseMetadata: { RequestId: call.requestId },
  }
}

const DATE = 'Date'
const REQUEST_ID = 'x-amzn-RequestId'

/** The names of all headers in order, by the names of the given ones: there are few sets of them, and many answers. */
const orders = new Map<string, readonly string[]>()

function inOrder(names: readonly string[]): readonly string[] {
  const key = names.join()
  const known = orders.get(key)
  if (known) return known
  const sorted = [...names, DATE, REQUEST_ID].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
  orders.set(key, sorted)
  return sorted
}

/** Many calls are made at one instant, or in one second. */
let latest = { second: Number.NaN, date: '' }

function httpDate(atMs: number): string {
  const second = Math.floor(atMs / 1000)
  if (latest.second !== second) latest = { second, date: new Date(atMs).toUTCString() }
  return latest.date
}
