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

/** What a template says of the function that a Task calls. */
export interface KnownFunction {
  readonly name?: string
  readonly logicalId?: string
  /** e.g. `nodejs22.x` or `python3.13`. */
  readonly runtime?: string
  readonly timeoutSeconds?: number
  readonly memoryMb?: number
}
