import type { ErrorTemplate, FaultDefinition } from '../fault-definition.js'
import { sdkCause } from '../service-cause.js'
import { callsThroughSdk, isActivity, waitsAs } from '../applies-to-resources.js'

const family = 'callback-activity'
const callback = {
  family,
  targets: 'tasks with .waitForTaskToken',
  appliesTo: waitsAs('waitForTaskToken'),
  afterSubmission: true,
} as const
const activity = { family, targets: 'tasks on an activity', appliesTo: isActivity }

const reported = {
  effect: { kind: 'error', error: '{error}', cause: '{cause}' },
  parameters: {
    error: { kind: 'text', default: 'Worker.Failed', help: 'the error that the worker gives, at most 256 characters' },
    cause: { kind: 'text', default: 'the worker could not finish the task', help: 'the cause that it gives' },
  },
  matchedBy: ['{error}', 'States.TaskFailed', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
} as const satisfies Partial<FaultDefinition>

const taskFailure: FaultDefinition = {
  ...callback,
  ...reported,
  id: 'callback-task-failure',
  title: 'Whoever has the token reports a failure (SendTaskFailure)',
  aliases: ['callback-failed'],
  advice: 'Agree on the names that workers report, and give Retry only those that another try can mend.',
  evidence: 'recorded',
  recording: {
    file: 'cases/callback/callback.sqs_failure_in_wait_for_task_token-1909d8fb.json',
    id: 'v2/callback/test_callback.py::TestCallback::test_sqs_failure_in_wait_for_task_token',
    pointer: '/expect/events/5/taskFailedEventDetails',
  },
  source: ['the recording'],
}

const failureWithoutName: FaultDefinition = {
  ...callback,
  id: 'callback-task-failure-no-name',
  title: 'Whoever has the token reports a failure without saying which',
  aliases: ['nameless'],
  effect: { kind: 'error' },
  matchedBy: ['States.ALL'],
  notMatchedBy: ['States.TaskFailed', 'States.Runtime'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
  advice: 'Have workers send an error with every SendTaskFailure; until they all do, end each Catch with States.ALL.',
  evidence: 'reported',
  source: [
    'LocalStack snapshots recorded against AWS: callback/test_callback::test_sqs_failure_in_wait_for_task_tok_no_error_field',
  ],
}

const lost = {
  effect: { kind: 'hang' },
  matchedBy: ['States.Timeout', 'States.ALL'],
  notMatchedBy: ['States.TaskFailed'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
  evidence: 'recorded',
} as const satisfies Partial<FaultDefinition>

const neverAnswered: FaultDefinition = {
  ...callback,
  ...lost,
  id: 'callback-never-answered',
  title: 'The token is lost: the worker died, or its message did',
  aliases: ['never', 'never-answers', 'lost-token'],
  advice: 'Give every callback TimeoutSeconds and HeartbeatSeconds: without them the execution may hang for a year.',
  recording: {
    file: 'cases/callback/callback.sqs_wait_for_task_token_no_token_parameter-2e776418.json',
    id: 'v2/callback/test_callback.py::TestCallback::test_sqs_wait_for_task_token_no_token_parameter',
    pointer: '/expect/events/5/taskTimedOutEventDetails',
  },
  source: ['the recording'],
}

function refusedAnswer(code: string, message: string): { readonly kind: 'service-error'; readonly sdk: ErrorTemplate } {
  const cause = sdkCause({ message, service: 'Sfn', status: 400 })
  return { kind: 'service-error', sdk: { error: `Sfn.${code}Exception`, cause } }
}

const sending = {
  family,
  targets: 'tasks that send word of a token: aws-sdk:sfn:sendTaskSuccess, sendTaskFailure, sendTaskHeartbeat',
  appliesTo: callsThroughSdk('sfn', 'sendTaskSuccess', 'sendTaskFailure', 'sendTaskHeartbeat'),
  transient: false,
  sideEffect: 'none',
} as const satisfies Partial<FaultDefinition>

const CLOSED = "Task Timed Out: 'Provided task does not exist anymore'"
const SEND_TASK = 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html'

const lateAnswer: FaultDefinition = {
  ...sending,
  id: 'callback-late-answer',
  title: 'The answer comes when the waiting Task has timed out',
  aliases: ['late', 'late-answer'],
  effect: refusedAnswer('TaskTimedOut', CLOSED),
  matchedBy: ['Sfn.TaskTimedOutException', 'States.TaskFailed', 'States.ALL'],
  advice: 'Nobody takes the result any more: catch it and undo the work, or leave it where the next try finds it.',
  evidence: 'inferred',
  source: [SEND_TASK, 'the form is recorded for InvalidToken'],
}

const answeredTwice: FaultDefinition = {
  ...sending,
  id: 'answered-twice',
  title: 'The token has been answered before, e.g. because a queue delivered its message twice',
  aliases: ['dup', 'double-answer'],
  effect: refusedAnswer('TaskTimedOut', CLOSED),
  matchedBy: ['Sfn.TaskTimedOutException', 'States.TaskFailed', 'States.ALL'],
  advice: 'The first answer counts: catch it and go on. Make sure that the work behind a second delivery does no harm.',
  evidence: 'inferred',
  source: [SEND_TASK, 'the form is recorded for InvalidToken'],
}

const invalidToken: FaultDefinition = {
  ...sending,
  id: 'callback-invalid-token',
  title: 'The token is no token: cut short, or encoded once too often',
  aliases: ['invalid-token'],
  effect: refusedAnswer('InvalidToken', "Invalid Token: 'Invalid token'"),
  matchedBy: ['Sfn.InvalidTokenException', 'States.TaskFailed', 'States.ALL'],
  advice:
    'Hand the token on as it is, in a field that is long enough (1,024 characters); a retry sends it as wrong again.',
  evidence: 'reported',
  source: [
    'LocalStack snapshots recorded against AWS: services/test_aws_sdk_task_service::test_sfn_send_task_outcome_with_no_such_token, 2025-11',
  ],
}

const activityDeleted: FaultDefinition = {
  ...activity,
  id: 'activity-deleted',
  title: 'The activity does not exist any more',
  aliases: ['no-activity'],
  at: 'state',
  effect: { kind: 'error', error: 'States.Runtime', cause: 'The activity {resource_arn} does not exist.' },
  matchedBy: [],
  transient: false,
  sideEffect: 'none',
  advice: 'Nothing catches it: change the machines first, and delete the activity when none refers to it.',
  evidence: 'recorded',
  recording: {
    file: 'cases/activities/activities.activity_task_on_deleted-731617c1.json',
    id: 'v2/activities/test_activities.py::TestActivities::test_activity_task_on_deleted',
    pointer: '/expect/events/2/executionFailedEventDetails',
  },
  source: ['the recording'],
}

const activityTimeout: FaultDefinition = {
  ...activity,
  ...lost,
  id: 'activity-worker-timeout',
  title: 'No worker takes the activity, or none finishes it in time',
  aliases: ['no-worker'],
  advice: 'Set TimeoutSeconds, and HeartbeatSeconds too, so that a dead worker is noticed before the whole time is up.',
  recording: {
    file: 'cases/activities/activities.activity_task_start_timeout-8f9ecd20.json',
    id: 'v2/activities/test_activities.py::TestActivities::test_activity_task_start_timeout',
    pointer: '/expect/events/4/activityTimedOutEventDetails',
  },
  source: ['the recording'],
}

const activityFailure: FaultDefinition = {
  ...activity,
  ...reported,
  id: 'activity-task-failure',
  title: 'The worker of an activity reports a failure',
  aliases: ['worker-failed'],
  advice: 'Let workers name their errors, so that Retry can tell what passes from what stays.',
  evidence: 'recorded',
  recording: {
    file: 'cases/activities/activities.activity_task_failure-958ba78b.json',
    id: 'v2/activities/test_activities.py::TestActivities::test_activity_task_failure',
    pointer: '/expect/events/4/activityFailedEventDetails',
  },
  source: ['the recording'],
}

/** Tasks that somebody outside answers, and the answers themselves. */
export const callbackActivity: readonly FaultDefinition[] = [
  taskFailure,
  failureWithoutName,
  neverAnswered,
  lateAnswer,
  answeredTwice,
  invalidToken,
  activityFailure,
  activityTimeout,
  activityDeleted,
]
