import type { EventType } from '../engine/event-types.js'

/** The member of an event of the API that holds its details, e.g. `stateEnteredEventDetails`. */
export type DetailsMember = `${string}EventDetails`

const STATE_ENTERED = 'stateEnteredEventDetails'
const STATE_EXITED = 'stateExitedEventDetails'

/**
 * Where the details of each event type go; undefined for the types that never have any.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
export const DETAILS_MEMBER: Readonly<Record<EventType, DetailsMember | undefined>> = {
  ExecutionStarted: 'executionStartedEventDetails',
  ExecutionSucceeded: 'executionSucceededEventDetails',
  ExecutionFailed: 'executionFailedEventDetails',
  ExecutionAborted: 'executionAbortedEventDetails',
  ExecutionTimedOut: 'executionTimedOutEventDetails',
  ExecutionRedriven: 'executionRedrivenEventDetails',

  PassStateEntered: STATE_ENTERED,
  PassStateExited: STATE_EXITED,
  ChoiceStateEntered: STATE_ENTERED,
  ChoiceStateExited: STATE_EXITED,
  WaitStateEntered: STATE_ENTERED,
  WaitStateExited: STATE_EXITED,
  WaitStateAborted: undefined,
  SucceedStateEntered: STATE_ENTERED,
  SucceedStateExited: STATE_EXITED,
  FailStateEntered: STATE_ENTERED,
  TaskStateEntered: STATE_ENTERED,
  TaskStateExited: STATE_EXITED,
  TaskStateAborted: undefined,
  EvaluationFailed: 'evaluationFailedEventDetails',

  TaskScheduled: 'taskScheduledEventDetails',
  TaskStarted: 'taskStartedEventDetails',
  TaskSubmitted: 'taskSubmittedEventDetails',
  TaskSucceeded: 'taskSucceededEventDetails',
  TaskFailed: 'taskFailedEventDetails',
  TaskTimedOut: 'taskTimedOutEventDetails',
  TaskStartFailed: 'taskStartFailedEventDetails',
  TaskSubmitFailed: 'taskSubmitFailedEventDetails',

  LambdaFunctionScheduled: 'lambdaFunctionScheduledEventDetails',
  LambdaFunctionStarted: undefined,
  LambdaFunctionSucceeded: 'lambdaFunctionSucceededEventDetails',
  LambdaFunctionFailed: 'lambdaFunctionFailedEventDetails',
  LambdaFunctionTimedOut: 'lambdaFunctionTimedOutEventDetails',
  LambdaFunctionScheduleFailed: 'lambdaFunctionScheduleFailedEventDetails',
  LambdaFunctionStartFailed: 'lambdaFunctionStartFailedEventDetails',

  ActivityScheduled: 'activityScheduledEventDetails',
  ActivityStarted: 'activityStartedEventDetails',
  ActivitySucceeded: 'activitySucceededEventDetails',
  ActivityFailed: 'activityFailedEventDetails',
  ActivityTimedOut: 'activityTimedOutEventDetails',
  ActivityScheduleFailed: 'activityScheduleFailedEventDetails',

  ParallelStateEntered: STATE_ENTERED,
  ParallelStateStarted: undefined,
  ParallelStateSucceeded: undefined,
  ParallelStateFailed: undefined,
  ParallelStateAborted: undefined,
  ParallelStateExited: STATE_EXITED,

  MapStateEntered: STATE_ENTERED,
  MapStateStarted: 'mapStateStartedEventDetails',
  MapStateSucceeded: undefined,
  MapStateFailed: undefined,
  MapStateAborted: undefined,
  MapStateExited: STATE_EXITED,
  MapIterationStarted: 'mapIterationStartedEventDetails',
  MapIterationSucceeded: 'mapIterationSucceededEventDetails',
  MapIterationFailed: 'mapIterationFailedEventDetails',
  MapIterationAborted: 'mapIterationAbortedEventDetails',
  MapRunStarted: 'mapRunStartedEventDetails',
  MapRunSucceeded: undefined,
  MapRunFailed: 'mapRunFailedEventDetails',
  MapRunAborted: undefined,
  MapRunRedriven: 'mapRunRedrivenEventDetails',
}
