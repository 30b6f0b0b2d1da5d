import type { Json } from '../asl/json.js'
import type { Call } from '../engine/ports.js'
import { asObject, type InferService, type ServiceCall } from './service-call.js'
import { inferDynamoDb } from './services/dynamodb.js'
import { inferEvents } from './services/events.js'
import { inferLambda } from './services/lambda.js'
import { inferS3 } from './services/s3.js'
import { inferSns } from './services/sns.js'
import { inferSqs } from './services/sqs.js'
import { inferChildResult, inferStates } from './services/states.js'

/** Optimized and `aws-sdk:` resources, by the service in the ARN. */
const services: ReadonlyMap<string, InferService> = new Map([
  ['lambda', inferLambda],
  ['sqs', inferSqs],
  ['sns', inferSns],
  ['dynamodb', inferDynamoDb],
  ['states', inferStates],
  ['sfn', inferStates],
  ['s3', inferS3],
  ['events', inferEvents],
  ['eventbridge', inferEvents],
])

/**
 * A plausible result of a call that nobody mocked: everything goes well, functions, activities and callbacks give back
 * what they got, services take every write and have nothing stored; `{}` where nothing better is known. A guess for a
 * first look, never for a test. Deterministic for the attempt.
 */
export function inferAnswer(call: Call): Json {
  const { resource } = call
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return call.parameters
  if (resource.pattern === 'waitForTaskToken') return call.input
  if (resource.pattern === 'request-response') return inferSubmission(call)
  const isChild = resource.service === 'states' && resource.action === 'startExecution'
  return isChild ? inferChildResult(serviceCall(call, resource), resource.pattern === 'sync:2') : {}
}

/** What the service itself says when `.sync` or `.waitForTaskToken` calls it: the output of `TaskSubmitted`. */
export function inferSubmission(call: Call): Json {
  const { resource } = call
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return {}
  return services.get(resource.service)?.(serviceCall(call, resource)) ?? {}
}

function serviceCall(call: Call, resource: { readonly kind: string; readonly action: string }): ServiceCall {
  return {
    call,
    action: resource.action,
    optimized: resource.kind === 'optimized',
    parameters: asObject(call.parameters),
  }
}
