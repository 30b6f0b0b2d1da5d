import type { Resource } from '../asl/resource.js'
import { optimizedCause, sdkCause } from './service-cause.js'
import { denialOf } from '../services/denials.js'
import { raisableErrors } from '../services/raisable.js'
import { sdkAttempts } from '../services/sdk-attempts.js'
import type { ModelException } from '../services/service-model.js'
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
      return causeOfNamed(resource, notFound(resource))
    case 'conflict_error':
      return conflict(resource)?.error
    case 'conflict_cause':
      return causeOfNamed(resource, conflict(resource))
    default:
      return undefined
  }
}

/** Whether the called API is one that may be denied. */
export function canBeDenied(resource: Resource): boolean {
  return denialOf(resource) !== undefined
}

function deniedCause(resource: Resource): string | undefined {
  const denial = denialOf(resource)
  if (!denial) return undefined
  const { permission } = denial
  const message = `User: {caller_arn} is not authorized to perform: ${permission} because no identity-based policy allows the ${permission} action`
  return causeOf(resource, denial, message)
}

/** Whether the called API has an error for a resource that is not there. */
export function canMissResource(resource: Resource): boolean {
  return notFound(resource) !== undefined
}

const FIRST = ['ResourceNotFoundException', 'NotFoundException']
const NOT_FOUND = /NotFound|DoesNotExist/

/** The API's error for a resource that is not there. Classes of AWS SDK for Java end in `Exception` (recorded for `states`). */
function notFound(resource: Resource): Named | undefined {
  return firstRaised(resource, (name) => FIRST.includes(name)) ?? firstRaised(resource, (name) => NOT_FOUND.test(name))
}

/** Whether the called API has an error for two calls that change one thing at once. */
export function canConflict(resource: Resource): boolean {
  return conflict(resource) !== undefined
}

function conflict(resource: Resource): Named | undefined {
  return firstRaised(resource, (name) => name === 'ConcurrentModificationException')
}

/** An exception of a service's model, and the error's name at a resource. */
interface Named {
  readonly error: string
  readonly exception: ModelException
}

function firstRaised(resource: Resource, matches: (exceptionName: string) => boolean): Named | undefined {
  for (const { error, exception } of raisableErrors(resource) ?? []) {
    if (exception && matches(exception.name)) {
      return { exception, error: error.endsWith('Exception') ? error : `${error}Exception` }
    }
  }
  return undefined
}

function causeOfNamed(resource: Resource, named: Named | undefined): string | undefined {
  if (!named) return undefined
  const { name: code, status = 400 } = named.exception
  return causeOf(resource, { code, status }, '{message}')
}

function causeOf(
  resource: Resource,
  { code, status }: { readonly code: string; readonly status: number },
  message: string,
): string | undefined {
  const words = serviceWords(resource)
  if (!words) return undefined
  const { service, style } = words
  return style === 'optimized'
    ? optimizedCause({ message, service, status, code })
    : sdkCause({ message, service, status })
}
