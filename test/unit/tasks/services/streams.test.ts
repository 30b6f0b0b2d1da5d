import { describe, expect, it } from 'vitest'
import { inferred } from '../fixtures.js'

/** Members: API reference of Kinesis Data Streams. */
describe('Kinesis', () => {
  it('takes every record', () => {
    const SequenceNumber = expect.stringMatching(/^\d{56}$/)
    const ShardId = 'shardId-000000000000'
    expect(inferred('aws-sdk:kinesis:putRecord')).toEqual({ SequenceNumber, ShardId })
    const { Records } = inferred('aws-sdk:kinesis:putRecords', { Records: [{}, {}] }) as { Records: readonly object[] }
    expect(Records).toEqual([
      { SequenceNumber, ShardId },
      { SequenceNumber, ShardId },
    ])
    expect(Records[0]).not.toEqual(Records[1])
    expect(inferred('aws-sdk:kinesis:putRecords')).toHaveProperty('FailedRecordCount', 0)
  })

  it('has an active stream without records', () => {
    expect(inferred('aws-sdk:kinesis:describeStreamSummary', { StreamName: 's' })).toMatchObject({
      StreamDescriptionSummary: {
        StreamARN: 'arn:aws:kinesis:us-east-1:123456789012:stream/s',
        StreamStatus: 'ACTIVE',
      },
    })
    expect(inferred('aws-sdk:kinesis:getRecords')).toMatchObject({ MillisBehindLatest: 0, Records: [] })
  })
})

/** Members: API reference of Firehose. */
describe('Firehose', () => {
  it('takes every record', () => {
    const RecordId = expect.any(String)
    expect(inferred('aws-sdk:firehose:putRecord')).toEqual({ Encrypted: false, RecordId })
    expect(inferred('aws-sdk:firehose:putRecordBatch', { Records: [{}, {}] })).toEqual({
      Encrypted: false,
      FailedPutCount: 0,
      RequestResponses: [{ RecordId }, { RecordId }],
    })
  })

  it('has an active stream', () => {
    expect(inferred('aws-sdk:firehose:describeDeliveryStream', { DeliveryStreamName: 's' })).toMatchObject({
      DeliveryStreamDescription: { DeliveryStreamName: 's', DeliveryStreamStatus: 'ACTIVE' },
    })
  })
})
