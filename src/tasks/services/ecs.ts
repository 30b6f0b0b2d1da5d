import { isObject, member, type Json, type JsonObject } from '../../asl/json.js'
import { JSON_1_1, type AnswerTable, answersOf, answersWithMetadata, dateOf } from '../answer-table.js'
import { arnOf, nameOf } from '../call-place.js'
import { derivedHex, derivedUuid } from '../derived-id.js'
import { jsonText } from '../task-json.js'
import { asObject, listParameter, textParameter, type ServiceCall } from '../service-call.js'
import type { JudgeService } from '../service-failure.js'
import { judgeEcsTask } from './job-end.js'

/** Tasks are placed, and stop well; services are steady. https://docs.aws.amazon.com/AmazonECS/latest/APIReference */
const table: AnswerTable = {
  runTask: (service) => ({ Failures: [], Tasks: [task(service, 'PROVISIONING')] }),
  startTask: (service) => ({ Failures: [], Tasks: [task(service, 'PENDING')] }),
  stopTask: (service) => ({ Task: task(service, 'STOPPED', member(service.parameters, 'Task')) }),
  describeTasks: (service) => ({
    Failures: [],
    Tasks: listParameter(service.parameters, 'Tasks').map((arn) => task(service, 'STOPPED', arn)),
  }),
  listTasks: () => ({ TaskArns: [] }),
  updateService: (service) => ({ Service: ecsService(service, member(service.parameters, 'Service')) }),
  describeServices: (service) => ({
    Failures: [],
    Services: listParameter(service.parameters, 'Services').map((name) => ecsService(service, name)),
  }),
}

export const inferEcs = answersWithMetadata(table, JSON_1_1)

/** `runTask.sync` gives the one task, as DescribeTasks knows it (the form is recorded for tasks that failed). */
export const finishEcs = answersOf({ runTask: (service) => task(service, 'STOPPED') })

function task(service: ServiceCall, status: string, wanted?: Json): JsonObject {
  const { call, parameters } = service
  const cluster = nameOf(textParameter(parameters, 'Cluster') ?? 'default')
  const id = typeof wanted === 'string' ? nameOf(wanted) : derivedHex(call, 'task', 32)
  const stopped = status === 'STOPPED'
  const definition = textParameter(parameters, 'TaskDefinition') ?? 'task:1'
  const TaskArn = arnOf(call, 'ecs', `task/${cluster}/`, id)
  return {
    Attachments: [],
    Attributes: [],
    AvailabilityZone: `${TaskArn.split(':')[3] ?? ''}a`,
    ClusterArn: arnOf(call, 'ecs', 'cluster/', cluster),
    Containers: containerNames(parameters).map((Name, i) => ({
      ContainerArn: arnOf(call, 'ecs', `container/${cluster}/${id}/`, derivedUuid(call, `container ${i}`)),
      ...(stopped && { ExitCode: 0 }),
      LastStatus: stopped ? status : 'PENDING',
      Name,
      NetworkInterfaces: [],
      TaskArn,
    })),
    CreatedAt: dateOf(service),
    DesiredStatus: stopped ? status : 'RUNNING',
    Group: `family:${nameOf(definition.replace(/:\d+$/, ''))}`,
    LastStatus: status,
    LaunchType: textParameter(parameters, 'LaunchType') ?? 'FARGATE',
    Overrides: member(parameters, 'Overrides') ?? {},
    ...(stopped && stop(service)),
    TaskArn,
    TaskDefinitionArn: arnOf(call, 'ecs', 'task-definition/', definition),
    Version: stopped ? 5 : 1,
  }
}

function stop(service: ServiceCall): JsonObject {
  const date = dateOf(service)
  const reason = { StopCode: 'EssentialContainerExited', StoppedReason: 'Essential container in task exited' }
  return { StartedAt: date, ...reason, StoppedAt: date, StoppingAt: date }
}

/** Of the containers only those are known whose command or environment the call overrides. */
function containerNames(parameters: JsonObject): readonly string[] {
  const overrides = asObject(member(parameters, 'Overrides') ?? {})
  const names = listParameter(overrides, 'ContainerOverrides').map((container) =>
    textParameter(asObject(container), 'Name'),
  )
  const known = names.filter((name) => name !== undefined)
  return known.length > 0 ? known : ['container']
}

function ecsService({ call, parameters }: ServiceCall, name: Json | undefined): JsonObject {
  const cluster = nameOf(textParameter(parameters, 'Cluster') ?? 'default')
  const ServiceName = nameOf(typeof name === 'string' ? name : 'service')
  const wanted = member(parameters, 'DesiredCount')
  const count = typeof wanted === 'number' ? wanted : 1
  return {
    ClusterArn: arnOf(call, 'ecs', 'cluster/', cluster),
    Deployments: [{ DesiredCount: count, RolloutState: 'COMPLETED', RunningCount: count, Status: 'PRIMARY' }],
    DesiredCount: count,
    PendingCount: 0,
    RunningCount: count,
    ServiceArn: arnOf(call, 'ecs', `service/${cluster}/`, ServiceName),
    ServiceName,
    Status: 'ACTIVE',
  }
}

/**
 * RunTask answers well where a task could not be placed, and lists it in `Failures`: with `.sync` the Task fails with
 * `AmazonECS.Unknown`. The cause is not recorded; here it is the answer. What became of a task
 * that was placed, `judgeEcsTask` says.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
 */
export const judgeEcs: JudgeService = (value, call) => {
  if (!isObject(value) || listParameter(value, 'Failures').length === 0) return judgeEcsTask(value, call)
  const carriedOut = listParameter(value, 'Tasks').length > 0
  return { failure: { error: 'AmazonECS.Unknown', cause: jsonText(value) }, carriedOut }
}
