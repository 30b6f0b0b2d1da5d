import type { JsonObject } from '../../asl/json.js'
import { changedMembers } from '../changed-answer.js'
import type { FaultDefinition } from '../fault-definition.js'
import { jobFault } from '../job-fault.js'
import { serviceFault } from '../service-fault.js'
import { allOf, anyOf, callsOptimized, callsThroughSdk, waitsAs } from '../applies-to-resources.js'
import { answersAtOnce } from '../applies-to-states.js'

const family = 'ecs'
const CONNECT = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html'
const STOPPED = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html'
const CLUSTER = 'arn:aws:ecs:{region}:{account}'

const runAndWait = {
  family,
  service: 'ecs',
  actions: ['runTask'],
  targets: 'tasks that wait for an ECS task to stop (ecs:runTask.sync)',
} as const

/** The members of a stopped task that tell why. */
function stopped(code: string, reason: string, container: JsonObject): JsonObject {
  return {
    ClusterArn: `${CLUSTER}:cluster/default`,
    Containers: [{ LastStatus: 'STOPPED', Name: 'container', ...container }],
    DesiredStatus: 'STOPPED',
    LastStatus: 'STOPPED',
    LaunchType: 'FARGATE',
    StopCode: code,
    StoppedReason: reason,
    TaskArn: `${CLUSTER}:task/default/{job_id}`,
  }
}

const ESSENTIAL = 'Essential container in task exited'

const taskFailed = jobFault({
  ...runAndWait,
  id: 'ecs-task-failed',
  title: 'The container ends with exit code 1',
  aliases: ['container-failed', 'exit-1'],
  described: stopped('EssentialContainerExited', ESSENTIAL, { ExitCode: 1 }),
  transient: 'depends',
  advice:
    'The name is the same for every reason: read StopCode and ExitCode out of the Cause with States.StringToJson.',
  evidence: 'inferred',
  source: ['the shape: LocalStack snapshots recorded against AWS: services/test_ecs_task_service', STOPPED],
})

const imagePullFailed = jobFault({
  ...runAndWait,
  id: 'ecs-image-pull-failed',
  title: 'The image cannot be pulled, and the task never starts',
  aliases: ['image-pull', 'cannot-pull'],
  described: stopped(
    'TaskFailedToStart',
    'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/image:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    { LastStatus: 'STOPPED' },
  ),
  sideEffect: 'none',
  transient: 'depends',
  advice: 'One retry gets over a registry that was down for a moment; a wrong tag or missing rights it does not.',
  evidence: 'reported',
  source: [
    'LocalStack snapshots recorded against AWS: services/test_ecs_task_service::test_run_task_sync_raise_failure',
  ],
})

const OUT_OF_MEMORY = 'OutOfMemoryError: Container killed due to memory usage'

const outOfMemory = jobFault({
  ...runAndWait,
  id: 'ecs-oom',
  errorKind: 'killed',
  title: 'The container is killed because it exceeds its memory (exit code 137)',
  aliases: ['oom-ecs', 'exit-137', '137'],
  described: stopped('EssentialContainerExited', OUT_OF_MEMORY, { ExitCode: 137, Reason: OUT_OF_MEMORY }),
  transient: false,
  advice: 'Retrying repeats it: take another path with a larger task size (Overrides.Memory), chosen by ExitCode 137.',
  evidence: 'inferred',
  source: [STOPPED],
})

const spotInterruption = jobFault({
  ...runAndWait,
  id: 'ecs-spot-interruption',
  errorKind: 'killed',
  title: 'Fargate Spot takes the task back',
  aliases: ['spot', 'ecs-spot'],
  described: stopped('SpotInterruption', 'Your Spot Task was interrupted.', { ExitCode: 143 }),
  transient: true,
  advice:
    'Retry, and have the work write down how far it is; on the last attempt ask for FARGATE in place of FARGATE_SPOT.',
  evidence: 'documented',
  source: [STOPPED],
})

