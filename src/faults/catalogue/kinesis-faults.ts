import type { FaultDefinition } from '../fault-definition.js'
import type { FaultParameters } from '../fault-parameters.js'
import { answerByPlace, failedParameter } from '../partial-answer.js'
import { fillPlaceholders } from '../placeholders.js'
import { serviceFault } from '../service-fault.js'
import { callsThroughSdk } from '../applies-to-resources.js'

const family = 'kinesis'
const OVER_RATE = 'Rate exceeded for shard {shard} in stream {stream} under account {account}.'
const shard: FaultParameters = {
  shard: { kind: 'text', default: 'shardId-000000000000', help: 'the shard that is hot' },
}

const putRecordsPartial: FaultDefinition = {
  id: 'kinesis-putrecords-partial',
  title: 'putRecords answers 200, and some records are not written',
  family,
  aliases: ['putrecords-partial', 'kinesis-partial'],
  targets: 'tasks on aws-sdk:kinesis:putRecords',
  appliesTo: callsThroughSdk('kinesis', 'putRecords'),
  effect: {
    kind: 'answer',
    change: answerByPlace({
      request: 'Records',
      results: 'Records',
      count: 'FailedRecordCount',
      succeeded: (id) => ({ SequenceNumber: id, ShardId: 'shardId-000000000000' }),
      failed: (context) => ({
        ErrorCode: 'ProvisionedThroughputExceededException',
        ErrorMessage: fillPlaceholders(OVER_RATE, context, shard),
      }),
    }),
  },
  parameters: { ...failedParameter, ...shard },
  matchedBy: [],
  transient: false,
  sideEffect: 'may-have-happened',
  advice: 'No error tells of it: while $.FailedRecordCount is above 0, send the failed records again, and only those.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html'],
}

const putRecordThrottled = serviceFault({
  id: 'kinesis-putrecord-throttled',
  title: 'A shard takes no more records, or gives none, this second',
  family,
  aliases: ['stream-provisioned-throughput-exception', 'kinesis-throttled'],
  service: { sdk: 'kinesis' },
  actions: ['putRecord', 'getRecords'],
  targets: 'tasks on aws-sdk:kinesis:putRecord and getRecords',
  code: 'ProvisionedThroughputExceededException',
  status: 400,
  message: OVER_RATE,
  parameters: shard,
  transient: true,
  advice: 'Back off with FULL jitter, and spread the partition keys; lower MaxConcurrency upstream.',
  evidence: 'inferred',
  source: ['@aws-sdk/client-kinesis', 'AWS FIS: aws:kinesis:stream-provisioned-throughput-exception'],
})

const expiredIterator = serviceFault({
  id: 'kinesis-expired-iterator',
  title: 'The shard iterator is older than five minutes',
  family,
  aliases: ['stream-expired-iterator-exception', 'expired-iterator'],
  service: { sdk: 'kinesis' },
  actions: ['getRecords'],
  targets: 'tasks on aws-sdk:kinesis:getRecords',
  code: 'ExpiredIteratorException',
  status: 400,
  message:
    'Iterator expired. The iterator was created at time {kinesis_time_before} while right now it is {kinesis_time} which is further in the future than the tolerated delay of 300000 milliseconds.',
  transient: false,
  advice: 'No retry with the same iterator: catch it, and go back to the state that gets a new one.',
  evidence: 'inferred',
  source: ['AWS FIS: aws:kinesis:stream-expired-iterator-exception'],
})

const firehosePutBatchPartial: FaultDefinition = {
  id: 'firehose-put-batch-partial',
  title: 'putRecordBatch answers 200, and some records are not taken',
  family,
  aliases: ['firehose-partial'],
  targets: 'tasks on aws-sdk:firehose:putRecordBatch',
  appliesTo: callsThroughSdk('firehose', 'putRecordBatch'),
  effect: {
    kind: 'answer',
    change: answerByPlace({
      request: 'Records',
      results: 'RequestResponses',
      count: 'FailedPutCount',
      succeeded: (id) => ({ RecordId: id }),
      failed: () => ({ ErrorCode: 'ServiceUnavailableException', ErrorMessage: 'Slow down.' }),
    }),
  },
  parameters: failedParameter,
  matchedBy: [],
  transient: false,
  sideEffect: 'may-have-happened',
  advice: 'No error tells of it: while $.FailedPutCount is above 0, send the failed records again, and only those.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html'],
}

/** What goes wrong at Kinesis and Firehose. */
export const kinesis: readonly FaultDefinition[] = [
  putRecordThrottled,
  expiredIterator,
  putRecordsPartial,
  firehosePutBatchPartial,
]
