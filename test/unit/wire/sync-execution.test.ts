import { describe, expect, it } from 'vitest'
import { compile, start } from '../../../src/engine.js'
import { UserError } from '../../../src/asl/user-error.js'
import { toSyncExecution } from '../../../src/wire/sync-execution.js'
import { FAIL, PASS, finished } from './finished.js'

const EXPRESS = { type: 'EXPRESS', machineName: 'Orders', name: 'first' } as const

describe('toSyncExecution', () => {
  it('answers what StartSyncExecution answers', () => {
    const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
    const answer = toSyncExecution(finished(PASS, EXPRESS, { a: 'x' }))
    expect(answer).toEqual({
      executionArn: expect.stringMatching(
        new RegExp(`^arn:aws:states:us-east-1:123456789012:express:Orders:first:${uuid}$`),
      ),
      stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders',
      name: 'first',
      startDate: '2030-01-01T00:00:00.000Z',
      stopDate: '2030-01-01T00:00:00.000Z',
      status: 'SUCCEEDED',
      input: '{"a":"x"}',
      inputDetails: { included: true },
      output: '{"b":1}',
      outputDetails: { included: true },
      billingDetails: { billedDurationInMilliseconds: 100, billedMemoryUsedInMB: 64 },
    })
  })

  it('answers the error of an execution that failed, without an output', () => {
    const answer = toSyncExecution(finished(FAIL, EXPRESS))
    expect(answer).toMatchObject({ status: 'FAILED', error: 'Oh', cause: 'no', outputDetails: { included: true } })
    expect(answer).not.toHaveProperty('output')
  })

  it('bills virtual time, rounded up to 100 ms', () => {
    const waiting = { A: { Type: 'Wait', Timestamp: '2030-01-01T00:00:01.234Z', End: true } }
    expect(toSyncExecution(finished(waiting, EXPRESS)).billingDetails.billedDurationInMilliseconds).toBe(1300)
  })

  it('answers TIMED_OUT after five minutes', () => {
    const waiting = { A: { Type: 'Wait', Seconds: 301, End: true } }
    const answer = toSyncExecution(finished(waiting, EXPRESS))
    expect(answer).toMatchObject({ status: 'TIMED_OUT', billingDetails: { billedDurationInMilliseconds: 300_000 } })
  })

  it('refuses STANDARD executions, and those that have not ended', () => {
    expect(() => toSyncExecution(finished(PASS))).toThrow(UserError)
    const program = compile({ StartAt: 'A', States: PASS })
    expect(() => toSyncExecution(start(program, {}, EXPRESS))).toThrow('RUNNING')
  })
})
