import { describe, expect, it } from 'vitest'
import { wrapAnswer } from '../../../src/tasks/envelope.js'
import { callOf, requestId } from './fixtures.js'

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

it.each([
  'arn:aws:lambda:us-east-1:123456789012:function:resize',
  'arn:aws:states:::lambda:invoke.waitForTaskToken',
  'arn:aws:states:::aws-sdk:lambda:invoke',
  'arn:aws:states:::sqs:sendMessage',
  '${ResizeFunction}',
])("a mock's value for %s is the answer", (arn) => {
  const value = { a: 1 }
  expect(wrapAnswer(callOf(arn), value)).toBe(value)
})
