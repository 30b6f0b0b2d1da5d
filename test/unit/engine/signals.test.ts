import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { UserError } from '../../../src/asl/user-error.js'
import { type Execution, advance, pending, resume, signal } from '../../../src/engine.js'
import { begin, chainOf, detailsOf, drive, gives, machineOf, timesOf, tokenState, typesOf } from './drive.js'

/** A machine whose `T` has been submitted and waits for its token. */
function waiting(definition: Json = machineOf({ T: tokenState() })): { readonly x: Execution; readonly token: string } {
  const called = advance(begin(definition))
  const [call] = pending(called)
  const x = resume(called, call?.callId ?? 0, { submitted: { MessageId: 'm' } })
  return { x: advance(x, x.nowMs), token: call?.taskToken ?? '' }
}

describe('a signal by token', () => {
  it('ends the Task with a result, at the time it comes', () => {
    const { x, token } = waiting()
    const done = advance(signal(advance(x, x.nowMs + 5_000), { token, success: { ok: true } }))
    expect(done.output).toEqual({ ok: true })
    expect(timesOf(done, 'TaskSubmitted', 'TaskSucceeded')).toEqual(['TaskSubmitted 0', 'TaskSucceeded 5'])
  })

  it('fails the Task, with or without a name', () => {
    const { x, token } = waiting()
    const named = advance(signal(x, { token, failure: { error: 'X', cause: 'c' } }))
    expect(named).toMatchObject({ status: 'FAILED', error: 'X', cause: 'c' })
    const nameless = advance(signal(x, { token, failure: {} }))
    expect(detailsOf(nameless, 'TaskFailed')).toEqual([
      { resourceType: 'sqs', resource: 'sendMessage.waitForTaskToken' },
    ])
    expect(detailsOf(nameless, 'ExecutionFailed')).toEqual([{}])
  })

  it('is retried and caught like any failure, and each attempt has its own token', () => {
    const { x, token } = waiting(machineOf({ T: tokenState({ Retry: [{ ErrorEquals: ['X'] }] }) }))
    const again = advance(signal(x, { token, failure: { error: 'X' } }))
    const second = pending(again)[0]?.taskToken ?? ''
    expect(second).not.toBe(token)
    const submitted = advance(resume(again, 2, { submitted: null }), again.nowMs)
    expect(() => signal(submitted, { token, success: 1 })).toThrow(UserError)
    expect(advance(signal(submitted, { token: second, success: 1 })).output).toBe(1)
  })

  it('comes before an outcome that was to come later', () => {
    const called = advance(begin(machineOf({ T: tokenState() })))
    const token = pending(called)[0]?.taskToken ?? ''
    const answer = { submitted: null, completion: { outcome: { output: 'late' }, afterMs: 9_000 } }
    const x = advance(resume(called, 1, answer), called.nowMs + 1_000)
    expect(advance(signal(x, { token, success: 'early' })).output).toBe('early')
    expect(advance(x).output).toBe('late')
  })

  it('finishes a .sync integration, too', () => {
    const Resource = 'arn:aws:states:::states:startExecution.sync'
    const { x, token } = waiting(machineOf({ T: tokenState({ Resource, Parameters: { 'Input.$': '$$.Task.Token' } }) }))
    expect(advance(signal(x, { token, success: 1 })).output).toBe(1)
  })

  it('comes too late once the Task is over: a mistake of the caller, and nothing has changed', () => {
    const { x, token } = waiting(
      machineOf({
        T: tokenState({ TimeoutSeconds: 1, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'W' }] }),
        W: { Type: 'Wait', Seconds: 60, End: true },
      }),
    )
    const timedOut = advance(x, x.nowMs + 2_000)
    expect(typesOf(timedOut)).toContain('TaskTimedOut')
    for (const late of [{ success: 1 }, { failure: {} }, { heartbeat: true as const }]) {
      expect(() => signal(timedOut, { token, ...late })).toThrow('it is unknown, or its task is over')
    }
    const answered = signal(x, { token, success: 1 })
    expect(() => signal(answered, { token, success: 2 })).toThrow(UserError)
    expect(() => signal(answered, { token, heartbeat: true })).toThrow(UserError)
  })

  it('must know the token', () => {
    const { x } = waiting()
    expect(() => signal(x, { token: 'nobody', success: 1 })).toThrow('no running task has the token "nobody"')
    expect(() => signal(x, { token: '', success: 1 })).toThrow(UserError)
  })

  it('tells an activity that its worker is done', () => {
    const Resource = 'arn:aws:states:us-east-1:123456789012:activity:A'
    const called = advance(begin(machineOf({ T: tokenState({ Resource, Parameters: {} }) })))
    const token = pending(called)[0]?.taskToken ?? ''
    const taken = advance(resume(called, 1, { submitted: null, workerName: 'w' }), called.nowMs)
    expect(typesOf(advance(signal(taken, { token, success: 1 }))).slice(2, 5)).toEqual([
      'ActivityScheduled',
      'ActivityStarted',
      'ActivitySucceeded',
    ])
  })
})

describe('a stop', () => {
  it('aborts the execution without a word about the state it was in', () => {
    const x = advance(begin(machineOf({ W: { Type: 'Wait', Seconds: 60, End: true } })), 1893456001000)
    const stopped = signal(x, 'stop')
    expect(stopped.status).toBe('ABORTED')
    expect(chainOf(stopped)).toEqual(['1<0 ExecutionStarted', '2<0 WaitStateEntered', '3<0 ExecutionAborted'])
    expect(detailsOf(stopped, 'ExecutionAborted')).toEqual([{}])
    expect(timesOf(stopped, 'ExecutionAborted')).toEqual(['ExecutionAborted 1'])
    expect(advance(stopped)).toBe(stopped)
  })

  it('may say why', () => {
    const x = advance(begin(machineOf({ T: tokenState() })))
    const stopped = signal(x, { stop: { error: 'Enough', cause: 'because' } })
    expect(stopped).toMatchObject({ status: 'ABORTED', error: 'Enough', cause: 'because' })
    expect(pending(stopped)).toEqual([])
  })

  it('comes too late once the execution has ended', () => {
    const run = drive(machineOf({ A: { Type: 'Pass', End: true } }))
    expect(() => signal(run, 'stop')).toThrow('the execution has ended')
    expect(() => resume(run, 1, gives())).toThrow(UserError)
  })
})
