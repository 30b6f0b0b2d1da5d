import type { AslError } from '../engine/ports.js'
import { type FaultContext, argumentOf } from './fault-context.js'
import { fillPlaceholders } from './placeholders.js'
import { raisableByService } from '../services/raisable.js'
import { serviceWords } from '../services/service-words.js'
import { NO_MESSAGE, optimizedCause, s3Cause, sdkCause } from './service-cause.js'

/** What an error says that is no service's: the words are whoever's raises it. */
export const RAISED_MESSAGE = 'something went wrong'

/**
 * The error that `error(Name)` raises. If the called service's model has it, an absent cause is what that service's SDK prints
 * of an answer without a message; of any other name it is a text that is made up.
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
  const message = NO_MESSAGE
  const words = serviceWords(resource)
  const raised = raisableByService(resource)?.find((one) => one.error === error)
  if (!words || !raised) return RAISED_MESSAGE
  const { exception } = raised
  if (!exception && error.endsWith('.SdkClientException')) return `Unable to execute HTTP request: Read timed out`
  const status = exception?.status ?? (exception?.fault === true ? 500 : 400)
  const { service, prefix, style } = words
  if (style === 'optimized') {
    return optimizedCause({ message, service, status, code: exception?.code ?? 'InternalFailure' })
  }
  return prefix === 'S3' ? s3Cause(message, status) : sdkCause({ message, service, status })
}
