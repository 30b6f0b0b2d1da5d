import type { FaultDefinition } from '../fault-definition.js'
import { serviceFault } from '../service-fault.js'
import { allOf, callsOptimized, waitsAs } from '../applies-to-resources.js'

const family = 'nested-sfn'
const QUOTAS = 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html'

/** DescribeExecution's members in alphabetical order, as text. */
function description(reason: string): string {
  return `{${reason},"ExecutionArn":"{child_execution_arn}","Input":"{child_input}","InputDetails":{"Included":true},"Name":"{child_name}","RedriveCount":0,"RedriveStatus":"REDRIVABLE","StartDate":{now_ms},"StateMachineArn":"{state_machine_arn}","Status":"FAILED","StopDate":{now_ms}}`
}

const ofChild = {
  family,
  targets: 'tasks that wait for an execution that they start (states:startExecution.sync, .sync:2)',
  appliesTo: allOf(callsOptimized('states', 'startExecution'), waitsAs('sync', 'sync:2')),
  matchedBy: ['States.TaskFailed', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
} as const satisfies Partial<FaultDefinition>

/** Name and cause are recorded, but for the Redrive members, which AWS has added since. */
const childFailed: FaultDefinition = {
  ...ofChild,
  id: 'nested-child-failed',
  afterSubmission: true,
  title: 'The execution that the Task started fails',
  aliases: ['child-failed'],
  effect: {
    kind: 'error',
    error: 'States.TaskFailed',
    cause: description('"Cause":"{cause}","Error":"{error}"'),
  },
  parameters: {
    error: { kind: 'text', default: 'Child.Failed', help: "the child's error" },
    cause: { kind: 'text', default: 'the child could not finish its work', help: "the child's cause" },
  },
  notMatchedBy: ['{error}'],
  advice:
    "The child's error is never the name: read Error out of the Cause with States.StringToJson, and choose by it.",
  evidence: 'inferred',
  source: [
    'LocalStack snapshots recorded against AWS: callback/test_callback::test_start_execution_sync_delegate_failure, 2023-07',
  ],
}

/** A timeout of a Task inside it; recorded without a Cause. */
const childTimeout: FaultDefinition = {
  ...ofChild,
  id: 'nested-child-timeout',
  afterSubmission: true,
  title: 'The execution that the Task started fails because something in it timed out',
  aliases: ['child-timeout'],
  effect: { kind: 'error', error: 'States.TaskFailed', cause: description('"Error":"States.Timeout"') },
  notMatchedBy: ['States.Timeout'],
  advice: 'A retrier for States.Timeout does not see it: list States.TaskFailed, and read the Error out of the Cause.',
  evidence: 'reported',
  source: [
    'LocalStack snapshots recorded against AWS: callback/test_callback::test_start_execution_sync_delegate_timeout',
  ],
}

const starting = {
  family,
  service: { optimized: 'states', sdk: 'sfn' },
  actions: ['startExecution'],
  targets: 'tasks that start an execution',
  status: 400,
} as const

const machineMissing = serviceFault({
  ...starting,
  id: 'nested-state-machine-missing',
  title: 'There is no state machine of that ARN',
  aliases: ['no-state-machine'],
  code: 'StateMachineDoesNotExistException',
  wireCode: 'StateMachineDoesNotExist',
  message: "State Machine Does Not Exist: '{state_machine_arn}'",
  transient: false,
  advice: 'No retry finds it: let the template that deploys the machine pass its ARN, and catch the error by its name.',
  evidence: 'reported',
  source: [
    'LocalStack snapshots recorded against AWS: error_handling/test_task_service_sfn::test_start_execution_no_such_arn',
  ],
})

const alreadyExists = serviceFault({
  ...starting,
  id: 'nested-execution-already-exists',
  title: 'An execution of that name exists already, with another input',
  aliases: ['already-exists', 'execution-exists'],
  code: 'ExecutionAlreadyExistsException',
  wireCode: 'ExecutionAlreadyExists',
  message: "Execution Already Exists: '{child_execution_arn}'",
  transient: false,
  advice: 'If the name is made from what is worked on, catch it as a success: somebody has begun that work before.',
  evidence: 'inferred',
  source: ['message: LocalStack snapshots recorded against AWS: test_sfn_api::test_start_execution_idempotent'],
})

const executionLimit = serviceFault({
  ...starting,
  id: 'nested-execution-limit',
  title: 'A million executions are open, and no more may be',
  aliases: ['execution-limit'],
  code: 'ExecutionLimitExceededException',
  wireCode: 'ExecutionLimitExceeded',
  message: '{message}',
  transient: true,
  advice: 'Back off for minutes, and look for executions that wait for ever: they are what fills the quota.',
  evidence: 'inferred',
  source: [QUOTAS, '@aws-sdk/client-sfn: errors of StartExecution'],
})

const startThrottled = serviceFault({
  ...starting,
  id: 'nested-start-throttled',
  title: 'Executions are started faster than the account may',
  aliases: ['start-throttled'],
  code: 'ThrottlingException',
  generic: true,
  message: 'Rate exceeded',
  notMatchedBy: ['StepFunctions.ThrottlingException'],
  transient: true,
  advice:
    'Back off with FULL jitter, a MaxDelaySeconds and 6 to 10 attempts, and start fewer at once (MaxConcurrency).',
  evidence: 'inferred',
  source: [QUOTAS, 'the name as public machines retry it'],
})

/** Executions that a Task starts. */
export const nestedSfn: readonly FaultDefinition[] = [
  childFailed,
  childTimeout,
  startThrottled,
  machineMissing,
  alreadyExists,
  executionLimit,
]
