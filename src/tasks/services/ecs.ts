import { isObject, type Json } from '../../asl/json.js'
import { jsonText } from '../json-text.js'
import { listParameter } from '../service-call.js'
import type { ServiceFailure } from '../service-failure.js'

/**
 * RunTask answers well where a task could not be placed, and lists it in `Failures`: with `.sync` the Task fails with
 * `AmazonECS.Unknown`. The cause is not recorded; here it is the answer.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
 */
export function judgeEcs(value: Json): ServiceFailure | undefined {
  if (!isObject(value) || listParameter(value, 'Failures').length === 0) return undefined
  const carriedOut = listParameter(value, 'Tasks').length > 0
  return { failure: { error: 'AmazonECS.Unknown', cause: jsonText(value) }, carriedOut }
}
