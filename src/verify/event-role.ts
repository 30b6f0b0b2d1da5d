import type { EventType, HistoryEvent } from '../engine/event-types.js'
import type { AslError } from '../engine/ports.js'
import type { StateType } from '../asl/types.js'

/** What an event means for the visit it belongs to. */
type Role = 'begins' | 'succeeds' | 'fails'

const ROLES: Partial<Record<EventType, Role>> = {
  TaskScheduled: 'begins',
  LambdaFunctionScheduled: 'begins',
  ActivityScheduled: 'begins',
  MapStateStarted: 'begins',
  ParallelStateStarted: 'begins',
  TaskSucceeded: 'succeeds',
  LambdaFunctionSucceeded: 'succeeds',
  ActivitySucceeded: 'succeeds',
  MapStateSucceeded: 'succeeds',
  ParallelStateSucceeded: 'succeeds',
  TaskFailed: 'fails',
  TaskTimedOut: 'fails',
  TaskStartFailed: 'fails',
  TaskSubmitFailed: 'fails',
  LambdaFunctionFailed: 'fails',
  LambdaFunctionTimedOut: 'fails',
  LambdaFunctionScheduleFailed: 'fails',
  LambdaFunctionStartFailed: 'fails',
  ActivityFailed: 'fails',
  ActivityTimedOut: 'fails',
  ActivityScheduleFailed: 'fails',
  MapRunFailed: 'fails',
  EvaluationFailed: 'fails',
}

export function roleOf(event: HistoryEvent): Role | undefined {
  return ROLES[event.type]
}

const STATE_EVENT = /^(Task|Pass|Choice|Wait|Succeed|Fail|Parallel|Map)State(?:Entered|Exited)$/

/** The type of the state whose *StateEntered or *StateExited event this is; undefined for any other event. */
export function stateTypeOf(event: HistoryEvent): StateType | undefined {
  // The pattern's alternatives are the types.
  return STATE_EVENT.exec(event.type)?.[1] as StateType | undefined
}

/** Error and cause in the details of a failing event; either may be absent. */
export function failureIn({ details }: HistoryEvent): AslError {
  if (!details) return {}
  return {
    ...('error' in details && details.error !== undefined && { error: details.error }),
    ...('cause' in details && details.cause !== undefined && { cause: details.cause }),
  }
}
