import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { wrapAnswer } from '../../../src/tasks/envelope.js'
import { callOf, metadata, requestId } from './fixtures.js'

const invoke = 'arn:aws:states:::lambda:invoke'

describe("a mock's value for lambda:invoke", () => {
  it("is the function's payload, in the answer that AWS gives", () => {
    const answer = wrapAnswer(callOf(invoke), 'HelloWorld!')
    expect(answer).toMatchObject({
      ExecutedVersion: '$LATEST',
      Payload: 'HelloWorld!',
      SdkHttpMetadata: {
        AllHttpHeaders: { 'Content-Length': ['13'], 'x-amzn-RequestId': [requestId] },
        HttpHeaders: { 'Content-Length': '13', Date: 'Tue, 01 Jan 2030 00:00:00 GMT' },
        HttpStatusCode: 200,
      },
      SdkResponseMetadata: { RequestId: requestId },
      StatusCode: 200,
    })
    expect(Object.keys(answer as object)).toEqual([
      'ExecutedVersion',
      'Payload',
      'SdkHttpMetadata',
      'SdkResponseMetadata',
      'StatusCode',
    ])
  })

  it('has the headers that were recorded, the plain ones sorted', () => {
    expect(wrapAnswer(callOf(invoke), {})).toHaveProperty('SdkHttpMetadata.HttpHeaders')
    const answer = wrapAnswer(callOf(invoke), {}) as { SdkHttpMetadata: { HttpHeaders: object } }
    expect(Object.keys(answer.SdkHttpMetadata.HttpHeaders)).toEqual([
      'Connection',
      'Content-Length',
      'Content-Type',
      'Date',
      'X-Amz-Executed-Version',
      'x-amzn-Remapped-Content-Length',
      'x-amzn-RequestId',
      'X-Amzn-Trace-Id',
    ])
  })

  it('comes with the log that LogType asks for', () => {
    const answer = wrapAnswer(callOf(invoke, { LogType: 'Tail' }), {}) as { LogResult: string }
    expect(Buffer.from(answer.LogResult, 'base64').toString()).toMatch(/^START RequestId: \S+ Version: \$LATEST\nEND/)
  })

  it('is the same for the same attempt', () => {
    const payload = { pages: 3 }
    expect(wrapAnswer(callOf(invoke), payload)).toEqual(wrapAnswer(callOf(invoke), payload))
  })

  it('stays as it is when it is a whole answer', () => {
    const whole = { Payload: 1, StatusCode: 200 }
    expect(wrapAnswer(callOf(invoke), whole)).toBe(whole)
    const statusOfAnApi = { statusCode: 200, Payload: 1 }
    expect(wrapAnswer(callOf(invoke), statusOfAnApi)).toHaveProperty('Payload', statusOfAnApi)
  })

  it('is not shown when the function is invoked as an event', () => {
    expect(wrapAnswer(callOf(invoke, { InvocationType: 'Event' }), { ignored: true })).toMatchObject({
      Payload: {},
      StatusCode: 202,
    })
  })
})

/** Recorded: what AWS answered where a mock of the same run gave the bare answer. */
describe("a mock's value for a service that AWS calls itself", () => {
  const wrap = (service: string, value: Json) => wrapAnswer(callOf(`arn:aws:states:::${service}`), value)

  it.each(['dynamodb:putItem', 'dynamodb:getItem', 'sqs:sendMessage', 'sns:publish', 'states:startExecution'])(
    'gets the SDK metadata: %s',
    (service) => {
      expect(wrap(service, { MessageId: 'm-1' })).toMatchObject({ MessageId: 'm-1', ...metadata })
      expect(Object.keys(wrap(service, { Z: 1, A: 2 }) as object)).toEqual([
        'A',
        'SdkHttpMetadata',
        'SdkResponseMetadata',
        'Z',
      ])
    },
  )

  it('stays as it is when the metadata is there, and when it is no object', () => {
    const whole = { SdkHttpMetadata: { HttpStatusCode: 201 } }
    expect(wrap('dynamodb:putItem', whole)).toBe(whole)
    expect(wrap('sns:publish', 'text')).toBe('text')
    expect(wrap('dynamodb:putItem', null)).toBe(null)
    expect(wrap('sqs:sendMessage', [1])).toEqual([1])
  })

  it('is left alone where an ItemReader reads', () => {
    const value = { a: 1 }
    expect(wrapAnswer(callOf('arn:aws:states:::http:invoke', {}, { purpose: 'items' }), value)).toBe(value)
  })
})

/** `apigateway:invoke` is recorded, `http:invoke` documented. */
describe("a mock's value for an API", () => {
  const wrap = (service: string, value: Json) => wrapAnswer(callOf(`arn:aws:states:::${service}`), value)

  it.each(['http:invoke', 'apigateway:invoke'])('is the body of a 200: %s', (service) => {
    for (const body of [{ orderId: 'o-1' }, [1], 'text', null]) {
      expect(wrap(service, body)).toMatchObject({ ResponseBody: body, StatusCode: 200, StatusText: 'OK' })
    }
  })

  it('has lists of values in the headers, under the names of its protocol', () => {
    expect(wrap('apigateway:invoke', { a: 1 })).toMatchObject({
      Headers: { 'Content-Length': ['7'], 'Content-Type': ['application/json'], 'x-amzn-RequestId': [requestId] },
    })
    expect(wrap('http:invoke', 'text')).toMatchObject({
      Headers: { 'content-length': ['4'], 'content-type': ['text/plain'] },
    })
  })

  it('stays as it is when it has a status, a status text or a body', () => {
    for (const whole of [{ StatusCode: 204 }, { ResponseBody: null }, { StatusText: 'OK' }]) {
      expect(wrap('http:invoke', whole)).toBe(whole)
    }
  })
})

/** Recorded: the answers of `.sync` and `.sync:2` in the callback tests. */
describe("a mock's value for a child execution", () => {
  const StateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:Child'
  const wrap = (pattern: string, value: Json) =>
    wrapAnswer(callOf(`arn:aws:states:::states:startExecution.${pattern}`, { StateMachineArn, Name: 'one' }), value)

  it('is its output, in the answer that AWS gives', () => {
    const described = { Name: 'one', RedriveCount: 0, StateMachineArn, Status: 'SUCCEEDED' }
    expect(wrap('sync', { total: 5 })).toMatchObject({ ...described, Output: '{"total":5}' })
    expect(wrap('sync:2', { total: 5 })).toMatchObject({ ...described, Output: { total: 5 } })
    expect(wrap('sync:2', 'text')).toMatchObject({ ...described, Output: 'text' })
  })

  it('stays as it is when it is a description', () => {
    for (const whole of [{ Status: 'SUCCEEDED' }, { Output: '{}' }, { ExecutionArn: 'arn' }]) {
      expect(wrap('sync:2', whole)).toBe(whole)
    }
  })
})

it.each([
  'arn:aws:lambda:us-east-1:123456789012:function:resize',
  'arn:aws:states:::lambda:invoke.waitForTaskToken',
  'arn:aws:states:::aws-sdk:lambda:invoke',
  'arn:aws:states:::events:putEvents',
  'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
  'arn:aws:states:::http:invoke.waitForTaskToken',
  'arn:aws:states:::aws-sdk:dynamodb:putItem',
  'arn:aws:states:::glue:startJobRun.sync',
  '${ResizeFunction}',
])("a mock's value for %s is the answer", (arn) => {
  const value = { a: 1 }
  expect(wrapAnswer(callOf(arn), value)).toBe(value)
})
