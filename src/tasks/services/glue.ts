import { member, type JsonObject } from '../../asl/json.js'
import { JSON_1_1, type AnswerTable, answersOf, answersWithMetadata, dateOf } from '../answer-table.js'
import { derivedHex } from '../derived-id.js'
import { textParameter, type ServiceCall } from '../service-call.js'

/** Jobs, crawlers and workflows end well at once; the catalogue has what is asked for. https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api.html */
const table: AnswerTable = {
  startJobRun: ({ call }) => ({ JobRunId: runId(call, 'job run', 'jr') }),
  getJobRun: (service) => ({ JobRun: jobRun(service) }),
  getJobRuns: (service) => ({ JobRuns: [jobRun(service)] }),
  startCrawler: () => ({}),
  getCrawler: (service) => ({
    Crawler: {
      LastCrawl: { StartTime: dateOf(service), Status: 'SUCCEEDED' },
      Name: textParameter(service.parameters, 'Name') ?? 'crawler',
      State: 'READY',
    },
  }),
  startWorkflowRun: ({ call }) => ({ RunId: runId(call, 'workflow run', 'wr') }),
  getWorkflowRun: (service) => ({
    Run: {
      CompletedOn: dateOf(service),
      Name: textParameter(service.parameters, 'Name') ?? 'workflow',
      StartedOn: dateOf(service),
      Status: 'COMPLETED',
      WorkflowRunId: textParameter(service.parameters, 'RunId') ?? runId(service.call, 'workflow run', 'wr'),
    },
  }),
  getDatabase: ({ parameters }) => ({ Database: { Name: textParameter(parameters, 'Name') ?? 'database' } }),
  getTable: ({ parameters }) => ({
    Table: {
      DatabaseName: textParameter(parameters, 'DatabaseName') ?? 'database',
      Name: textParameter(parameters, 'Name') ?? 'table',
      PartitionKeys: [],
      StorageDescriptor: { Columns: [], Location: '' },
    },
  }),
  getPartition: ({ parameters }) => ({
    Partition: { StorageDescriptor: { Columns: [] }, Values: member(parameters, 'PartitionValues') ?? [] },
  }),
  getDatabases: () => ({ DatabaseList: [] }),
  getTables: () => ({ TableList: [] }),
  getPartitions: () => ({ Partitions: [] }),
}

export const inferGlue = answersWithMetadata(table, JSON_1_1)

/** `startJobRun.sync` gives the run itself; members as in causes of failed runs in public executions. */
export const finishGlue = answersOf({ startJobRun: jobRun })

function jobRun(service: ServiceCall): JsonObject {
  const { call, parameters } = service
  const date = dateOf(service)
  return {
    AllocatedCapacity: 10,
    Arguments: member(parameters, 'Arguments') ?? {},
    Attempt: 0,
    CompletedOn: date,
    ExecutionTime: 0,
    GlueVersion: '4.0',
    Id: textParameter(parameters, 'RunId') ?? runId(call, 'job run', 'jr'),
    JobName: textParameter(parameters, 'JobName') ?? 'job',
    JobRunState: 'SUCCEEDED',
    LastModifiedOn: date,
    LogGroupName: '/aws-glue/jobs',
    MaxCapacity: 10,
    PredecessorRuns: [],
    StartedOn: date,
    Timeout: 2880,
  }
}

function runId(call: ServiceCall['call'], purpose: string, prefix: string): string {
  return `${prefix}_${derivedHex(call, purpose, 64)}`
}
