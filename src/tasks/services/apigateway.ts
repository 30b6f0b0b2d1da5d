import { isObject, member, type Json, type JsonObject } from '../../asl/json.js'
import type { Call } from '../../engine/ports.js'
import { bodyText } from '../task-json.js'
import type { ServiceFailure } from '../service-failure.js'
import type { ServiceCall } from '../service-call.js'

/** What `apigateway:invoke` answers when the API answers 200 with `body`: members as recorded, headers but for CloudFront's. */
export function apiGatewayEnvelope(call: Call, body: Json): JsonObject {
  const headers = {
    Connection: ['keep-alive'],
    'Content-Length': [String(Buffer.byteLength(bodyText(body)))],
    'Content-Type': [contentTypeOf(body)],
    Date: [new Date(call.atMs).toUTCString()],
    'x-amzn-RequestId': [call.requestId],
  }
  return { Headers: headers, ResponseBody: body, StatusCode: 200, StatusText: 'OK' }
}

/** The API takes every request and answers with an empty object. */
export function inferApiGateway({ call, action, optimized }: ServiceCall): Json | undefined {
  return action === 'invoke' && optimized ? apiGatewayEnvelope(call, {}) : undefined
}

/** Whether a mock's value is the whole answer of `apigateway:invoke` or `http:invoke`, and no body. */
export function isHttpEnvelope(value: Json): boolean {
  return isObject(value) && ['StatusCode', 'ResponseBody', 'StatusText'].some((name) => Object.hasOwn(value, name))
}

export function contentTypeOf(body: Json): string {
  return typeof body === 'string' ? 'text/plain' : 'application/json'
}

/**
 * A status that is not 2xx fails the Task with `ApiGateway.<status>`, and the body is the cause. Recorded 2025-11:
 * `ApiGateway.403`, `{"message":"Missing Authentication Token"}`.
 */
export function judgeApiGateway(value: Json): ServiceFailure | undefined {
  const status = failedStatus(value)
  if (status === undefined) return undefined
  const body = isObject(value) ? member(value, 'ResponseBody') : undefined
  const error = `ApiGateway.${status}`
  return { failure: body === undefined ? { error } : { error, cause: bodyText(body) }, carriedOut: false }
}

/** The `StatusCode` of an answer, if there is one and it is not 2xx. */
export function failedStatus(value: Json): number | undefined {
  const status = isObject(value) ? member(value, 'StatusCode') : undefined
  return typeof status === 'number' && (status < 200 || status > 299) ? status : undefined
}
