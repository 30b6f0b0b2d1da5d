import type { FaultDefinition } from '../fault-definition.js'
import { jobFault } from '../job-fault.js'
import { serviceFault } from '../service-fault.js'
import { anyOf, callsOptimized, callsThroughSdk } from '../applies-to-resources.js'

const family = 'athena'

const queryFailed = jobFault({
  id: 'athena-query-failed',
  title: 'The query fails, by default because S3 throttles it',
  family,
  aliases: ['query-failed'],
  service: 'athena',
  actions: ['startQueryExecution'],
  targets: 'tasks that wait for an Athena query (athena:startQueryExecution.sync)',
  described: {
    QueryExecution: {
      Query: '{query}',
      QueryExecutionId: '{request_id}',
      Status: {
        AthenaError: { ErrorCategory: 1, ErrorMessage: '{reason}', ErrorType: 1200, Retryable: true },
        State: 'FAILED',
        StateChangeReason: '{reason}',
      },
      WorkGroup: 'primary',
    },
  },
  parameters: {
    reason: {
      kind: 'text',
      default:
        'HIVE_CURSOR_ERROR: Please reduce your request rate (Service: Amazon S3; Status Code: 503; Error Code: SlowDown)',
      help: 'e.g. "Query exhausted resources at this scale factor" or TABLE_NOT_FOUND',
    },
  },
  transient: 'depends',
  advice:
    'Read AthenaError.Retryable out of the Cause with States.StringToJson, and go back to the query only if it is true.',
  evidence: 'inferred',
  source: ['https://docs.aws.amazon.com/athena/latest/APIReference/API_AthenaError.html'],
})

const throttled = serviceFault({
  id: 'athena-throttled',
  title: 'More queries run at once than the account may',
  family,
  aliases: ['athena-throttle'],
  service: { optimized: 'athena', sdk: 'athena' },
  actions: ['startQueryExecution'],
  targets: 'tasks that start an Athena query',
  code: 'TooManyRequestsException',
  status: 400,
  message:
    'You have exceeded the limit for the number of queries you can run concurrently. Please reduce the number of concurrent queries submitted by this account. Contact customer support to request a concurrent query limit increase.',
  transient: true,
  advice: 'Back off by minutes with FULL jitter, until queries end; lower MaxConcurrency upstream.',
  evidence: 'reported',
  source: ["the words: Athena's user guide", '@aws-sdk/client-athena: errors of StartQueryExecution'],
})

const apiThrottled = serviceFault({
  id: 'athena-api-throttled',
  title: "Athena's API is called too often",
  family,
  aliases: ['athena-rate'],
  service: { optimized: 'athena', sdk: 'athena' },
  targets: 'tasks that call Athena',
  code: 'ThrottlingException',
  generic: true,
  status: 400,
  message: 'Rate exceeded',
  notMatchedBy: ['Athena.ThrottlingException', 'Athena.TooManyRequestsException'],
  transient: true,
  advice: 'Back off with FULL jitter, a MaxDelaySeconds and 6 to 10 attempts; list both names of the two throttles.',
  evidence: 'reported',
  source: ['the whole cause: documents of a client of Athena', 'names that public machines retry'],
})

const resultTooLarge: FaultDefinition = {
  id: 'athena-result-too-large',
  title: 'The rows of a query are more than 256 KiB',
  family,
  aliases: ['athena-result'],
  targets: 'tasks that get the rows of an Athena query (getQueryResults)',
  appliesTo: anyOf(callsOptimized('athena', 'getQueryResults'), callsThroughSdk('athena', 'getQueryResults')),
  effect: {
    kind: 'error',
    error: 'States.DataLimitExceeded',
    cause:
      "The state/task '{result_source}' returned a result with a size exceeding the maximum number of bytes service limit.",
  },
  matchedBy: ['States.DataLimitExceeded', 'States.TaskFailed', 'States.ALL'],
  transient: false,
  sideEffect: 'happened',
  advice: 'Ask page by page (MaxResults, NextToken), or read the result file from S3 with a distributed Map.',
  evidence: 'inferred',
  source: ['recorded for Lambda; reported for AWS SDK integrations'],
}

/** Athena. */
export const athena: readonly FaultDefinition[] = [queryFailed, throttled, apiThrottled, resultTooLarge]
