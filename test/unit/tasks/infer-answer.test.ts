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

  it('of an execution that is asked about is that it ended well', () => {
    const StateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:Child'
    const ExecutionArn = 'arn:aws:states:us-east-1:123456789012:execution:Child:one'
    expect(infer('aws-sdk:sfn:describeExecution', { ExecutionArn })).toMatchObject({
      ExecutionArn,
      Name: 'one',
      StateMachineArn,
      Status: 'SUCCEEDED',
    })
    expect(infer('aws-sdk:sfn:startSyncExecution', { StateMachineArn, Input: '{"a":1}' })).toMatchObject({
      Output: '{"a":1}',
      Status: 'SUCCEEDED',
    })
    expect(infer('aws-sdk:sfn:listExecutions')).toEqual({ Executions: [] })
    expect(infer('aws-sdk:sfn:sendTaskSuccess', { TaskToken: 't' })).toEqual({})
  })

  it('of an HTTP endpoint or an API is an empty body', () => {
    const answer = { ResponseBody: {}, StatusCode: 200, StatusText: 'OK' }
    expect(infer('http:invoke')).toMatchObject(answer)
    expect(infer('apigateway:invoke')).toMatchObject(answer)
    expect(infer('aws-sdk:apigateway:getRestApis')).toEqual({})
    expect(infer('aws-sdk:lambda:getFunction', { FunctionName: 'f' })).toMatchObject({
      Configuration: {
        FunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f',
        FunctionName: 'f',
        State: 'Active',
      },
    })
  })

  it('of a callback or an activity gives back the input', () => {
    expect(infer('sqs:sendMessage.waitForTaskToken', { MessageBody: 'x' })).toEqual({ effective: 'input' })
    expect(inferAnswer(callOf('arn:aws:states:us-east-1:123456789012:activity:approve', { a: 1 }))).toEqual({ a: 1 })
  })

  it('of anything else is empty', () => {
    expect(infer('eks:runJob.sync')).toEqual({})
    expect(infer('aws-sdk:polly:synthesizeSpeech')).toEqual({})
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
  expect(inferSubmission(callOf('arn:aws:states:::glue:startJobRun.sync'))).toHaveProperty('JobRunId')
})

it('a payload nested too deeply to be sent is told so', () => {
  let deep: Json = 'end'
  for (let i = 0; i < 50_000; i++) deep = [deep]
  expect(() => infer('lambda:invoke', { Payload: deep })).toThrowError(expect.objectContaining({ name: 'UserError' }))
})
