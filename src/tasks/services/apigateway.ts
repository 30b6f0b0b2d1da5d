import { isObject, member, type Json } from '../../asl/json.js'
import { bodyText } from '../json-text.js'
import type { ServiceFailure } from '../service-failure.js'
import type { ServiceCall } from '../service-call.js'

/** The API takes every request and answers with an empty object; the members are as recorded. */
export function inferApiGateway({ action, optimized }: ServiceCall): Json | undefined {
  if (action !== 'invoke' || !optimized) return undefined
  return { Headers: {}, ResponseBody: {}, StatusCode: 200, StatusText: 'OK' }
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
