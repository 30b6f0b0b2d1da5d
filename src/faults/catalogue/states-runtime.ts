import type { FaultDefinition } from '../fault-definition.js'
import { allOf, isState, isTask } from '../applies-to-resources.js'
import { endsWithMachine, endsWithService, hasHeartbeat, hasText } from '../applies-to-states.js'
import { statesData } from './states-data.js'

const family = 'states-runtime'
const QUOTAS = 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html'
const ERROR_HANDLING = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'

/** No answer comes; what then happens depends on whose time is up first. */
const noAnswer = {
  family,
  effect: { kind: 'hang' },
  sideEffect: 'may-have-happened',
} as const satisfies Partial<FaultDefinition>

/** The answer never comes. A Task without a timeout of its own waits for it until the execution ends. */
const taskTimeout: FaultDefinition = {
  ...noAnswer,
  id: 'task-timeout',
  title: "The Task's TimeoutSeconds elapse before an answer comes",
  aliases: ['timeout'],
  targets: 'every task',
  appliesTo: isTask,
  matchedBy: ['States.Timeout', 'States.ALL'],
  notMatchedBy: ['States.TaskFailed'],
  transient: 'depends',
  advice: 'Retry only work that is idempotent: the callee keeps running. States.TaskFailed does not match it.',
  evidence: 'recorded',
  recording: {
    file: 'cases/timeouts/timeouts.fixed_timeout_lambda-35601627.json',
    id: 'v2/timeouts/test_timeouts.py::TestTimeouts::test_fixed_timeout_lambda',
    pointer: '/expect/events/4/lambdaFunctionTimedOutEventDetails',
  },
  source: ['the recording'],
}

/** It is reported as States.Timeout (recorded), and answers to both names. */
const heartbeatTimeout: FaultDefinition = {
  ...noAnswer,
  id: 'task-heartbeat-timeout',
  title: 'No sign of life comes from the worker within HeartbeatSeconds',
  aliases: ['heartbeat'],
  targets: 'tasks with HeartbeatSeconds',
  appliesTo: hasHeartbeat,
  matchedBy: ['States.HeartbeatTimeout', 'States.Timeout', 'States.ALL'],
  notMatchedBy: ['States.TaskFailed'],
  transient: 'depends',
  advice:
    'Retry if two workers at the same job do no harm; the first may still be at it. Name both timeouts in the Retry.',
  evidence: 'recorded',
  recording: {
    file: 'cases/timeouts/heartbeats.heartbeat_path_timeout-599c5254.json',
    id: 'v2/timeouts/test_heartbeats.py::TestHeartbeats::test_heartbeat_path_timeout',
    pointer: '/expect/events/5/taskTimedOutEventDetails',
  },
  source: ['the recording', ERROR_HANDLING],
}

/** The execution is over: no state sees an error. */
const untilTheEnd = {
  ...noAnswer,
  matchedBy: [],
  notMatchedBy: ['States.Timeout', 'States.ALL'],
  transient: false,
} as const satisfies Partial<FaultDefinition>

const executionTimeout: FaultDefinition = {
  ...untilTheEnd,
  id: 'execution-timeout',
  title: "The machine's TimeoutSeconds elapse while a Task waits",
  aliases: ['machine-timeout'],
  targets: "tasks that may wait longer than their machine's TimeoutSeconds",
  appliesTo: endsWithMachine,
  advice: 'Nothing inside can handle it: give each Task a shorter TimeoutSeconds, so that its Catch gets a turn.',
  evidence: 'reported',
  source: ['LocalStack snapshots recorded against AWS: timeouts/test_timeouts::test_global_timeout', ERROR_HANDLING],
}

const expressLimit: FaultDefinition = {
  ...untilTheEnd,
  id: 'express-5-minute-limit',
  title: 'An EXPRESS execution is cut off after five minutes',
  aliases: ['express-limit', 'five-minutes'],
  targets: 'tasks of EXPRESS machines that may wait five minutes',
  appliesTo: (target) => target.executionType === 'EXPRESS' && endsWithService(target),
  advice: 'Give the Tasks shorter timeouts, or move what takes long to a STANDARD machine.',
  evidence: 'documented',
  source: [QUOTAS],
}

const standardLimit: FaultDefinition = {
  ...untilTheEnd,
  id: 'standard-1-year-limit',
  title: 'A STANDARD execution is cut off after a year, waiting for an answer that never comes',
  aliases: ['one-year', 'stuck'],
  targets: 'tasks of STANDARD machines without a timeout or heartbeat',
  appliesTo: (target) => target.executionType === 'STANDARD' && endsWithService(target),
  advice: 'Give every Task that waits for somebody a TimeoutSeconds, and a HeartbeatSeconds where there is a worker.',
  evidence: 'documented',
  source: [QUOTAS],
}

/** Fails that the state itself brings about, before its work begins. */
const ofState = {
  family,
  at: 'state',
  matchedBy: [],
  transient: false,
  sideEffect: 'none',
} as const satisfies Partial<FaultDefinition>

const failState: FaultDefinition = {
  ...ofState,
  id: 'states-fail-state',
  title: 'A Fail state is reached: its own Error and Cause',
  aliases: ['fail-state'],
  targets: 'Fail states with Error and Cause as texts',
  appliesTo: allOf(isState('Fail'), hasText('Error'), hasText('Cause')),
  effect: { kind: 'error', error: '{fail_error}', cause: '{fail_cause}' },
  advice: 'Whoever started the execution, or a Parallel or Map around it, has to handle it: a Fail state has no Catch.',
  evidence: 'reported',
  source: ['LocalStack snapshots recorded against AWS: base/test_base::test_state_fail'],
}

/** The branches do not begin: what they would have done is not there. */
const branchFailed: FaultDefinition = {
  ...ofState,
  id: 'states-parallel-branch-failed',
  title: "A branch of a Parallel fails, and the Parallel with that branch's error",
  aliases: ['branch-failed'],
  targets: 'Parallel states',
  appliesTo: isState('Parallel'),
  effect: { kind: 'error', error: '{error}', cause: '{message}' },
  parameters: {
    error: { kind: 'text', default: 'Branch.Failed', help: "the branch's error" },
    message: { kind: 'text', default: 'the branch could not be finished', help: 'its cause' },
  },
  matchedBy: ['{error}', 'States.TaskFailed', 'States.ALL'],
  notMatchedBy: ['States.BranchFailed'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
  advice: 'A Retry on the Parallel runs every branch again, those that went well too: retry inside the branch.',
  evidence: 'recorded',
  recording: {
    file: 'cases/scenarios/base_scenarios.parallel_state_retry-7a9ca633.json',
    id: 'v2/scenarios/test_base_scenarios.py::TestBaseScenarios::test_parallel_state_retry',
    pointer: '/expect/events/9/executionFailedEventDetails',
  },
  source: ['the recording'],
}

/** What Step Functions itself makes a state or an execution fail with. */
export const statesRuntime: readonly FaultDefinition[] = [
  taskTimeout,
  heartbeatTimeout,
  executionTimeout,
  expressLimit,
  standardLimit,
  branchFailed,
  failState,
  ...statesData,
]
