import { createHash } from 'node:crypto'
import { isObject, type Json } from '../asl/json.js'
import type { Resource } from '../asl/resource.js'
import type { AslError } from '../engine/ports.js'
import type { ErrorTemplate, FaultDefinition } from './fault-definition.js'
import { runtimeFamily } from './runtime.js'

/** What is known of the function that a Task calls. */
export interface CalledFunction {
  /** As the template has it, e.g. `nodejs22.x` or `python3.13`. Default: Node. */
  readonly runtime?: string
  /** The function's own timeout, not the Task's. Default 3, as Lambda's. */
  readonly timeoutSeconds?: number
}

/** The call that a fault strikes, as far as its error's text goes. */
export interface FaultContext {
  readonly resource: Resource
  /** A fresh id of the attempt; every other id in the text is derived from it. */
  readonly requestId: string
  readonly function?: CalledFunction
  /** The message of an exception whose text is free. */
  readonly message?: string
}

/** The error as the state machine gets it, or `'hang'` if no answer ever comes. */
export function renderFault(fault: FaultDefinition, context: FaultContext): AslError | 'hang' {
  const { effect } = fault
  if (effect.kind === 'hang') return 'hang'
  if (effect.kind === 'service-error') {
    return serviceError(fault, context.resource.kind === 'aws-sdk' ? effect.sdk : effect.optimized, context)
  }
  const payload = effect.payload[runtimeFamily(context.function?.runtime)]
  return functionError(fill(payload, context, escapeForJson), context.resource)
}

function serviceError(fault: FaultDefinition, template: ErrorTemplate | undefined, context: FaultContext): AslError {
  if (template === undefined) throw new Error(`fault ${fault.id} has no error for ${context.resource.arn}`)
  return { error: fill(template.error, context, asIs), cause: fill(template.cause, context, asIs) }
}

/**
 * A Lambda ARN shows the payload as the function printed it, `lambda:invoke` re-serialises it without spaces.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
function functionError(payloadText: string, resource: Resource): AslError {
  const payload = JSON.parse(payloadText) as Json
  const cause = resource.kind === 'optimized' ? JSON.stringify(payload) : payloadText
  if (isObject(payload) && typeof payload.errorType === 'string') return { error: payload.errorType, cause }
  const unknown = 'The cause could not be determined because Lambda did not return an error type.'
  return { error: 'Lambda.Unknown', cause: `${unknown} Returned payload: ${cause}` }
}

/** A function's own timeout; Lambda's default is 3 seconds. */
export function functionTimeoutSeconds(called: CalledFunction | undefined): number {
  return called?.timeoutSeconds ?? 3
}

const PLACEHOLDER = /\{([a-z0-9_]+)\}/g

function fill(template: string, context: FaultContext, escape: (text: string) => string): string {
  return template.replaceAll(PLACEHOLDER, (_, name: string) => escape(placeholderValue(name, context)))
}

function placeholderValue(name: string, context: FaultContext): string {
  switch (name) {
    case 'request_id':
      return context.requestId
    case 's3_request_id':
      return sha256(`s3 ${context.requestId}`).toString('hex').slice(0, 16).toUpperCase()
    case 'extended_request_id':
      return sha256(context.requestId).toString('base64')
    case 'timeout_s':
      return functionTimeoutSeconds(context.function).toFixed(2)
    case 'message':
      return context.message ?? 'injected by aslx'
    default:
      throw new Error(`nothing fills the placeholder {${name}} of a fault`)
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function asIs(text: string): string {
  return text
}

function escapeForJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
