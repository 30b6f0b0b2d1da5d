import type { ApiError } from './create-machine-exception.js'

/**
 * An error that an operation of AWS's API answers with, thrown as the clients of the AWS SDK throw it: `name` is the
 * code, e.g. `ValidationException`, and the message is AWS's where it is known.
 * @example
 * let refusal: unknown
 * try {
 *   testState({ definition: '{}' })
 * } catch (error) {
 *   refusal = error
 * }
 * refusal instanceof ServiceException && refusal.name // => 'InvalidDefinition'
 */
export class ServiceException extends Error implements ApiError {
  override readonly name: string
  readonly code: string

  constructor({ code, message }: ApiError) {
    super(message)
    this.name = code
    this.code = code
  }
}

/** The request itself is wrong. */
export function validationException(message: string): ServiceException {
  return new ServiceException({ code: 'ValidationException', message })
}
