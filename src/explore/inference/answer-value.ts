import { isObject, type Json, type JsonObject, type JsonObjectBuilder, member, setMember } from '../../asl/json.js'
import { parseResource, type Resource } from '../../asl/resource.js'
import type { Call } from '../../engine/ports.js'
import { inferAnswer } from '../../tasks/infer-answer.js'
import type { HoleValue } from './hole-value.js'
import { printedValue } from './template-value.js'
import { known, type OpenValue } from './open-value.js'
import type { Want } from './wanted-value.js'

/** The result of a Task of which this is what its mock gives: some integrations put something around it. */
export function resultOfTask(state: JsonObject, answer: OpenValue): OpenValue {
  return WRAPPED.get(integrationOf(resourceOfTask(state)))?.(answer) ?? answer
}

function resourceOfTask(state: JsonObject): Resource {
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
  ['http:invoke', httpResult],
  ['apigateway:invoke', httpResult],
  ['states:startExecution.sync', (answer: OpenValue) => childResult(printedValue(answer))],
  ['states:startExecution.sync:2', childResult],
])

function wrapped(key: string, around: JsonObject): (answer: OpenValue) => OpenValue {
  return (answer) => ({ kind: 'object', members: new Map([[key, answer]]), below: known(around) })
}

const HTTP_ANSWER = { Headers: {}, StatusCode: 200, StatusText: 'OK' }

/** A status that is no failure of the Task. */
const WELL: Want = {
  test: (value) => typeof value === 'number' && value >= 200 && value < 300,
  examples: [200, 201],
  key: 'a status that is well',
}

/** The body, and a status that may be another than 200. */
function httpResult(answer: OpenValue): OpenValue {
  const status = answer.kind === 'hole' ? answer.hole.member('StatusCode') : undefined
  const body = answer.kind === 'hole' ? answer.hole.member('ResponseBody') : undefined
  if (!status || !body) return wrapped('ResponseBody', HTTP_ANSWER)(answer)
  status.limit(WELL)
  const members = new Map<string, OpenValue>([
    ['ResponseBody', { kind: 'hole', hole: body }],
    ['StatusCode', { kind: 'hole', hole: status }],
  ])
  return { kind: 'object', members, below: known(HTTP_ANSWER) }
}

/** A mock gives the body alone, unless the status is another one. */
function httpAnswer(value: Json | undefined): Json {
  const made = value !== undefined && isObject(value) ? value : {}
  const body = member(made, 'ResponseBody') ?? {}
  const status = member(made, 'StatusCode') ?? 200
  return status === 200 ? body : { ...HTTP_ANSWER, ResponseBody: body, StatusCode: status }
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

const HTTP_CALLS: ReadonlySet<string> = new Set(['http:invoke', 'apigateway:invoke'])

/** Whether a mock gives but a part of the answer, or a function's own words: of itself it says nothing. */
function saysNothing(resource: Resource): boolean {
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return true
  return resource.pattern === 'waitForTaskToken' || WRAPPED.has(integrationOf(resource))
}

/** What a mock says to a call: what is read of it, and of a service's own answer the rest as well. */
export function answerTo(call: Call, hole: HoleValue | undefined): Json {
  const isRead = hole?.isTouched === true
  if (HTTP_CALLS.has(integrationOf(call.resource))) return httpAnswer(isRead ? hole.value() : undefined)
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
