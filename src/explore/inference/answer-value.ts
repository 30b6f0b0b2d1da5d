import { isObject, type Json, type JsonObject, type JsonObjectBuilder, member, setMember } from '../../asl/json.js'
import { parseResource, type Resource } from '../../asl/resource.js'
import type { Call } from '../../engine/ports.js'
import { inferAnswer } from '../../tasks/infer-answer.js'
import type { HoleValue } from './hole-value.js'
import { printedValue } from './template-value.js'
import { known, type OpenValue } from './open-value.js'

/** The result of a Task whose mock gives what is in the hole: some integrations put something around it. */
export function resultOfTask(state: JsonObject, hole: HoleValue): OpenValue {
  const answer: OpenValue = { kind: 'hole', hole }
  return WRAPPED.get(integrationOf(resourceOfTask(state)))?.(answer) ?? answer
}

export function resourceOfTask(state: JsonObject): Resource {
  const arn = member(state, 'Resource')
  return parseResource(typeof arn === 'string' ? arn : '')
}

function integrationOf(resource: Resource): string {
  if (resource.kind !== 'optimized') return ''
  const { service, action, pattern } = resource
  return pattern === 'request-response' ? `${service}:${action}` : `${service}:${action}.${pattern}`
}

const HTTP = { HttpHeaders: {}, HttpStatusCode: 200 }

/** As `tasks/envelope.ts` has it. */
const WRAPPED: ReadonlyMap<string, (answer: OpenValue) => OpenValue> = new Map([
  [
    'lambda:invoke',
    wrapped('Payload', { ExecutedVersion: '$LATEST', StatusCode: 200, SdkHttpMetadata: HTTP, SdkResponseMetadata: {} }),
  ],
  ['http:invoke', wrapped('ResponseBody', { Headers: {}, StatusCode: 200, StatusText: 'OK' })],
  ['apigateway:invoke', wrapped('ResponseBody', { Headers: {}, StatusCode: 200, StatusText: 'OK' })],
  ['states:startExecution.sync', (answer: OpenValue) => childResult(printedValue(answer))],
  ['states:startExecution.sync:2', childResult],
])

function wrapped(key: string, around: JsonObject): (answer: OpenValue) => OpenValue {
  return (answer) => ({ kind: 'object', members: new Map([[key, answer]]), below: known(around) })
}

function childResult(output: OpenValue): OpenValue {
  const members = new Map<string, OpenValue>([['Output', output]])
  return { kind: 'object', members, below: known(CHILD) }
}

const CHILD = {
  ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:Child:child',
  Input: '{}',
  Name: 'child',
  StartDate: 0,
  StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Child',
  Status: 'SUCCEEDED',
  StopDate: 0,
}

/** Whether a mock gives but a part of the answer, or a function's own words: of itself it says nothing. */
function saysNothing(resource: Resource): boolean {
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return true
  return resource.pattern === 'waitForTaskToken' || WRAPPED.has(integrationOf(resource))
}

/** What a mock says to a call: what is read of it, and of a service's own answer the rest as well. */
export function answerTo(call: Call, hole: HoleValue | undefined): Json {
  const isRead = hole?.isTouched === true
  if (saysNothing(call.resource)) return (isRead ? hole.value() : undefined) ?? {}
  const plain = withoutMetadata(inferAnswer(call))
  return (isRead ? hole.value(plain) : undefined) ?? plain
}

function withoutMetadata(answer: Json): Json {
  if (!isObject(answer)) return answer
  const built: JsonObjectBuilder = {}
  for (const [key, value] of Object.entries(answer)) {
    if (key !== 'SdkHttpMetadata' && key !== 'SdkResponseMetadata') setMember(built, key, value)
  }
  return built
}
