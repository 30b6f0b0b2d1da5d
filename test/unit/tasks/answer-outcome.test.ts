import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { judgeAnswer } from '../../../src/tasks/answer-outcome.js'
import { callOf } from './fixtures.js'

const judge = (service: string, value: Json) => judgeAnswer(callOf(`arn:aws:states:::${service}`), value)
const failed = (error: string, cause: string | undefined, carriedOut = false) => ({
  outcome: { failure: cause === undefined ? { error } : { error, cause } },
  carriedOut,
})

describe('a refused event', () => {
  const Entries = [{ EventId: 'e-1' }, { ErrorCode: 'InvalidArgument', ErrorMessage: 'Source is missing' }]
  const partial = { Entries, FailedEntryCount: 1 }

  it('fails events:putEvents with the whole answer as cause, and the accepted ones are sent all the same', () => {
    expect(judge('events:putEvents', partial)).toEqual(failed('EventBridge.FailedEntry', JSON.stringify(partial), true))
    const none = { Entries: Entries.slice(1), FailedEntryCount: 1 }
    expect(judge('events:putEvents', none)).toEqual(failed('EventBridge.FailedEntry', JSON.stringify(none)))
  })

  it('goes unnoticed through aws-sdk:eventbridge, and where none was refused', () => {
    expect(judge('aws-sdk:eventbridge:putEvents', partial)).toEqual({ outcome: { output: partial }, carriedOut: true })
    const all = { Entries: Entries.slice(0, 1), FailedEntryCount: 0 }
    expect(judge('events:putEvents', all).outcome).toEqual({ output: all })
    expect(judge('events:putEvents.waitForTaskToken', partial).outcome).toEqual({ output: partial })
  })
})

describe('an HTTP status', () => {
  it.each([
    [404, 'Not Found'],
    [503, 'Service Unavailable'],
    [302, 'Found'],
    [599, undefined],
  ])('of %d fails an HTTP Task, with the reason phrase as cause', (StatusCode, reason) => {
    const answer = { StatusCode, ResponseBody: { why: 'lost' } }
    expect(judge('http:invoke', answer)).toEqual(failed(`States.Http.StatusCode.${StatusCode}`, reason))
  })

  it('comes with the text that the mock gives it', () => {
    const answer = { StatusCode: 418, StatusText: "I'm a teapot" }
    expect(judge('http:invoke', answer)).toEqual(failed('States.Http.StatusCode.418', "I'm a teapot"))
  })

  it('fails an API Gateway Task, with the body as cause', () => {
    const body = { message: 'Missing Authentication Token' }
    expect(judge('apigateway:invoke', { StatusCode: 403, ResponseBody: body })).toEqual(
      failed('ApiGateway.403', '{"message":"Missing Authentication Token"}'),
    )
    expect(judge('apigateway:invoke', { StatusCode: 500, ResponseBody: 'broken' })).toEqual(
      failed('ApiGateway.500', 'broken'),
    )
    expect(judge('apigateway:invoke', { StatusCode: 504 })).toEqual(failed('ApiGateway.504', undefined))
  })

  it.each(['http:invoke', 'apigateway:invoke'])('of 2xx, or none at all, is well for %s', (service) => {
    for (const answer of [{ StatusCode: 204 }, { ResponseBody: 1 }, { StatusCode: '404' }]) {
      expect(judge(service, answer)).toEqual({ outcome: { output: answer }, carriedOut: true })
    }
    expect(judge(service, 'text').outcome).toMatchObject({ output: { ResponseBody: 'text', StatusCode: 200 } })
  })
})

describe('an answer that tells of a failure inside', () => {
  it('of a function fails lambda:invoke, and not aws-sdk:lambda:invoke', () => {
    const Payload = { errorType: 'CustomException', errorMessage: 'no' }
    const answer = { StatusCode: 200, FunctionError: 'Unhandled', Payload }
    expect(judge('lambda:invoke', answer)).toEqual(failed('CustomException', JSON.stringify(Payload)))
    expect(judge('aws-sdk:lambda:invoke', answer).outcome).toEqual({ output: answer })
    expect(judge('lambda:invoke', { ...answer, Payload: null })).toEqual(
      failed(
        'Lambda.Unknown',
        'The cause could not be determined because Lambda did not return an error type. Returned payload: null',
      ),
    )
  })

  it('of a function that returns such an object is no failure', () => {
    expect(judge('lambda:invoke', { FunctionError: 'a field' }).outcome).toMatchObject({
      output: { Payload: { FunctionError: 'a field' } },
    })
  })

  it('of a child execution fails .sync, with the members in alphabetical order', () => {
    const answer = { Status: 'FAILED', Error: 'E', Cause: 'why' }
    const cause = '{"Cause":"why","Error":"E","Status":"FAILED"}'
    expect(judge('states:startExecution.sync', answer)).toEqual(failed('States.TaskFailed', cause, true))
    expect(judge('states:startExecution.sync:2', answer)).toEqual(failed('States.TaskFailed', cause, true))
    expect(judge('aws-sdk:sfn:startSyncExecution', answer).outcome).toEqual({ output: answer })
    expect(judge('states:startExecution.sync', { Status: 'SUCCEEDED' }).outcome).toEqual({
      output: { Status: 'SUCCEEDED' },
    })
  })

  it('of ECS, which could not place a task, fails runTask.sync', () => {
    const answer = { Failures: [{ Reason: 'RESOURCE:MEMORY' }], Tasks: [] }
    expect(judge('ecs:runTask.sync', answer)).toEqual(failed('AmazonECS.Unknown', JSON.stringify(answer)))
    expect(judge('ecs:runTask', answer).outcome).toEqual({ output: answer })
    expect(judge('ecs:runTask.sync', { Failures: [], Tasks: [{}] }).outcome).toMatchObject({ output: {} })
  })
})

it('what an ItemReader reads is no answer to judge', () => {
  const call = callOf('arn:aws:states:::http:invoke', {}, { purpose: 'items' })
  expect(judgeAnswer(call, { StatusCode: 404 }).outcome).toEqual({ output: { StatusCode: 404 } })
})
