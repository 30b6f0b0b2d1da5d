/**
 * The one exception of a test's function that is an ASL error: it fails the Task, for its Retry and Catch to see. Every
 * other exception is a mistake in the test and fails the test.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const charge = () => {
 *   throw new TaskError('Card.Declined', 'no money')
 * }
 * const run = await order.run({ tasks: { Charge: charge, Ship: returns({}) } })
 * run.error // => 'Card.Declined'
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
