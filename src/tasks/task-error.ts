/**
 * The one exception of a test's function that is an ASL error: it fails the Task, for its Retry and Catch to see. Every
 * other exception is a mistake in the test and fails the test.
 */
export class TaskError extends Error {
  override readonly name = 'TaskError'
  /** The name that `ErrorEquals` compares, e.g. `Carrier.Down`. */
  readonly error: string
  override readonly cause: string | undefined

  constructor(error: string, cause?: string) {
    super(cause === undefined ? error : `${error}: ${cause}`)
    this.error = error
    this.cause = cause
  }
}
