import { isObject, type Json, type JsonObject } from '../../asl/json.js'
import { type AnswerTable, answersOf, answersWithMetadata, requestMembers } from '../answer-table.js'
import { arnOf } from '../call-place.js'
import { derivedHex, derivedUuid } from '../derived-id.js'
import { listParameter, textParameter, type ServiceCall } from '../service-call.js'

/** Jobs end well at once. https://docs.aws.amazon.com/batch/latest/APIReference */
const table: AnswerTable = {
  submitJob: (service) => jobIds(service, derivedUuid(service.call, 'job')),
  describeJobs: (service) => ({
    Jobs: listParameter(service.parameters, 'Jobs').map((id) => jobDetail(service, typeof id === 'string' ? id : '')),
  }),
  listJobs: () => ({ JobSummaryList: [] }),
  cancelJob: () => ({}),
  terminateJob: () => ({}),
}

export const inferBatch = answersWithMetadata(table, 'application/json')

/** `submitJob.sync` gives the job as DescribeJobs knows it; members as in causes of failed jobs in public executions. */
export const finishBatch = answersOf({
  submitJob: (service) => jobDetail(service, derivedUuid(service.call, 'job')),
})

function jobIds({ call, parameters }: ServiceCall, id: string): JsonObject {
  return {
    JobArn: arnOf(call, 'batch', 'job/', id),
    JobId: id,
    JobName: textParameter(parameters, 'JobName') ?? 'job',
  }
}

function jobDetail(service: ServiceCall, id: string): JsonObject {
  const { call, parameters } = service
  // Batch itself gives times as ms since the epoch, in its API as well.
  const times = { StartedAt: call.atMs, StoppedAt: call.atMs }
  const ended = {
    ExitCode: 0,
    LogStreamName: `job/default/${derivedHex(call, 'batch task', 32)}`,
    NetworkInterfaces: [],
    TaskArn: arnOf(call, 'ecs', 'task/', derivedHex(call, 'batch task', 32)),
  }
  return {
    Attempts: [{ Container: ended, ...times, StatusReason: 'Essential container in task exited' }],
    Container: { Command: [], Environment: [], ...container(parameters), ...ended },
    CreatedAt: call.atMs,
    DependsOn: [],
    IsCancelled: false,
    IsTerminated: false,
    ...jobIds(service, id),
    JobDefinition: arnOf(call, 'batch', 'job-definition/', textParameter(parameters, 'JobDefinition') ?? 'job:1'),
    JobQueue: arnOf(call, 'batch', 'job-queue/', textParameter(parameters, 'JobQueue') ?? 'queue'),
    Parameters: {},
    ...requestMembers(parameters, ['Parameters', 'ArrayProperties', 'RetryStrategy', 'Timeout']),
    Status: 'SUCCEEDED',
    StatusReason: 'Essential container in task exited',
    Tags: {},
    ...times,
  }
}

function container(parameters: JsonObject): JsonObject {
  const overrides: Json | undefined = requestMembers(parameters, ['ContainerOverrides'])['ContainerOverrides']
  return isObject(overrides) ? requestMembers(overrides, ['Command', 'Environment']) : {}
}
