import { isObject, type Json } from '../asl/json.js'
import type { Call } from '../engine/ports.js'
import { JSON_1_0, plainHeaders, withMetadata } from './answer-table.js'
import { apiGatewayEnvelope, isHttpEnvelope } from './services/apigateway.js'
import { dynamoDbEnvelope } from './services/dynamodb.js'
import { httpEnvelope } from './services/http.js'
import { isLambdaEnvelope, lambdaEnvelope } from './services/lambda.js'
import { snsEnvelope } from './services/sns.js'
import { childEnvelope, isChildEnvelope } from './services/states.js'

/** What an optimized integration makes of a mock's value. A whole answer stays as it is. */
type Envelope = (call: Call, value: Json) => Json

const aws: Envelope = (call, value) =>
  isObject(value) ? withMetadata({ call }, value, plainHeaders(value, JSON_1_0)) : value

/** By service, action and pattern. */
const envelopes: ReadonlyMap<string, Envelope> = new Map([
  ['lambda:invoke', unless(isLambdaEnvelope, lambdaEnvelope)],
  ['apigateway:invoke', unless(isHttpEnvelope, apiGatewayEnvelope)],
  ['http:invoke', unless(isHttpEnvelope, httpEnvelope)],
  ['states:startExecution.sync', unless(isChildEnvelope, (call, value) => childEnvelope(call, value, false))],
  ['states:startExecution.sync:2', unless(isChildEnvelope, (call, value) => childEnvelope(call, value, true))],
  ['states:startExecution', unless(hasMetadata, aws)],
  ['sqs:sendMessage', unless(hasMetadata, aws)],
  ['sns:publish', unless(hasMetadata, snsEnvelope)],
  ...['getItem', 'putItem', 'updateItem', 'deleteItem'].map(
    (action) => [`dynamodb:${action}`, unless(hasMetadata, dynamoDbEnvelope)] as const,
  ),
])

/**
 * The answer that a state machine gets where a mock gave `value`: a mock gives what matters, the rest is put around it as
 * AWS does. Of `lambda:invoke` that is what the function returns (at `Payload`), of `http:invoke` and `apigateway:invoke`
 * the body (`ResponseBody`), of `states:startExecution.sync` the child's output (`Output`). To an object for `dynamodb`,
 * `sqs:sendMessage`, `sns:publish` or `states:startExecution` the SDK metadata is added, as recorded. A value that is the
 * whole answer already stays as it is, which each service knows by members that every answer of it has. For every other
 * resource, for `aws-sdk:` and for `.waitForTaskToken`, the value is the answer.
 */
export function wrapAnswer(call: Call, value: Json): Json {
  const { resource, purpose } = call
  if (purpose !== 'task' || resource.kind !== 'optimized') return value
  const { service, action, pattern } = resource
  const name = pattern === 'request-response' ? `${service}:${action}` : `${service}:${action}.${pattern}`
  return envelopes.get(name)?.(call, value) ?? value
}

function unless(isWhole: (value: Json) => boolean, wrap: Envelope): Envelope {
  return (call, value) => (isWhole(value) ? value : wrap(call, value))
}

function hasMetadata(value: Json): boolean {
  return isObject(value) && Object.hasOwn(value, 'SdkHttpMetadata')
}
