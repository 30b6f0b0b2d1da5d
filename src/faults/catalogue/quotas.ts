import { numberArgument } from '../changed-answer.js'
import type { FaultDefinition } from '../fault-definition.js'
import { allOf, anyOf, isState, isTask } from '../applies-to-resources.js'
import { hasOutput } from '../applies-to-states.js'

const family = 'quotas'
const QUOTAS = 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html'

const taskResult: FaultDefinition = {
  id: 'states-data-limit-task-result',
  title: "The Task's result is larger than 256 KiB",
  family,
  aliases: ['data-limit', '256kb', 'too-large'],
  targets: 'every task',
  appliesTo: isTask,
  effect: {
    kind: 'error',
    error: 'States.DataLimitExceeded',
    cause:
      "The state/task '{result_source}' returned a result with a size exceeding the maximum number of bytes service limit.",
  },
  matchedBy: ['States.DataLimitExceeded', 'States.TaskFailed', 'States.ALL'],
  transient: false,
  sideEffect: 'happened',
  advice:
    'Never retry: the work is done and the answer will be as large again. Let the callee store it and answer where.',
  evidence: 'recorded',
  recording: {
    file: 'cases/error_handling/states_errors.service_task_lambada_data_limit_exceeded_on_large_utf8_response-2c36b190.json',
    id: 'v2/error_handling/test_states_errors.py::TestStatesErrors::test_service_task_lambada_data_limit_exceeded_on_large_utf8_response',
    pointer: '/expect/events/4/taskFailedEventDetails',
  },
  source: [
    'the recording; others of March 2024 show a Catch for States.ALL taking it, which the documents deny',
    QUOTAS,
  ],
}

/** The state's own output; the strike comes before the work that makes it. */
const ofOutput = {
  family,
  at: 'state',
  effect: {
    kind: 'error',
    error: 'States.DataLimitExceeded',
    cause:
      "The state/task '{state}' returned a result with a size exceeding the maximum number of bytes service limit.",
  },
  transient: false,
} as const satisfies Partial<FaultDefinition>

const stateOutput: FaultDefinition = {
  ...ofOutput,
  id: 'states-data-limit-state-output',
  title: 'What a state hands on is larger than 256 KiB',
  aliases: ['output-limit'],
  targets: 'Pass states, and others that make an Output of their own but call nothing',
  appliesTo: anyOf(isState('Pass'), allOf(isState('Wait', 'Choice', 'Succeed'), hasOutput)),
  matchedBy: [],
  sideEffect: 'none',
  advice: 'Drop what later states do not need (ResultSelector, OutputPath, Output), or pass on a reference to it.',
  evidence: 'reported',
  source: ['LocalStack snapshots recorded against AWS: error_handling/test_states_errors::test_start_large_input'],
}

const parallelJoin: FaultDefinition = {
  ...ofOutput,
  id: 'states-data-limit-parallel-join',
  title: 'Each branch or item gives little, and all of them together more than 256 KiB',
  aliases: ['join-limit'],
  targets: 'Parallel and Map states',
  appliesTo: isState('Parallel', 'Map'),
  matchedBy: ['States.DataLimitExceeded', 'States.ALL'],
  notMatchedBy: ['States.TaskFailed'],
  sideEffect: 'may-have-happened',
  advice:
    'Cut the results down inside the branches, or use a distributed Map with a ResultWriter. By then all the work is done: do not retry.',
  evidence: 'inferred',
  source: ['as for the output of other states', QUOTAS],
}

/** It is raised at a Task's call, where a history grows; the cause has no prefix, and no handler gets to see it. */
const historyLimit: FaultDefinition = {
  id: 'states-history-limit',
  title: 'The execution reaches 25,000 events',
  family,
  aliases: ['history-limit', '25000'],
  targets: 'tasks of STANDARD machines',
  appliesTo: allOf(isTask, ({ executionType }) => executionType === 'STANDARD'),
  effect: {
    kind: 'error',
    error: 'States.Runtime',
    cause: 'The execution reached the maximum number of history events (25000).',
  },
  matchedBy: [],
  notMatchedBy: ['States.Runtime', 'States.ALL'],
  transient: false,
  sideEffect: 'may-have-happened',
  advice:
    'Bound loops and retries (a retry costs 3 to 5 events), and hand long work to executions of their own: a nested one, or a distributed Map.',
  evidence: 'reported',
  source: ['public history of an execution, 2026-02', QUOTAS],
}

const transitionsThrottled: FaultDefinition = {
  id: 'states-execution-throttled',
  title: "The account's state transitions are used up: the execution goes on later, without an error",
  family,
  aliases: ['execution-throttled', 'transitions'],
  targets: 'tasks of STANDARD machines',
  appliesTo: allOf(isTask, ({ executionType }) => executionType === 'STANDARD'),
  effect: { kind: 'answer' },
  parameters: { delay: { kind: 'duration', default: 1_000, help: 'how much later it goes on' } },
  delayMs: (context) => numberArgument(context, 'delay', 1_000),
  matchedBy: [],
  transient: true,
  sideEffect: 'happened',
  advice: 'Watch the metric ExecutionThrottled, spread starts over time, and leave room for it in TimeoutSeconds.',
  evidence: 'documented',
  source: [QUOTAS],
}

/** Limits of Step Functions itself. */
export const quotas: readonly FaultDefinition[] = [
  taskResult,
  stateOutput,
  parallelJoin,
  historyLimit,
  transitionsThrottled,
]
