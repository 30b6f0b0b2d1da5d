import type { Json, JsonObject } from './json.js'

/** `JSONPath` (default) or `JSONata`, for a machine or a single state. https://states-language.net/#query-languages */
export type QueryLanguage = 'JSONPath' | 'JSONata'

/** The two kinds of workflow: STANDARD lasts up to a year, EXPRESS five minutes. */
export type ExecutionType = 'STANDARD' | 'EXPRESS'

/** A state machine, or the inside of a branch or Map. https://states-language.net/#structure */
export interface StateMachine {
  readonly Comment?: string
  readonly Version?: string
  readonly QueryLanguage?: QueryLanguage
  readonly StartAt: string
  /** Seconds the whole execution may take. Top level only. */
  readonly TimeoutSeconds?: number
  readonly States: Readonly<Record<string, State>>
  readonly ProcessorConfig?: {
    readonly Mode?: 'INLINE' | 'DISTRIBUTED'
    readonly ExecutionType?: ExecutionType
  }
}

export type State =
  TaskState | PassState | ChoiceState | WaitState | SucceedState | FailState | ParallelState | MapState
export type StateType = State['Type']

export interface StateBase {
  readonly Comment?: string
  readonly QueryLanguage?: QueryLanguage
  readonly InputPath?: string | null
  readonly OutputPath?: string | null
  /** JSONata: what the state hands on. */
  readonly Output?: Json
  readonly Assign?: JsonObject
}

interface Transition {
  readonly Next?: string
  readonly End?: boolean
}

interface PayloadFields {
  readonly Parameters?: Json
  readonly ResultSelector?: JsonObject
  readonly ResultPath?: string | null
}

interface ErrorHandling {
  readonly Retry?: readonly Retrier[]
  readonly Catch?: readonly Catcher[]
}

/** https://states-language.net/#retrying-after-error */
export interface Retrier {
  readonly ErrorEquals: readonly string[]
  /** Default 1. */
  readonly IntervalSeconds?: number
  /** Default 3; 0 never retries. */
  readonly MaxAttempts?: number
  /** Default 2.0; at least 1. */
  readonly BackoffRate?: number
  /** Upper bound of one delay, applied before the jitter. */
  readonly MaxDelaySeconds?: number
  /** Default `NONE`; `FULL` draws uniformly from 0 to the delay. */
  readonly JitterStrategy?: 'NONE' | 'FULL'
}

/** https://states-language.net/#fallback-states */
export interface Catcher {
  readonly ErrorEquals: readonly string[]
  readonly Next: string
  readonly ResultPath?: string | null
  readonly Output?: Json
  readonly Assign?: JsonObject
}

export interface TaskState extends StateBase, Transition, PayloadFields, ErrorHandling {
  readonly Type: 'Task'
  readonly Resource: string
  readonly Arguments?: Json
  readonly TimeoutSeconds?: number | string
  readonly TimeoutSecondsPath?: string
  readonly HeartbeatSeconds?: number | string
  readonly HeartbeatSecondsPath?: string
  readonly Credentials?: JsonObject
}

export interface PassState extends StateBase, Transition, PayloadFields {
  readonly Type: 'Pass'
  readonly Result?: Json
}

export interface ChoiceState extends StateBase {
  readonly Type: 'Choice'
  readonly Choices: readonly ChoiceRule[]
  readonly Default?: string
}

/** A rule of a Choice. JSONPath rules are a comparison or And/Or/Not of rules; JSONata rules have a `Condition`. */
export interface ChoiceRule extends JsonObject {}

export interface WaitState extends StateBase, Transition {
  readonly Type: 'Wait'
  readonly Seconds?: number | string
  readonly SecondsPath?: string
  readonly Timestamp?: string
  readonly TimestampPath?: string
}

export interface SucceedState extends StateBase {
  readonly Type: 'Succeed'
}

export interface FailState {
  readonly Type: 'Fail'
  readonly Comment?: string
  readonly QueryLanguage?: QueryLanguage
  readonly Error?: string
  readonly ErrorPath?: string
  readonly Cause?: string
  readonly CausePath?: string
}

export interface ParallelState extends StateBase, Transition, PayloadFields, ErrorHandling {
  readonly Type: 'Parallel'
  readonly Branches: readonly StateMachine[]
  readonly Arguments?: Json
}

export interface MapState extends StateBase, Transition, PayloadFields, ErrorHandling {
  readonly Type: 'Map'
  readonly ItemsPath?: string
  /** JSONata: the array to iterate over. */
  readonly Items?: Json
  readonly ItemSelector?: Json
  readonly ItemProcessor?: StateMachine
  /** Older spelling of `ItemProcessor`. */
  readonly Iterator?: StateMachine
  readonly MaxConcurrency?: number | string
  readonly MaxConcurrencyPath?: string
  readonly ItemReader?: JsonObject
  readonly ItemBatcher?: JsonObject
  readonly ResultWriter?: JsonObject
  readonly Label?: string
  readonly ToleratedFailureCount?: number | string
  readonly ToleratedFailureCountPath?: string
  readonly ToleratedFailurePercentage?: number | string
  readonly ToleratedFailurePercentagePath?: string
}
