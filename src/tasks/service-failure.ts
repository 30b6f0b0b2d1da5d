import type { Json } from '../asl/json.js'
import type { AslError, Call } from '../engine/ports.js'

/** What Step Functions makes of a service's answer that tells of something gone wrong. */
export interface ServiceFailure {
  readonly failure: AslError
  /** Whether the call did something all the same, e.g. sent some of its events: a retry does it twice. */
  readonly carriedOut: boolean
}

/** What one service family makes of an answer: undefined if the Task succeeds with it. */
export type JudgeService = (value: Json, call: Call) => ServiceFailure | undefined
