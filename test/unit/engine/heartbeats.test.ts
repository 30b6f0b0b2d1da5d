import { describe, expect, it } from 'vitest'
import { type Execution, advance, pending, resume, signal } from '../../../src/engine.js'
import { begin, detailsOf, drive, edgesTaken, machineOf, timesOf, tokenState, typesOf } from './drive.js'

const submitted = { submitted: {} }

function submit(definition: Parameters<typeof begin>[0]): { readonly x: Execution; readonly token: string } {
  const called = advance(begin(definition))
  const token = pending(called)[0]?.taskToken ?? ''
  return { x: advance(resume(called, 1, submitted), called.nowMs), token }
}

describe('HeartbeatSeconds', () => {
  it('ends a Task that is silent for so long, as a TaskTimedOut with States.Timeout', () => {
    const run = drive(machineOf({ T: tokenState({ HeartbeatSeconds: 1, TimeoutSeconds: 60 }) }), {
      answers: { T: submitted },
    })
    expect(timesOf(run, 'TaskTimedOut')).toEqual(['TaskTimedOut 1'])
    expect(detailsOf(run, 'TaskTimedOut')).toMatchObject([{ error: 'States.Timeout' }])
    expect(edgesTaken(run)).toContain('/States/T/HeartbeatSeconds heartbeat')
  })

  it.each(['States.HeartbeatTimeout', 'States.Timeout', 'States.ALL'])('is caught by %s', (name) => {
    const machine = machineOf({
      T: tokenState({ HeartbeatSeconds: 1, Catch: [{ ErrorEquals: [name], Next: 'Z' }] }),
      Z: { Type: 'Succeed' },
    })
    const run = drive(machine, { answers: { T: submitted } })
    expect(run.output).toEqual({ Error: 'States.Timeout', Cause: '' })
  })

  it('of a Task that merely takes too long is not what States.HeartbeatTimeout catches', () => {
    const machine = machineOf({
      T: tokenState({ TimeoutSeconds: 1, Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Z' }] }),
      Z: { Type: 'Succeed' },
    })
    expect(drive(machine, { answers: { T: submitted } }).status).toBe('FAILED')
  })

  it('is not caught by States.TaskFailed', () => {
    const machine = machineOf({
      T: tokenState({ HeartbeatSeconds: 1, Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Z' }] }),
      Z: { Type: 'Succeed' },
    })
    expect(drive(machine, { answers: { T: submitted } }).status).toBe('FAILED')
  })

  it('begins anew with each heartbeat, which the timeout does not', () => {
    const { x, token } = submit(machineOf({ T: tokenState({ HeartbeatSeconds: 10, TimeoutSeconds: 25 }) }))
    let current = x
    for (const second of [9, 18]) {
      current = signal(advance(current, x.settings.startAtMs + second * 1000), { token, heartbeat: true })
    }
    expect(timesOf(advance(current), 'TaskTimedOut')).toEqual(['TaskTimedOut 25'])
    const silent = advance(signal(advance(x, x.nowMs + 9_000), { token, heartbeat: true }))
    expect(timesOf(silent, 'TaskTimedOut')).toEqual(['TaskTimedOut 19'])
  })

  it('may be a path, which must lead to a positive whole number', () => {
    const run = drive(machineOf({ T: tokenState({ HeartbeatSecondsPath: '$.h' }) }), {
      input: { h: 0 },
      answers: { T: submitted },
    })
    expect(run.error).toBe('States.Runtime')
    expect(typesOf(run)).toEqual(['ExecutionStarted', 'TaskStateEntered', 'ExecutionFailed'])
  })
})
