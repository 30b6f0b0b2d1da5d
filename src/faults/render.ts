import { isObject, type Json } from '../asl/json.js'
import type { Resource } from '../asl/resource.js'
import { unreachable } from '../asl/unreachable.js'
import { UserError } from '../asl/user-error.js'
import type { AslError } from '../engine/ports.js'
import type { FaultContext } from './fault-context.js'
import type { AnswerChange, ErrorTemplate, FaultDefinition, Runtime } from './fault-definition.js'
import { namedError } from './named-error.js'
import { escapeForJson, fillPlaceholders } from './placeholders.js'
import { textOfResource } from './resource-texts.js'
import { runtimeFamily } from './runtime.js'

/** What a fault comes to at one call: an error, no answer at all, or the answer as it would have been, changed. */
export type Rendered =
  | { readonly kind: 'failure'; readonly failure: AslError }
  | { readonly kind: 'hang' }
  | { readonly kind: 'answer'; readonly change: AnswerChange | undefined }

/** What the fault comes to at this call, with every placeholder filled. */
export function renderFault(fault: FaultDefinition, context: FaultContext): Rendered {
  const { effect, parameters } = fault
  const fill = (template: string): string => fillPlaceholders(template, context, parameters)
  const fillJson = (template: string): string => fillPlaceholders(template, context, parameters, escapeForJson)
  switch (effect.kind) {
    case 'hang':
      return effect
    case 'answer':
      return { kind: 'answer', change: effect.change }
    case 'outside':
      throw new UserError('unsupported', `${fault.id} strikes no state: ${effect.what} (aslx simulate plays it)`)
    case 'named-error':
      return { kind: 'failure', failure: namedError(context) }
    case 'error': {
      const { error, cause } = effect
      return failure({
        ...(error !== undefined && { error: fill(error) }),
        ...(cause !== undefined && { cause: cause.startsWith('{"') ? fillJson(cause) : fill(cause) }),
      })
    }
    case 'service-error': {
      const { error, cause } = serviceTemplate(fault, effect, context.call.resource)
      return failure({ error: fill(error), cause: fill(cause) })
    }
    case 'function-error': {
      const payload = effect.payload[runtimeFamily(context.function?.runtime)]
      return failure(functionError(fillJson(payload), context.call.resource))
    }
    default:
      return unreachable(effect)
  }
}

function failure(error: AslError): Rendered {
  return { kind: 'failure', failure: error }
}

/**
 * The name of the error that the fault raises where `resource` is called, without a call at hand: placeholders that neither a
 * parameter nor the resource fills stay as they are. Undefined for a fault that raises none.
 */
export function errorNameOf(fault: FaultDefinition, resource: Resource, runtime: Runtime): string | undefined {
  const { effect, parameters = {} } = fault
  const withDefaults = (template: string): string =>
    template.replaceAll(/\{([a-z0-9_]+)\}/g, (whole, name: string) => {
      const value = Object.hasOwn(parameters, name) ? parameters[name]?.default : undefined
      if (typeof value === 'string' || typeof value === 'number') return String(value)
      return textOfResource(name, resource) ?? whole
    })
  switch (effect.kind) {
    case 'answer':
    case 'outside':
    case 'named-error':
      return undefined
    case 'hang':
      return 'States.Timeout'
    case 'error':
      return effect.error === undefined ? undefined : knownName(withDefaults(effect.error))
    case 'service-error':
      return withDefaults(serviceTemplate(fault, effect, resource).error)
    case 'function-error':
      return functionError(withDefaults(effect.payload[runtime]), resource).error
    default:
      return unreachable(effect)
  }
}

/** A name that only the call can tell is no name beforehand. */
function knownName(name: string): string | undefined {
  return /^\{[a-z0-9_]+\}$/.test(name) ? undefined : name
}

function serviceTemplate(
  fault: FaultDefinition,
  effect: { readonly optimized?: ErrorTemplate; readonly sdk?: ErrorTemplate },
  resource: Resource,
): ErrorTemplate {
  const template = resource.kind === 'aws-sdk' ? effect.sdk : effect.optimized
  if (template === undefined) throw new Error(`fault ${fault.id} has no error for ${resource.arn}`)
  return template
}

/**
 * The error that a state sees of a function which ended badly with this payload (JSON text).
 * A Lambda ARN shows the payload as the function printed it, `lambda:invoke` re-serialises it without spaces.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function functionError(payloadText: string, resource: Resource): AslError {
  const payload = JSON.parse(payloadText) as Json
  const cause = resource.kind === 'optimized' ? JSON.stringify(payload) : payloadText
  if (isObject(payload) && typeof payload.errorType === 'string') return { error: payload.errorType, cause }
  const unknown = 'The cause could not be determined because Lambda did not return an error type.'
  return { error: 'Lambda.Unknown', cause: `${unknown} Returned payload: ${cause}` }
}
