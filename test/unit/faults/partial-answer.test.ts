import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../src/asl/json.js'
import { fault } from '../../../src/faults/fault.js'
import { machine } from '../../../src/harness/machines/typed-machine.js'
import { returns } from '../../../src/tasks/script.js'

async function answered(action: string, Parameters: JsonObject, asked: string, answer: Json = {}) {
  const Resource = `arn:aws:states:::${action}`
  const struck = machine({ StartAt: 'T', States: { T: { Type: 'Task', Resource, Parameters, End: true } } })
  const run = await struck.run({ tasks: { T: returns(answer) }, faults: [fault(asked).at('T')] })
  expect(run.status).toBe('SUCCEEDED')
  return run.output
}

const failedRecord = {
  ErrorCode: 'ProvisionedThroughputExceededException',
  ErrorMessage: 'Rate exceeded for shard shardId-000000000000 in stream clicks under account 123456789012.',
}
const record = { Data: 'd', PartitionKey: 'k' }
const written = { SequenceNumber: expect.any(String) as string, ShardId: 'shardId-000000000000' }

describe('a batch of which a part fails', () => {
  it('fails at its last entry unless told otherwise', async () => {
    const request = { StreamName: 'clicks', Records: [record, record] }
    expect(await answered('aws-sdk:kinesis:putRecords', request, 'kinesis-putrecords-partial')).toEqual({
      FailedRecordCount: 1,
      Records: [written, failedRecord],
    })
  })

  it('fails at as many entries as it is told to, and at no more than there are', async () => {
    const request = { StreamName: 'clicks', Records: [record, record, record] }
    const put = (asked: string) => answered('aws-sdk:kinesis:putRecords', request, asked)
    expect(await put('kinesis-putrecords-partial(2)')).toMatchObject({ FailedRecordCount: 2 })
    expect(await put('kinesis-putrecords-partial(9)')).toMatchObject({ FailedRecordCount: 3 })
    expect(await put('kinesis-putrecords-partial(0)')).toMatchObject({ FailedRecordCount: 0 })
  })

  it('fails at the entries it is told, and keeps what the mock says of the others', async () => {
    const request = { QueueUrl: 'https://sqs/q', Entries: [{ Id: 'a' }, { Id: 'b' }, { Id: 'c' }] }
    const mock = { Successful: [{ Id: 'b', MessageId: 'mine' }], Failed: [] }
    const asked = 'sqs-batch-partial([0])'
    expect(await answered('aws-sdk:sqs:sendMessageBatch', request, asked, mock)).toEqual({
      Successful: [
        { Id: 'b', MessageId: 'mine' },
        { Id: 'c', MessageId: expect.any(String) as string },
      ],
      Failed: [{ Id: 'a', SenderFault: false, Code: 'InternalError', Message: 'An internal error occurred.' }],
    })
  })

  it('is told of per key by deleteObjects', async () => {
    const request = { Bucket: 'b', Delete: { Objects: [{ Key: 'x' }, { Key: 'y' }] } }
    expect(await answered('aws-sdk:s3:deleteObjects', request, 's3-delete-objects-partial')).toEqual({
      Deleted: [{ Key: 'x' }],
      Errors: [{ Key: 'y', Code: 'InternalError', Message: 'We encountered an internal error. Please try again.' }],
    })
  })

  it('succeeds at putEvents through aws-sdk, and at putRecordBatch', async () => {
    const events = { Entries: [{ Source: 's' }] }
    const code = 'eventbridge-put-events-sdk-partial(code=ThrottlingException)'
    expect(await answered('aws-sdk:eventbridge:putEvents', events, code)).toEqual({
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: 'ThrottlingException', ErrorMessage: 'An internal error occurred.' }],
    })
    const request = { DeliveryStreamName: 's', Records: [{ Data: 'd' }, { Data: 'd' }] }
    expect(await answered('aws-sdk:firehose:putRecordBatch', request, 'firehose-put-batch-partial')).toEqual({
      FailedPutCount: 1,
      RequestResponses: [
        { RecordId: expect.any(String) as string },
        { ErrorCode: 'ServiceUnavailableException', ErrorMessage: 'Slow down.' },
      ],
    })
  })

  it('has the same ids in every run', async () => {
    const request = { StreamName: 'clicks', Records: [record, record] }
    const put = () => answered('aws-sdk:kinesis:putRecords', request, 'kinesis-putrecords-partial')
    expect(await put()).toEqual(await put())
  })

  it('counts as one entry where the request shows none', async () => {
    const answer = await answered('aws-sdk:kinesis:putRecords', {}, 'kinesis-putrecords-partial')
    expect(answer).toMatchObject({ FailedRecordCount: 1 })
  })
})

describe('a function whose failure is no error', () => {
  it('is a success with FunctionError through aws-sdk:lambda:invoke', async () => {
    const asked = 'lambda-sdk-function-error-ignored(name=Card.Declined)'
    const output = await answered('aws-sdk:lambda:invoke', { FunctionName: 'f' }, asked)
    expect(output).toMatchObject({ FunctionError: 'Unhandled', StatusCode: 200 })
    expect(JSON.parse((output as { Payload: string }).Payload)).toMatchObject({ errorType: 'Card.Declined' })
  })

  it('is accepted, and no more, when it is invoked as an event', async () => {
    const Parameters = { FunctionName: 'f', InvocationType: 'Event' }
    const output = await answered('lambda:invoke', Parameters, 'lambda-async-accepted')
    expect(output).toEqual({ ExecutedVersion: null, Payload: {}, StatusCode: 202 })
    const waited = answered('lambda:invoke', { FunctionName: 'f' }, 'lambda-async-accepted')
    await expect(waited).rejects.toThrow(/lambda-async-accepted/)
  })

  it('may tell of its error in a normal answer', async () => {
    const output = await answered('lambda:invoke', { FunctionName: 'f' }, 'lambda-handled-error-returned')
    expect(output).toMatchObject({ Payload: { statusCode: 500 }, StatusCode: 200 })
  })
})
