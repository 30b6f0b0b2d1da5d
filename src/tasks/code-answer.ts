import type { Outcome } from '../engine/ports.js'

/** What real code came to that answers a Task, and how much virtual time that takes. */
export class CodeAnswer {
  readonly outcome: Outcome
  readonly afterMs: number

  constructor(outcome: Outcome, afterMs = 0) {
    this.outcome = outcome
    this.afterMs = afterMs
  }
}
