import { isObject, type Json, type JsonObject } from '../../asl/json.js'
import type { Call } from '../../engine/ports.js'
import { bodyText } from '../task-json.js'
import { type ServiceCall, textParameter } from '../service-call.js'
import type { ServiceFailure } from '../service-failure.js'
import { contentTypeOf, failedStatus } from './apigateway.js'

/** Reason phrases of RFC 9110, and of RFC 6585 for 429. */
const REASONS: ReadonlyMap<number, string> = new Map([
  [300, 'Multiple Choices'],
  [301, 'Moved Permanently'],
  [302, 'Found'],
  [303, 'See Other'],
  [304, 'Not Modified'],
  [307, 'Temporary Redirect'],
  [308, 'Permanent Redirect'],
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [402, 'Payment Required'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [406, 'Not Acceptable'],
  [408, 'Request Timeout'],
  [409, 'Conflict'],
  [410, 'Gone'],
  [412, 'Precondition Failed'],
  [413, 'Content Too Large'],
  [415, 'Unsupported Media Type'],
  [422, 'Unprocessable Content'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [501, 'Not Implemented'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
])

/**
 * What `http:invoke` answers when the endpoint answers 200 with `body`; header names as HTTP/2 has them.
 * https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html
 */
export function httpEnvelope(call: Call, body: Json): JsonObject {
  const headers = {
    'content-length': [String(Buffer.byteLength(bodyText(body)))],
    'content-type': [contentTypeOf(body)],
    date: [new Date(call.atMs).toUTCString()],
  }
  return { Headers: headers, ResponseBody: body, StatusCode: 200, StatusText: 'OK' }
}

/** The endpoint takes every request and answers with an empty object. */
export function inferHttp({ call, action, optimized }: ServiceCall): Json | undefined {
  return action === 'invoke' && optimized ? httpEnvelope(call, {}) : undefined
}

/**
 * A status that is not 2xx fails the HTTP Task with `States.Http.StatusCode.<status>`. The cause is the reason phrase alone,
 * `StatusText` where the mock gives it; the body is lost (seen in a public execution).
 */
export function judgeHttp(value: Json): ServiceFailure | undefined {
  const status = failedStatus(value)
  if (status === undefined) return undefined
  const cause = (isObject(value) ? textParameter(value, 'StatusText') : undefined) ?? REASONS.get(status)
  const error = `States.Http.StatusCode.${status}`
  return { failure: cause === undefined ? { error } : { error, cause }, carriedOut: false }
}
