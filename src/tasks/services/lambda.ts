import { isObject, member, type Json } from '../../asl/json.js'
import type { AslError, Call } from '../../engine/ports.js'
import { derivedHex } from '../derived-id.js'
import { jsonText } from '../task-json.js'
import { sdkMetadata } from '../sdk-metadata.js'
import { type ServiceCall, textParameter } from '../service-call.js'
import type { ServiceFailure } from '../service-failure.js'
import { inferFunctions } from './lambda-functions.js'

/**
 * What `lambda:invoke` answers when the function returns `payload`: the recorded members in the recorded order.
 * `InvocationType: 'Event'` gets what Lambda says at once, 202 without a payload.
 */
export function lambdaEnvelope(call: Call, payload: Json): Json {
  const { parameters } = call
  if (isObject(parameters) && member(parameters, 'InvocationType') === 'Event') {
    const metadata = sdkMetadata(call, { headers: { Connection: 'keep-alive', 'Content-Length': '0' }, status: 202 })
    return { Payload: {}, ...metadata, StatusCode: 202 }
  }
  const isLogged = isObject(parameters) && member(parameters, 'LogType') === 'Tail'
  const log = isLogged ? logTail(call) : undefined
  const metadata = sdkMetadata(call, {
    headers: {
      Connection: 'keep-alive',
      'Content-Length': String(payloadBytes(payload)),
      'Content-Type': 'application/json',
      'X-Amz-Executed-Version': '$LATEST',
      ...(log !== undefined && { 'X-Amz-Log-Result': log }),
      'X-Amzn-Trace-Id': traceId(call),
      'x-amzn-Remapped-Content-Length': '0',
    },
  })
  const logged = log !== undefined && { LogResult: log }
  return { ExecutedVersion: '$LATEST', ...logged, Payload: payload, ...metadata, StatusCode: 200 }
}

/** Whether a mock's value is the whole answer already, which a payload of that form is taken for as well. */
export function isLambdaEnvelope(value: Json): boolean {
  if (!isObject(value) || !Object.hasOwn(value, 'Payload')) return false
  return Object.hasOwn(value, 'StatusCode') || Object.hasOwn(value, 'ExecutedVersion')
}

/**
 * A whole answer with a `FunctionError` fails the Task: the payload's `errorType` is the error, and the payload as compact
 * JSON the cause; without an `errorType` it is `Lambda.Unknown` (both recorded). Through `aws-sdk:lambda` the same answer
 * is a success.
 */
export function judgeLambda(value: Json): ServiceFailure | undefined {
  if (!isObject(value) || !isLambdaEnvelope(value) || !Object.hasOwn(value, 'FunctionError')) return undefined
  const payload = member(value, 'Payload') ?? null
  const error = isObject(payload) ? textParameter(payload, 'errorType') : undefined
  const failure = error === undefined ? unknownError(payload) : { error, cause: jsonText(payload) }
  return { failure, carriedOut: false }
}

function unknownError(payload: Json): AslError {
  const text = 'The cause could not be determined because Lambda did not return an error type. Returned payload: '
  return { error: 'Lambda.Unknown', cause: text + jsonText(payload) }
}

/** The function returns what it was sent. Through `aws-sdk:lambda` the payload stays a text. */
export function inferLambda(service: ServiceCall): Json | undefined {
  const { call, action, optimized, parameters } = service
  if (action !== 'invoke') return inferFunctions(service)
  const payload = member(parameters, 'Payload') ?? {}
  if (optimized) return lambdaEnvelope(call, payload)
  if (member(parameters, 'InvocationType') === 'Event') return { Payload: '', StatusCode: 202 }
  return {
    ExecutedVersion: '$LATEST',
    Payload: typeof payload === 'string' ? payload : jsonText(payload),
    StatusCode: 200,
  }
}

/** A mock hands out one value again and again, and a payload may be large. */
const bytesOf = new WeakMap<object, number>()

function payloadBytes(payload: Json): number {
  if (typeof payload !== 'object' || payload === null) return Buffer.byteLength(jsonText(payload))
  const known = bytesOf.get(payload)
  if (known !== undefined) return known
  const bytes = Buffer.byteLength(jsonText(payload))
  bytesOf.set(payload, bytes)
  return bytes
}

/**
 * The end of a log that says nothing but that the function ran, in base64.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html
 */
function logTail({ requestId }: Call): string {
  const report = 'Duration: 1.00 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\tMax Memory Used: 64 MB\t'
  const lines = [`START RequestId: ${requestId} Version: $LATEST`, `END RequestId: ${requestId}`]
  return Buffer.from([...lines, `REPORT RequestId: ${requestId}\t${report}`, ''].join('\n')).toString('base64')
}

function traceId(call: Call): string {
  const seconds = Math.floor(call.atMs / 1000)
  const root = `1-${seconds.toString(16)}-${derivedHex(call, 'trace', 24)}`
  return `Root=${root};Parent=${derivedHex(call, 'trace parent', 16)};Sampled=0`
}
