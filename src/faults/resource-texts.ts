import type { Resource } from '../asl/resource.js'
import { optimizedCause, sdkCause } from './service-cause.js'
import { denialOf } from '../services/denials.js'
import { type Raisable, raisableErrors } from '../services/raisable.js'
import { sdkAttempts } from '../services/sdk-attempts.js'
import { serviceWords } from '../services/service-words.js'

/** What a placeholder stands for that depends on the called resource alone; undefined for other placeholders. */
export function textOfResource(name: string, resource: Resource): string | undefined {
  switch (name) {
    case 'sdk_prefix':
      return serviceWords(resource)?.prefix
    case 'host':
      return 'service' in resource ? `${resource.service}.{region}.amazonaws.com` : 'lambda.{region}.amazonaws.com'
    case 'sdk_attempts':
      return sdkAttempts(resource)
    case 'denied_error':
      return denialOf(resource)?.error
    case 'denied_cause':
      return deniedCause(resource)
    case 'not_found_error':
      return notFound(resource)?.error
    case 'not_found_cause':
      return notFoundCause(resource)
    default:
      return undefined
  }
}

/** Whether the called API is one that may be denied. */
export function canBeDenied(resource: Resource): boolean {
  return denialOf(resource) !== undefined
}

function deniedCause(resource: Resource): string | undefined {
  const words = serviceWords(resource)
  const denial = denialOf(resource)
  if (!words || !denial) return undefined
  const { code, status, permission } = denial
  const message = `User: {caller_arn} is not authorized to perform: ${permission} because no identity-based policy allows the ${permission} action`
  const { service, style } = words
  return style === 'optimized'
    ? optimizedCause({ message, service, status, code })
    : sdkCause({ message, service, status })
}

/** Whether the called API has an error for a resource that is not there. */
export function canMissResource(resource: Resource): boolean {
  return notFound(resource) !== undefined
}

const FIRST = ['ResourceNotFoundException', 'NotFoundException']
const NOT_FOUND = /NotFound|DoesNotExist/

/** The API's error for a resource that is not there. Classes of AWS SDK for Java end in `Exception` (recorded for `states`). */
function notFound(resource: Resource): { readonly error: string; readonly raised: Raisable } | undefined {
  const known = raisableErrors(resource) ?? []
  const named = (matches: (name: string) => boolean): Raisable | undefined =>
    known.find(({ exception }) => exception !== undefined && matches(exception.name))
  const raised = named((name) => FIRST.includes(name)) ?? named((name) => NOT_FOUND.test(name))
  if (raised === undefined) return undefined
  return { raised, error: raised.error.endsWith('Exception') ? raised.error : `${raised.error}Exception` }
}

function notFoundCause(resource: Resource): string | undefined {
  const words = serviceWords(resource)
  const exception = notFound(resource)?.raised.exception
  if (!words || !exception) return undefined
  const { name: code, status = 400 } = exception
  const { service, style } = words
  const message = '{message}'
  return style === 'optimized'
    ? optimizedCause({ message, service, status, code })
    : sdkCause({ message, service, status })
}
