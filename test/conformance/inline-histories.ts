import type { RecordedEvent } from './recorded-event.js'

const TRUNCATED = { truncated: false }

function event(id: number, previousEventId: number, type: string, details: object = {}): RecordedEvent {
  return { timestamp: 'timestamp', type, id, previousEventId, ...details }
}

function entered(name: string, input: unknown): object {
  return { stateEnteredEventDetails: { name, input, inputDetails: TRUNCATED } }
}

function exited(name: string, output: unknown): object {
  return { stateExitedEventDetails: { name, output, outputDetails: TRUNCATED } }
}

const STARTED = { executionStartedEventDetails: { input: {}, inputDetails: TRUNCATED, roleArn: 'role' } }
const NAMES = { resourceType: 'lambda', resource: 'invoke' }
const CAUSE = { errorMessage: 'no', requestId: '<uuid:1>' }
const ASSIGNED = { assignedVariables: { why: '"no"' }, assignedVariablesDetails: TRUNCATED }

/** A task that fails, is retried, and whose second answer a Fail state turns down. */
export const TASK_HISTORY: readonly RecordedEvent[] = [
  event(1, 0, 'ExecutionStarted', STARTED),
  event(2, 0, 'TaskStateEntered', entered('Ask', {})),
  event(3, 2, 'TaskScheduled', {
    taskScheduledEventDetails: {
      ...NAMES,
      region: 'us-east-1',
      parameters: { token: '<task_token:1>' },
      timeoutInSeconds: 5,
    },
  }),
  event(4, 3, 'TaskStarted', { taskStartedEventDetails: NAMES }),
  event(5, 4, 'TaskFailed', { taskFailedEventDetails: { ...NAMES, error: 'Refused', cause: CAUSE } }),
  event(6, 5, 'TaskScheduled', {
    taskScheduledEventDetails: {
      ...NAMES,
      region: 'us-east-1',
      parameters: { token: '<task_token:2>' },
      timeoutInSeconds: 5,
    },
  }),
  event(7, 6, 'TaskStarted', { taskStartedEventDetails: NAMES }),
  event(8, 7, 'TaskSucceeded', { taskSucceededEventDetails: { ...NAMES, output: '[1,2]', outputDetails: TRUNCATED } }),
  event(9, 8, 'TaskStateExited', {
    stateExitedEventDetails: { name: 'Ask', output: '[1,2]', outputDetails: TRUNCATED, ...ASSIGNED },
  }),
  event(10, 9, 'FailStateEntered', entered('No', '[1,2]')),
  event(11, 10, 'ExecutionFailed', {
    executionFailedEventDetails: {
      error: 'No',
      cause: "An error occurred while executing the state 'No' (entered at the event id #10). Not at date",
    },
  }),
]

function iteration(name: 'Started' | 'Succeeded', index: number): readonly [string, object] {
  return [`MapIteration${name}`, { [`mapIteration${name}EventDetails`]: { name: 'All', index } }]
}

function lambdaFailed(id: string): object {
  return { lambdaFunctionFailedEventDetails: { error: 'Refused', cause: { requestId: id } } }
}

/** A Map of two iterations side by side, the second of which ends first, and a Pass after it. */
export const MAP_HISTORY: readonly RecordedEvent[] = [
  event(1, 0, 'ExecutionStarted', STARTED),
  event(2, 0, 'MapStateEntered', entered('All', '[1,2]')),
  event(3, 2, 'MapStateStarted', { mapStateStartedEventDetails: { length: 2 } }),
  event(4, 3, ...iteration('Started', 0)),
  event(5, 3, ...iteration('Started', 1)),
  event(6, 4, 'PassStateEntered', entered('One', '1')),
  event(7, 5, 'PassStateEntered', entered('One', '2')),
  event(8, 7, 'PassStateExited', exited('One', '2')),
  event(9, 8, ...iteration('Succeeded', 1)),
  event(10, 6, 'PassStateExited', exited('One', '1')),
  event(11, 10, ...iteration('Succeeded', 0)),
  event(12, 11, 'MapStateSucceeded'),
  event(13, 11, 'MapStateExited', exited('All', '[1,2]')),
  event(14, 13, 'PassStateEntered', entered('Last', '[1,2]')),
  event(15, 14, 'PassStateExited', exited('Last', '[1,2]')),
  event(16, 15, 'ExecutionSucceeded', {
    executionSucceededEventDetails: { output: '[1,2]', outputDetails: TRUNCATED },
  }),
]

/** The same Map when the iterations end in their order. */
export const MAP_HISTORY_IN_ORDER: readonly RecordedEvent[] = [
  ...MAP_HISTORY.slice(0, 7),
  event(8, 6, 'PassStateExited', exited('One', '1')),
  event(9, 8, ...iteration('Succeeded', 0)),
  event(10, 7, 'PassStateExited', exited('One', '2')),
  event(11, 10, ...iteration('Succeeded', 1)),
  ...MAP_HISTORY.slice(11),
]

/** A Parallel of two branches as some recordings have it: without ids inside, sorted, and without its Succeeded event. */
export const ZEROED_HISTORY: readonly RecordedEvent[] = [
  event(1, 0, 'ExecutionStarted', STARTED),
  event(2, 0, 'ParallelStateEntered', entered('Both', {})),
  event(3, 2, 'ParallelStateStarted'),
  { ...event(0, 0, 'LambdaFunctionFailed', lambdaFailed('<uuid:1>')), id: [0] },
  { ...event(0, 0, 'LambdaFunctionFailed', lambdaFailed('<uuid:2>')), id: [0] },
  { ...event(0, 0, 'PassStateEntered', entered('Left', {})), id: [0] },
  { ...event(0, 0, 'PassStateEntered', entered('Right', {})), id: [0] },
  event(9, 7, 'ParallelStateExited', exited('Both', '[{},{}]')),
  event(10, 9, 'ExecutionSucceeded', {
    executionSucceededEventDetails: { output: '[{},{}]', outputDetails: TRUNCATED },
  }),
]

/** What the engine would write where that was recorded. */
export const UNZEROED_HISTORY: readonly RecordedEvent[] = [
  ...ZEROED_HISTORY.slice(0, 3),
  event(4, 3, 'PassStateEntered', entered('Right', {})),
  event(5, 3, 'PassStateEntered', entered('Left', {})),
  event(6, 5, 'LambdaFunctionFailed', lambdaFailed('11111111-2222-4333-8444-555555555555')),
  event(7, 4, 'LambdaFunctionFailed', lambdaFailed('66666666-2222-4333-8444-555555555555')),
  event(8, 7, 'ParallelStateSucceeded'),
  ...ZEROED_HISTORY.slice(7),
]
