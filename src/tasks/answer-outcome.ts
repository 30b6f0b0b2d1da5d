import type { Json } from '../asl/json.js'
import type { Resource } from '../asl/resource.js'
import type { Call, Outcome } from '../engine/ports.js'
import { wrapAnswer } from './envelope.js'
import type { JudgeService, ServiceFailure } from './service-failure.js'
import { judgeApiGateway } from './services/apigateway.js'
import { judgeEcs } from './services/ecs.js'
import { judgeEvents } from './services/events.js'
import { judgeHttp } from './services/http.js'
import { JOB_JUDGES } from './services/job-end.js'
import { judgeLambda } from './services/lambda.js'
import { judgeChildExecution } from './services/states.js'

/** By service, pattern and action of optimized integrations. `aws-sdk:` ones take every answer for a success. */
const judges: ReadonlyMap<string, JudgeService> = new Map([
  ['events:putEvents', judgeEvents],
  ['apigateway:invoke', judgeApiGateway],
  ['http:invoke', judgeHttp],
  ['lambda:invoke', judgeLambda],
  ['ecs:runTask.sync', judgeEcs],
  ['states:startExecution.sync', judgeChildExecution],
  ['states:startExecution.sync:2', judgeChildExecution],
  ...JOB_JUDGES,
])

/** How a Task ends where a mock gave `value`, and whether its call did anything outside. */
export interface JudgedAnswer {
  readonly outcome: Outcome
  readonly carriedOut: boolean
}

/**
 * What a mock's value comes to: the state's result, in the envelope of `lambda:invoke`, or the failure that Step Functions
 * itself makes of an answer that looks well to the service. `FailedEntryCount` of `events:putEvents`, `StatusCode` of
 * `http:invoke` and `apigateway:invoke`, `FunctionError` of `lambda:invoke`, `Failures` of `ecs:runTask.sync`, `Status` of
 * `states:startExecution.sync` and the status of other `.sync` jobs (`JOB_JUDGES`) decide.
 */
export function judgeAnswer(call: Call, value: Json): JudgedAnswer {
  const failed = serviceFailure(call, value)
  if (failed) return { outcome: { failure: failed.failure }, carriedOut: failed.carriedOut }
  return { outcome: { output: wrapAnswer(call, value) }, carriedOut: true }
}

function serviceFailure(call: Call, value: Json): ServiceFailure | undefined {
  if (call.purpose !== 'task') return undefined
  const name = integration(call.resource)
  return name === undefined ? undefined : judges.get(name)?.(value, call)
}

function integration(resource: Resource): string | undefined {
  if (resource.kind !== 'optimized') return undefined
  const { service, action, pattern } = resource
  return pattern === 'request-response' ? `${service}:${action}` : `${service}:${action}.${pattern}`
}
