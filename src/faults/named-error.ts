import type { AslError } from '../engine/ports.js'
import { type FaultContext, argumentOf } from './fault-context.js'
import { fillPlaceholders } from './placeholders.js'
import { raisableByService } from '../services/raisable.js'
import { serviceWords } from '../services/service-words.js'
import { optimizedCause, s3Cause, sdkCause } from './service-cause.js'

/**
 * The error that `error(Name)` raises. If the called service's model has it, an absent cause is what that service's SDK
 * prints, with the message given or a plain one; of any other name it is the message itself.
 */
export function namedError(context: FaultContext): AslError {
  const error = textArgument(context, 'name') ?? 'Error'
  const cause = textArgument(context, 'cause')
  return { error, cause: cause ?? fillPlaceholders(causeTemplate(context, error), context, undefined) }
}

function textArgument(context: FaultContext, name: string): string | undefined {
  const value = argumentOf(context, name)
  return typeof value === 'string' ? value : undefined
}

/** What the SDK prints of a service's exception. A status that the model does not give is 400, or 500 for the service's own fault. */
function causeTemplate({ call: { resource } }: FaultContext, error: string): string {
  const message = '{message}'
  const words = serviceWords(resource)
  const raised = raisableByService(resource)?.find((one) => one.error === error)
  if (!words || !raised) return message
  const { exception } = raised
  if (!exception && error.endsWith('.SdkClientException')) return `Unable to execute HTTP request: ${message}`
  const status = exception?.status ?? (exception?.fault === true ? 500 : 400)
  const { service, prefix, style } = words
  if (style === 'optimized') {
    return optimizedCause({ message, service, status, code: exception?.code ?? 'InternalFailure' })
  }
  return prefix === 'S3' ? s3Cause(message, status) : sdkCause({ message, service, status })
}
