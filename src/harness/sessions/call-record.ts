import type { Json } from '../../asl/json.js'
import type { AslError, ItemStep } from '../../engine/ports.js'

/**
 * Who answered a call: a mock of the scenario, a fault, another execution of the session (`machine`: it was started, or it
 * took a token), nobody, so that an answer was inferred (CLI only), or nobody yet: a live execution waits for the token.
 */
export type AnsweredBy = 'mock' | 'fault' | 'machine' | 'inferred' | 'nobody'

/** One attempt of a Task, as it went. What became of it stands in the history after `scheduledEventId`. */
export interface CallRecord {
  readonly state: string
  readonly pointer: string
  readonly items: readonly ItemStep[]
  readonly visit: number
  readonly attempt: number
  /** The Task's Resource as the definition has it. */
  readonly resource: string
  /** Logical id or address of what is called, where the template says. */
  readonly logicalId?: string
  readonly parameters: Json
  /** Virtual time of the call, ms since the epoch. */
  readonly atMs: number
  /** The execution that made the call, where it is a child of a distributed Map: event ids are of its own history. */
  readonly childArn?: string
  readonly enteredEventId: number
  readonly scheduledEventId: number
  readonly answeredBy: AnsweredBy
  /** Id of the fault that struck, e.g. `lambda-oom`. */
  readonly fault?: string
  /** Id of the model that is the cause of the fault, if one is. */
  readonly model?: string
  /** What the model saw of the call, e.g. the instance that took it. */
  readonly seen?: Json
  /** What a fault or mock made it fail with; absent when it was answered well, or not at all. */
  readonly failure?: AslError
}
