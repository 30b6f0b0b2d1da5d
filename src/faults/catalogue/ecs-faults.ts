import { changedMembers } from '../changed-answer.js'
import type { FaultDefinition } from '../fault-definition.js'
import { NO_MESSAGE } from '../service-cause.js'
import { serviceFault } from '../service-fault.js'
import { allOf, anyOf, callsOptimized, callsThroughSdk, waitsAs } from '../applies-to-resources.js'
import { answersAtOnce } from '../applies-to-states.js'
import { ecsStops } from './ecs-stops.js'

const family = 'ecs'
const CONNECT = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html'

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
  evidence: 'reported',
  source: [...runTask.source, 'the words: a public report'],
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

/** EC2's throttle reaches the caller of RunTask as a wrong parameter. */
const networkInterfaceThrottled = serviceFault({
  ...runTask,
  id: 'ecs-network-interface-throttled',
  title: "EC2 throttles ECS while it looks up the task's security groups",
  aliases: ['ecs-ec2-throttled'],
  code: 'InvalidParameterException',
  message: 'Error retrieving security group information for [sg-0123456789abcdef0]: Request limit exceeded.',
  errorKind: 'throttled',
  notMatchedBy: ['ECS.AmazonECSException'],
  advice: 'Back off with FULL jitter, although the name speaks of a parameter; a parameter that is wrong stays so.',
  source: ['the name and what it is about: two public reports; the words are ours'],
})

const serverException = serviceFault({
  ...runTask,
  id: 'ecs-server-exception',
  title: 'ECS fails inside (500)',
  aliases: ['ecs-500'],
  code: 'ServerException',
  status: 500,
  message: NO_MESSAGE,
  sideEffect: 'may-have-happened',
  advice: 'Retry with backoff, as public machines do by this name; a ClientToken keeps one task from starting twice.',
  source: ['the model of ECS', 'public machines retry it'],
})

/** ECS tasks. */
export const ecs: readonly FaultDefinition[] = [
  ...ecsStops,
  throttled,
  notPlaced,
  fargateCapacity,
  networkInterfaceThrottled,
  serverException,
  notPlacedSilently,
]
