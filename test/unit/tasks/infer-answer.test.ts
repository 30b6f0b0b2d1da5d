import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { inferAnswer, inferSubmission } from '../../../src/tasks/infer-answer.js'
import { callOf } from './fixtures.js'

const infer = (service: string, parameters: Json = {}) => inferAnswer(callOf(`arn:aws:states:::${service}`, parameters))
const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
const metadata = { SdkHttpMetadata: { HttpStatusCode: 200 }, SdkResponseMetadata: {} }

describe('an inferred answer', () => {
  it('of a function is what it was sent', () => {
    const arn = 'arn:aws:lambda:us-east-1:123456789012:function:resize'
    expect(inferAnswer(callOf(arn, { page: 1 }))).toEqual({ page: 1 })
    expect(inferAnswer(callOf('${Placeholder}', [1, 2]))).toEqual([1, 2])
    expect(infer('lambda:invoke', { FunctionName: 'f', Payload: { page: 1 } })).toMatchObject({
      ...metadata,
      Payload: { page: 1 },
      StatusCode: 200,
    })
    expect(infer('lambda:invoke', { FunctionName: 'f' })).toHaveProperty('Payload', {})
    expect(infer('aws-sdk:lambda:invoke', { Payload: { page: 1 } })).toEqual({
      ExecutedVersion: '$LATEST',
      Payload: '{"page":1}',
      StatusCode: 200,
    })
  })

  it('of SQS has the MD5 of the message', () => {
    expect(infer('sqs:sendMessage', { MessageBody: 'hello' })).toMatchObject({
      ...metadata,
      MD5OfMessageBody: '5d41402abc4b2a76b9719d911017c592',
      MessageId: uuid,
    })
    expect(infer('aws-sdk:sqs:sendMessageBatch', { Entries: [{ Id: 'a' }, { Id: 'b' }] })).toMatchObject({
      Failed: [],
      Successful: [{ Id: 'a' }, { Id: 'b' }],
    })
  })

  it('of SNS has an id for each message', () => {
    expect(infer('sns:publish', { Message: 'hello' })).toMatchObject({ ...metadata, MessageId: uuid })
    expect(infer('aws-sdk:sns:publish')).toEqual({ MessageId: uuid })
    expect(infer('aws-sdk:sns:publishBatch', { PublishBatchRequestEntries: [{ Id: 'a' }, 5] })).toMatchObject({
      Successful: [{ Id: 'a' }, { Id: '1' }],
    })
  })

  it('of DynamoDB finds an item with the key asked for, and takes every write', () => {
    const Key = { id: { S: '1' } }
    expect(infer('dynamodb:getItem', { Key })).toMatchObject({ Item: Key, ...metadata })
    expect(infer('aws-sdk:dynamodb:getItem', { Key })).toEqual({ Item: Key })
    expect(infer('aws-sdk:dynamodb:putItem')).toEqual({})
    expect(infer('aws-sdk:dynamodb:query')).toEqual({ Count: 0, Items: [], ScannedCount: 0 })
    expect(infer('aws-sdk:dynamodb:batchWriteItem')).toEqual({ UnprocessedItems: {} })
  })

  it('of S3 reads empty JSON and lists nothing', () => {
    expect(infer('aws-sdk:s3:getObject')).toMatchObject({
      Body: '{}',
      ContentLength: 2,
      LastModified: '2030-01-01T00:00:00.000Z',
    })
    expect(infer('aws-sdk:s3:putObject', { Body: 'hello' })).toMatchObject({
      ETag: '"5d41402abc4b2a76b9719d911017c592"',
    })
    expect(infer('aws-sdk:s3:listObjectsV2', { Bucket: 'b', Prefix: 'p/' })).toMatchObject({
      Contents: [],
      KeyCount: 0,
      Name: 'b',
      Prefix: 'p/',
    })
  })

  it('of EventBridge takes every event', () => {
    const answer = { Entries: [{ EventId: uuid }, { EventId: uuid }], FailedEntryCount: 0 }
    expect(infer('events:putEvents', { Entries: [{}, {}] })).toEqual(answer)
    expect(infer('aws-sdk:eventbridge:putEvents', { Entries: [{}, {}] })).toEqual(answer)
  })

  it('of a child execution is that it started, or that it gave its input back', () => {
    const StateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:Child'
    const parameters = { StateMachineArn, Name: 'one', Input: { a: 1 } }
    const ExecutionArn = 'arn:aws:states:us-east-1:123456789012:execution:Child:one'
    expect(infer('states:startExecution', parameters)).toMatchObject({ ExecutionArn, ...metadata })
    expect(infer('aws-sdk:sfn:startExecution', parameters)).toEqual({
      ExecutionArn,
      StartDate: '2030-01-01T00:00:00.000Z',
    })
    expect(infer('states:startExecution.sync', parameters)).toMatchObject({
      ExecutionArn,
      Input: '{"a":1}',
      Output: '{"a":1}',
      RedriveCount: 0,
      Status: 'SUCCEEDED',
    })
    expect(infer('states:startExecution.sync:2', parameters)).toMatchObject({ Name: 'one', Output: { a: 1 } })
  })

  it('of an HTTP endpoint or an API is an empty body', () => {
    const answer = { ResponseBody: {}, StatusCode: 200, StatusText: 'OK' }
    expect(infer('http:invoke')).toMatchObject(answer)
    expect(infer('apigateway:invoke')).toMatchObject(answer)
    expect(infer('aws-sdk:apigateway:getRestApis')).toEqual({})
  })

  it('of a callback or an activity gives back the input', () => {
    expect(infer('sqs:sendMessage.waitForTaskToken', { MessageBody: 'x' })).toEqual({ effective: 'input' })
    expect(inferAnswer(callOf('arn:aws:states:us-east-1:123456789012:activity:approve', { a: 1 }))).toEqual({ a: 1 })
  })

  it('of anything else is empty', () => {
    expect(infer('ecs:runTask.sync')).toEqual({})
    expect(infer('aws-sdk:comprehend:detectSentiment')).toEqual({})
    expect(infer('aws-sdk:s3:selectObjectContent', 'no object')).toEqual({})
  })

  it('is the same for the same attempt, and has other ids for another', () => {
    const call = callOf('arn:aws:states:::sns:publish')
    expect(inferAnswer(call)).toEqual(inferAnswer(call))
    expect(inferAnswer({ ...call, requestId: 'another' })).not.toEqual(inferAnswer(call))
  })
})

it('what the service says on submission is its own answer', () => {
  expect(
    inferSubmission(callOf('arn:aws:states:::sqs:sendMessage.waitForTaskToken', { MessageBody: 'x' })),
  ).toMatchObject({
    MessageId: uuid,
  })
  expect(inferSubmission(callOf('arn:aws:states:::states:startExecution.sync:2'))).toHaveProperty('ExecutionArn')
  expect(inferSubmission(callOf('arn:aws:states:::glue:startJobRun.sync'))).toEqual({})
})

it('a payload nested too deeply to be sent is told so', () => {
  let deep: Json = 'end'
  for (let i = 0; i < 50_000; i++) deep = [deep]
  expect(() => infer('lambda:invoke', { Payload: deep })).toThrowError(expect.objectContaining({ name: 'UserError' }))
})