/** A task that could not be placed. */
const FAILURES = '[{"Arn":"arn:aws:ecs:{region}:{account}:container-instance/{job_id}","Reason":"RESOURCE:MEMORY"}]'

/** The cause is not recorded; here it is the answer, as in the engine. */
const notPlaced: FaultDefinition = {
  id: 'ecs-run-task-failures',
  title: 'No task is placed for lack of capacity: RunTask answers well, with Failures',
  family,
  aliases: ['ecs-no-capacity', 'run-task-failures'],
  targets: 'tasks on ecs:runTask with .sync or .waitForTaskToken',
  appliesTo: allOf(callsOptimized('ecs', 'runTask'), waitsAs('sync', 'sync:2', 'waitForTaskToken')),
  effect: { kind: 'error', error: 'AmazonECS.Unknown', cause: `{"Failures":${FAILURES},"Tasks":[]}` },
  matchedBy: ['AmazonECS.Unknown', 'States.TaskFailed', 'States.ALL'],
  notMatchedBy: ['ECS.Unknown'],
  transient: true,
  sideEffect: 'none',
  advice: 'Wait minutes between tries, until there is room. This name begins with AmazonECS, all others with ECS.',
  evidence: 'documented',
  source: [CONNECT],
}

const notPlacedSilently: FaultDefinition = {
  id: 'ecs-run-task-failures-silent',
  title: 'No task is placed for lack of capacity, and the Task succeeds',
  family,
  aliases: ['ecs-silent'],
  targets: 'tasks on ecs:runTask or aws-sdk:ecs:runTask that do not wait',
  appliesTo: allOf(anyOf(callsOptimized('ecs', 'runTask'), callsThroughSdk('ecs', 'runTask')), answersAtOnce),
  effect: {
    kind: 'answer',
    change: changedMembers((answer, { call }) => {
      const [, , , region = '', account = ''] = call.executionArn.split(':')
      const Arn = `arn:aws:ecs:${region}:${account}:container-instance/${call.requestId.replaceAll('-', '')}`
      return { ...answer, Failures: [{ Arn, Reason: 'RESOURCE:MEMORY' }], Tasks: [] }
    }),
  },
  matchedBy: [],
  transient: true,
  sideEffect: 'none',
  advice: 'Look at $.Failures in a Choice, or use .sync, which makes an error of it.',
  evidence: 'documented',
  source: [CONNECT],
}

const runTask = {
  family,
  service: { optimized: 'ecs', sdk: 'ecs' },
  actions: ['runTask'],
  targets: 'tasks that run an ECS task',
  status: 400,
  transient: true,
  evidence: 'inferred',
  source: ['ECS.AmazonECSException as public machines retry it', '@aws-sdk/client-ecs: errors of RunTask'],
} as const

/** ECS models ClientException, so the optimized integration may name it, too. */
const fargateCapacity = serviceFault({
  ...runTask,
  id: 'ecs-fargate-capacity',
  title: 'Fargate has no capacity in the Availability Zone',
  aliases: ['fargate-capacity', 'capacity'],
  code: 'ClientException',
  generic: 'optimized',
  message: 'Capacity is unavailable at this time. Please try again later or in a different availability zone',
  advice:
    'Retry over minutes, with subnets in several Availability Zones. List ECS.ClientException beside the generic name.',
})

const throttled = serviceFault({
  ...runTask,
  id: 'ecs-throttled',
  title: 'RunTask is called too often',
  aliases: ['ecs-throttle'],
  code: 'ThrottlingException',
  generic: true,
  message: 'Rate exceeded',
  notMatchedBy: ['ECS.ThrottlingException'],
  advice: 'Back off with FULL jitter, a MaxDelaySeconds and 6 to 10 attempts; lower MaxConcurrency upstream.',
})

/** ECS tasks. */
export const ecs: readonly FaultDefinition[] = [
  taskFailed,
  throttled,
  outOfMemory,
  imagePullFailed,
  spotInterruption,
  notPlaced,
  fargateCapacity,
  notPlacedSilently,
]
