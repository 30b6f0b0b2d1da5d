/** Why Step Functions refuses word about a task, as its API names the error. */
export type TaskTokenErrorName = 'TaskTimedOut' | 'TaskDoesNotExist' | 'InvalidToken'

/** Texts as AWS gives them; that of TaskDoesNotExist is not recorded. */
export const TOKEN_MESSAGES: Readonly<Record<TaskTokenErrorName, string>> = {
  TaskTimedOut: "Task Timed Out: 'Provided task does not exist anymore'",
  TaskDoesNotExist: "Task Does Not Exist: 'Provided task does not exist'",
  InvalidToken: "Invalid Token: 'Invalid token'",
}

/**
 * SendTaskSuccess, SendTaskFailure or SendTaskHeartbeat came too late or with a wrong token. `name` is the API's:
 * `TaskTimedOut` for a task that is over, however it ended, `TaskDoesNotExist` for a token that this execution never
 * handed out, `InvalidToken` for a text that is no token.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const execution = order.start({ tasks: { Charge: returns({}), Ship: returns({}) } })
 * let mistake: unknown
 * try {
 *   execution.sendTaskSuccess('no token', {})
 * } catch (error) {
 *   mistake = error
 * }
 * mistake instanceof TaskTokenError && mistake.name // => 'InvalidToken'
 */
export class TaskTokenError extends Error {
  override readonly name: TaskTokenErrorName
  constructor(name: TaskTokenErrorName, hint: string) {
    super(`${TOKEN_MESSAGES[name]} (${hint})`)
    this.name = name
  }
}
