import type { JsonObject } from '../../asl/json.js'
import { type JobFault, jobFault } from '../job-fault.js'
import type { FaultDefinition } from '../fault-definition.js'

const family = 'ecs'
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
  described: stopped('EssentialContainerExited', ESSENTIAL, { ExitCode: 137, Reason: OUT_OF_MEMORY }),
  transient: false,
  advice: 'Retrying repeats it: take another path with a larger task size (Overrides.Memory), chosen by ExitCode 137.',
  evidence: 'reported',
  source: ['exit code and reason of the container: an answer of DescribeTasks from production', STOPPED],
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

/** What keeps a task from starting, or stops it from outside. ECS's documents have the codes; the words of the reasons are ours. */
function stoppedFromOutside(
  row: Pick<JobFault, 'id' | 'title' | 'aliases' | 'transient' | 'advice' | 'errorKind'>,
  [code, reason]: readonly [code: string, reason: string],
): FaultDefinition {
  return jobFault({
    ...runAndWait,
    ...row,
    described: stopped(code, reason, {}),
    sideEffect: code === 'TaskFailedToStart' ? 'none' : 'may-have-happened',
    evidence: 'inferred',
    source: [STOPPED],
  })
}

const notStarted: readonly FaultDefinition[] = [
  stoppedFromOutside(
    {
      id: 'ecs-network-interface-timeout',
      title: 'The network interface of the task is not there in time',
      aliases: ['ecs-eni'],
      errorKind: 'timeout',
      transient: true,
      advice: 'Retry over minutes: many tasks at once wait for interfaces. Lower MaxConcurrency upstream.',
    },
    ['TaskFailedToStart', 'Timeout waiting for network interface provisioning to complete.'],
  ),
  stoppedFromOutside(
    {
      id: 'ecs-resource-initialization',
      title: 'Secrets, registry or log group of the task are out of reach, and it never starts',
      aliases: ['ecs-secrets', 'resource-initialization'],
      errorKind: 'denied',
      transient: 'depends',
      advice:
        "One retry gets over a network that was down; the execution role's rights and a subnet without a way out stay.",
    },
    ['TaskFailedToStart', 'ResourceInitializationError: unable to pull secrets or registry auth'],
  ),
  stoppedFromOutside(
    {
      id: 'ecs-container-not-started',
      title: "The container's command cannot be run",
      aliases: ['cannot-start'],
      errorKind: 'refused',
      transient: false,
      advice: 'No retry: the command is not in the image, or may not be run there.',
    },
    [
      'TaskFailedToStart',
      'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task',
    ],
  ),
]

const stoppedByUser = stoppedFromOutside(
  {
    id: 'ecs-stopped-by-user',
    title: 'Somebody stops the task, or a deployment does',
    aliases: ['ecs-stopped'],
    errorKind: 'killed',
    transient: 'depends',
    advice: 'Choose by StopCode in the Cause: what was stopped on purpose should not begin again by itself.',
  },
  ['UserInitiated', 'Task stopped by user'],
)

/** ECS tasks that run and end badly, or never start. */
export const ecsStops: readonly FaultDefinition[] = [
  taskFailed,
  outOfMemory,
  imagePullFailed,
  ...notStarted,
  stoppedByUser,
  spotInterruption,
]
