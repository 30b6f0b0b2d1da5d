import type { Json } from '../asl/json.js'
import type { Resource } from '../asl/resource.js'
import type { Call } from '../engine/ports.js'
import { inferredChild } from './child-execution.js'
import { asObject, type InferService, type ServiceCall } from './service-call.js'
import { inferApiGateway } from './services/apigateway.js'
import { inferDynamoDb } from './services/dynamodb.js'
import { inferEvents } from './services/events.js'
import { inferHttp } from './services/http.js'
import { inferLambda } from './services/lambda.js'
import { inferS3 } from './services/s3.js'
import { inferSns } from './services/sns.js'
import { inferSqs } from './services/sqs.js'
import { inferStates } from './services/states.js'

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
  ['apigateway', inferApiGateway],
  ['http', inferHttp],
])

/**
 * A plausible result of a call that nobody mocked: everything goes well, functions, activities and callbacks give back
 * what they got, services take every write and have nothing stored; `{}` where nothing better is known. A guess for a
 * first look, never for a test. Deterministic for the attempt.
 */
export function inferAnswer(call: Call): Json {
  if (call.purpose === 'items') return inferItems(call.resource)
  const { resource } = call
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return call.parameters
  if (resource.pattern === 'waitForTaskToken') return call.input
  if (resource.pattern === 'request-response') return inferSubmission(call)
  const isChild = resource.service === 'states' && resource.action === 'startExecution'
  return isChild ? inferredChild(call, resource.pattern === 'sync:2') : {}
}

/** One item to go on with: an object in a list, or a file that holds one. */
function inferItems(resource: Resource): Json {
  const lists = 'action' in resource && resource.action === 'listObjectsV2'
  return lists ? { Contents: [{ Key: 'object', Size: 0 }], IsTruncated: false, KeyCount: 1 } : { Body: '[{}]' }
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
