import { type AnswerTable, answersOf } from '../answer-table.js'
import { arnOf } from '../call-place.js'
import { derivedHex } from '../derived-id.js'
import { listParameter, textParameter, type ServiceCall } from '../service-call.js'

const SHARD = { ShardId: 'shardId-000000000000' }

/** A stream with one shard that takes every record and has none to read. https://docs.aws.amazon.com/kinesis/latest/APIReference */
const table: AnswerTable = {
  putRecord: (service) => ({ SequenceNumber: sequenceNumber(service, 0), ...SHARD }),
  putRecords: (service) => ({
    FailedRecordCount: 0,
    Records: listParameter(service.parameters, 'Records').map((_, i) => ({
      SequenceNumber: sequenceNumber(service, i),
      ...SHARD,
    })),
  }),
  getShardIterator: ({ call }) => ({ ShardIterator: derivedHex(call, 'shard iterator', 56) }),
  getRecords: ({ call }) => ({
    MillisBehindLatest: 0,
    NextShardIterator: derivedHex(call, 'shard iterator', 56),
    Records: [],
  }),
  listShards: () => ({ Shards: [SHARD] }),
  describeStreamSummary: (service) => ({ StreamDescriptionSummary: { ...stream(service), OpenShardCount: 1 } }),
  describeStream: (service) => ({
    StreamDescription: { ...stream(service), HasMoreShards: false, Shards: [SHARD] },
  }),
}

/** Only `aws-sdk:kinesis` exists. */
export const inferKinesis = answersOf(table)

function stream({ call, parameters }: ServiceCall) {
  const StreamName = textParameter(parameters, 'StreamName') ?? 'stream'
  return { StreamARN: arnOf(call, 'kinesis', 'stream/', StreamName), StreamName, StreamStatus: 'ACTIVE' }
}

/** 56 digits, of which the records of a call share all but the last ones. */
function sequenceNumber({ call }: ServiceCall, index: number): string {
  const digits = BigInt(`0x${derivedHex(call, 'sequence', 36)}`)
    .toString()
    .padStart(44, '0')
    .slice(0, 44)
  return `4960${digits}${String(index).padStart(8, '0')}`
}
