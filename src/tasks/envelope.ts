import type { Json } from '../asl/json.js'
import type { Resource } from '../asl/resource.js'
import type { Call } from '../engine/ports.js'
import { isLambdaEnvelope, lambdaEnvelope } from './services/lambda.js'

/**
 * The answer that a state machine gets where a mock gave `value`. For `lambda:invoke` a mock gives what the function
 * returns, and the answer has it at `Payload`, as in AWS; a value that is such an answer already (`Payload` with
 * `StatusCode` or `ExecutedVersion`) stays as it is. For every other resource, and for the final answer of
 * `lambda:invoke.waitForTaskToken`, the value is the answer.
 */
export function wrapAnswer(call: Call, value: Json): Json {
  return hasEnvelope(call.resource) && !isLambdaEnvelope(value) ? lambdaEnvelope(call, value) : value
}

function hasEnvelope(resource: Resource): boolean {
  const { kind } = resource
  return kind === 'optimized' && resource.service === 'lambda' && resource.pattern === 'request-response'
}
