import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import {
  type EndedExecution,
  childOutcome,
  startAnswer,
  startRequest,
  syncExecutionAnswer,
} from '../../../src/tasks/child-execution.js'
import { callOf, requestId } from './fixtures.js'

const stateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:Child'
const executionArn = 'arn:aws:states:us-east-1:123456789012:execution:Child:one'
const ended: EndedExecution = {
  executionArn,
  stateMachineArn,
  name: 'one',
  input: { a: 1 },
  status: 'SUCCEEDED',
  output: [2],
  startAtMs: 1000,
  stopAtMs: 2001,
}
const request = (resource: string, parameters: Json) => startRequest(callOf(`arn:aws:states:::${resource}`, parameters))

describe('the request to start an execution', () => {
  it('is read through both integrations', () => {
    const parameters = { StateMachineArn: stateMachineArn, Name: 'one', Input: { a: 1 } }
    const read = { stateMachineArn, name: 'one', input: { a: 1 } }
    expect(request('states:startExecution.sync:2', parameters)).toEqual({ waits: false, ...read })
    expect(request('aws-sdk:sfn:startExecution', parameters)).toEqual({ waits: false, ...read })
    expect(request('aws-sdk:sfn:startSyncExecution', parameters)).toEqual({ waits: true, ...read })
  })

  it('has an empty input for null and for none, and reads a text', () => {
    expect(request('states:startExecution', { Input: null })).toMatchObject({ input: {} })
    expect(request('states:startExecution', {})).toMatchObject({ input: {}, name: expect.any(String) })
    expect(request('aws-sdk:sfn:startExecution', { Input: '[1]' })).toMatchObject({ input: [1] })
    expect(request('aws-sdk:sfn:startExecution', { Input: '{' })?.input).toBeUndefined()
  })

  it.each([
    'states:describeExecution',
    'aws-sdk:sfn:stopExecution',
    'aws-sdk:states:startExecution',
    'sfn:startExecution',
  ])('is not %s', (resource) => {
    expect(request(resource, {})).toBeUndefined()
  })

  it('is answered with dates as each integration writes them', () => {
    const optimized = startAnswer(callOf('arn:aws:states:::states:startExecution'), executionArn, 1000)
    expect(optimized).toMatchObject({
      ExecutionArn: executionArn,
      StartDate: 1000,
      SdkResponseMetadata: { RequestId: requestId },
    })
    const sdk = startAnswer(callOf('arn:aws:states:::aws-sdk:sfn:startExecution'), executionArn, 1000)
    expect(sdk).toEqual({ ExecutionArn: executionArn, StartDate: '1970-01-01T00:00:01.000Z' })
  })
})

describe('an execution that has ended', () => {
  it('is described with payloads as texts, or as values', () => {
    expect(childOutcome(ended, false)).toMatchObject({ output: { Input: '{"a":1}', Output: '[2]', StopDate: 2001 } })
    expect(childOutcome(ended, true)).toMatchObject({ output: { Input: { a: 1 }, Output: [2] } })
  })

  it('is a failure if it did not succeed, with payloads as texts either way', () => {
    const { output: _, ...rest } = ended
    const failed: EndedExecution = { ...rest, status: 'ABORTED', error: 'E' }
    const outcome = childOutcome(failed, true)
    expect(outcome).toEqual(childOutcome(failed, false))
    expect(outcome).toMatchObject({
      failure: {
        error: 'States.TaskFailed',
        cause: expect.stringMatching(/^{"Error":"E","ExecutionArn":.*"Input":"{\\"a\\":1}"/),
      },
    })
  })

  it('is billed by 100 ms as an EXPRESS one', () => {
    expect(syncExecutionAnswer(ended)).toMatchObject({
      BillingDetails: { BilledDurationInMilliseconds: 1100, BilledMemoryUsedInMB: 64 },
      StartDate: '1970-01-01T00:00:01.000Z',
      Status: 'SUCCEEDED',
    })
    expect(syncExecutionAnswer({ ...ended, stopAtMs: 1000 })).toHaveProperty(
      'BillingDetails.BilledDurationInMilliseconds',
      100,
    )
    expect(syncExecutionAnswer({ ...ended, status: 'TIMED_OUT', error: 'States.Timeout' })).not.toHaveProperty('Error')
  })
})
