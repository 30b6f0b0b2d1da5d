import { UserError } from '../asl/user-error.js'

/** An Express execution, whose history has no limit, goes round and round while no virtual time passes that would end it. */
export class EndlessExecution extends UserError {
  constructor(events: number) {
    super(
      'usage',
      `the execution has written ${events} events without coming to an end: does it loop for ever? (limits.historyEvents raises the limit)`,
    )
  }
}
