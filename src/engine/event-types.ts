import type { Json, JsonObject } from '../asl/json.js'
import type { AslError } from './ports.js'

/** Details of `TaskScheduled`. */
export interface TaskScheduledDetails {
  readonly resourceType: string
  readonly resource: string
  readonly region: string
  readonly parameters: Json
  readonly timeoutInSeconds?: number
  readonly heartbeatInSeconds?: number
  readonly taskCredentials?: JsonObject
}

/** Details of `LambdaFunctionScheduled` and `ActivityScheduled`; a heartbeat exists for activities only. */
export interface WorkScheduledDetails {
  readonly resource: string
  readonly input: Json
  readonly timeoutInSeconds?: number
  readonly heartbeatInSeconds?: number
  readonly taskCredentials?: JsonObject
}

export interface StateEnteredDetails {
  readonly name: string
  readonly input: Json
}

export interface StateExitedDetails {
  readonly name: string
  readonly output: Json
  /** Absent when nothing was assigned. Values here; the API gives each as JSON text. */
  readonly assignedVariables?: JsonObject
}

interface TaskNames {
  readonly resourceType: string
  readonly resource: string
}

interface IterationDetails {
  readonly name: string
  readonly index: number
}

interface Output {
  readonly output: Json
}

/** The details of every event type, with payloads as values; they become text only when shown (`wire/`). */
export interface EventDetails {
  ExecutionStarted: { readonly input: Json; readonly roleArn: string }
  ExecutionSucceeded: Output
  ExecutionFailed: AslError
  ExecutionAborted: AslError
  ExecutionTimedOut: AslError
  ExecutionRedriven: { readonly redriveCount: number }

  PassStateEntered: StateEnteredDetails
  PassStateExited: StateExitedDetails
  ChoiceStateEntered: StateEnteredDetails
  ChoiceStateExited: StateExitedDetails
  WaitStateEntered: StateEnteredDetails
  WaitStateExited: StateExitedDetails
  WaitStateAborted: undefined
  SucceedStateEntered: StateEnteredDetails
  SucceedStateExited: StateExitedDetails
  FailStateEntered: StateEnteredDetails
  TaskStateEntered: StateEnteredDetails
  TaskStateExited: StateExitedDetails
  TaskStateAborted: undefined
  EvaluationFailed: {
    readonly error: string
    readonly cause: string
    readonly location?: string
    readonly state: string
  }

  TaskScheduled: TaskScheduledDetails
  TaskStarted: TaskNames
  TaskSubmitted: TaskNames & Output
  TaskSucceeded: TaskNames & Output
  TaskFailed: TaskNames & AslError
  TaskTimedOut: TaskNames & AslError
  TaskStartFailed: TaskNames & AslError
  TaskSubmitFailed: TaskNames & AslError

  LambdaFunctionScheduled: WorkScheduledDetails
  LambdaFunctionStarted: undefined
  LambdaFunctionSucceeded: Output
  LambdaFunctionFailed: AslError
  LambdaFunctionTimedOut: AslError
  LambdaFunctionScheduleFailed: AslError
  LambdaFunctionStartFailed: AslError

  ActivityScheduled: WorkScheduledDetails
  ActivityStarted: { readonly workerName?: string }
  ActivitySucceeded: Output
  ActivityFailed: AslError
  ActivityTimedOut: AslError
  ActivityScheduleFailed: AslError

  ParallelStateEntered: StateEnteredDetails
  ParallelStateStarted: undefined
  ParallelStateSucceeded: undefined
  ParallelStateFailed: undefined
  ParallelStateAborted: undefined
  ParallelStateExited: StateExitedDetails

  MapStateEntered: StateEnteredDetails
  MapStateStarted: { readonly length: number }
  MapStateSucceeded: undefined
  MapStateFailed: undefined
  MapStateAborted: undefined
  MapStateExited: StateExitedDetails
  MapIterationStarted: IterationDetails
  MapIterationSucceeded: IterationDetails
  MapIterationFailed: IterationDetails
  MapIterationAborted: IterationDetails
  MapRunStarted: { readonly mapRunArn: string }
  MapRunSucceeded: undefined
  MapRunFailed: AslError
  MapRunAborted: undefined
  MapRunRedriven: { readonly mapRunArn: string; readonly redriveCount: number }
}

export type EventType = keyof EventDetails

/** One history event; told apart by `type`. `previousEventId` is AWS's: 0 for the first two and for aborts. */
export type HistoryEvent<T extends EventType = EventType> = {
  readonly [K in T]: {
    readonly id: number
    readonly previousEventId: number
    /** Virtual time, ms since the epoch. */
    readonly atMs: number
    readonly type: K
    readonly details: EventDetails[K]
  }
}[T]
