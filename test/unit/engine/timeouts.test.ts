import { describe, expect, it } from 'vitest'
import { bareCause, chainOf, detailsOf, drive, edgesTaken, gives, machineOf, taskState, timesOf } from './drive.js'

const outcomeAfter = (afterMs: number) =>
  drive(machineOf({ T: taskState({ TimeoutSeconds: 5 }) }), { answers: { T: gives('late', afterMs) } })

const byPath = (timeout: unknown) =>
  drive(machineOf({ T: taskState({ TimeoutSecondsPath: '$.t' }) }), {
    input: { t: timeout as never },
    answers: { T: 'never' },
  })

const racing = (waitSeconds: number) =>
  machineOf({
    P: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: waitSeconds, End: true } } },
        {
          StartAt: 'T',
          States: {
            T: taskState({ TimeoutSeconds: 60, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Z' }] }),
            Z: { Type: 'Succeed' },
          },
        },
      ],
      End: true,
    },
  })
const race = (waitSeconds: number) =>
  timesOf(drive(racing(waitSeconds), { answers: { T: 'never' } }), 'WaitStateExited', 'TaskTimedOut')

describe('TimeoutSeconds of a Task', () => {
  it('ends it with States.Timeout and no cause, and a catcher sees an empty one', () => {
    const machine = machineOf({
      T: taskState({
        TimeoutSeconds: 3600,
        Catch: [{ ErrorEquals: ['States.Timeout'], ResultPath: '$.e', Next: 'Z' }],
        Next: 'Z',
      }),
      Z: { Type: 'Succeed' },
    })
    const run = drive(machine, { input: { a: 1 }, answers: { T: 'never' } })
    expect(run.output).toEqual({ a: 1, e: { Error: 'States.Timeout', Cause: '' } })
    expect(detailsOf(run, 'TaskTimedOut')).toEqual([
      { resourceType: 'lambda', resource: 'invoke', error: 'States.Timeout' },
    ])
    expect(timesOf(run, 'TaskTimedOut')).toEqual(['TaskTimedOut 3600'])
    expect(edgesTaken(run)).toContain('/States/T/TimeoutSeconds timeout')
  })

  it('races the answer: what is earlier wins, and at the same millisecond the answer does', () => {
    expect(outcomeAfter(4_999).status).toBe('SUCCEEDED')
    expect(outcomeAfter(5_000).status).toBe('SUCCEEDED')
    expect(chainOf(outcomeAfter(5_001)).at(-2)).toBe('5<4 TaskTimedOut')
  })

  it('races a Wait in another branch, in the order of virtual time', () => {
    expect(race(59)).toEqual(['WaitStateExited 59', 'TaskTimedOut 60'])
    expect(race(61)).toEqual(['TaskTimedOut 60', 'WaitStateExited 61'])
    expect(race(60)).toEqual(['TaskTimedOut 60', 'WaitStateExited 60'])
  })

  it('counts anew for each attempt, and not during the back-off', () => {
    const machine = machineOf({
      T: taskState({
        TimeoutSeconds: 10,
        Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 100, BackoffRate: 1, MaxAttempts: 2 }],
      }),
    })
    const run = drive(machine, { answers: { T: 'never' } })
    expect(timesOf(run, 'TaskScheduled', 'TaskTimedOut')).toEqual([
      'TaskScheduled 0',
      'TaskTimedOut 10',
      'TaskScheduled 110',
      'TaskTimedOut 120',
      'TaskScheduled 220',
      'TaskTimedOut 230',
    ])
  })

  it('may be an expression or a path, which must lead to a positive whole number', () => {
    expect(timesOf(byPath(7), 'TaskTimedOut')).toEqual(['TaskTimedOut 7'])
    expect(bareCause(byPath('x'))).toBe(
      'The TimeoutSecondsPath field refers to value "x" which is not a valid integer: $.t',
    )
    for (const bad of [0, -1]) expect(byPath(bad).error).toBe('States.Runtime')
    const jsonata = {
      T: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: {},
        TimeoutSeconds: '{% $states.input.t %}',
        End: true,
      },
    }
    const run = drive(machineOf(jsonata, { QueryLanguage: 'JSONata' }), { input: { t: 8 }, answers: { T: 'never' } })
    expect(timesOf(run, 'TaskTimedOut')).toEqual(['TaskTimedOut 8'])
  })

  it.each([
    ['States.Timeout', 'TimeoutSeconds'],
    ['States.HeartbeatTimeout', 'HeartbeatSeconds'],
  ])('is also what an answer says that fails with %s, which keeps its cause', (error, field) => {
    const run = drive(
      machineOf({ T: taskState({ Catch: [{ ErrorEquals: [error], Next: 'Z' }] }), Z: { Type: 'Succeed' } }),
      {
        answers: { T: { outcome: { failure: { error, cause: 'the bank is silent' } } } },
      },
    )
    expect(detailsOf(run, 'TaskTimedOut')).toMatchObject([{ error: 'States.Timeout', cause: 'the bank is silent' }])
    expect(run.output).toEqual({ Error: 'States.Timeout', Cause: 'the bank is silent' })
    expect(edgesTaken(run).some((edge) => edge.startsWith(`/States/T/${field}`))).toBe(true)
  })

  it('of a Task that never answers and has none is the end of the execution', () => {
    const run = drive(machineOf({ T: taskState() }), { answers: { T: 'never' } })
    expect(timesOf(run).at(-1)).toBe('ExecutionTimedOut 31536000')
  })
})

describe('TimeoutSeconds of the machine', () => {
  it('ends the execution without a word about the state it was in', () => {
    const run = drive(machineOf({ W: { Type: 'Wait', Seconds: 60, End: true } }, { TimeoutSeconds: 1 }))
    expect(run.status).toBe('TIMED_OUT')
    expect(chainOf(run)).toEqual(['1<0 ExecutionStarted', '2<0 WaitStateEntered', '3<0 ExecutionTimedOut'])
    expect(detailsOf(run, 'ExecutionTimedOut')).toEqual([{ error: 'States.Timeout' }])
  })

  it('cuts back-offs and tasks, too', () => {
    const retry = { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 50 }] }
    const limit = { TimeoutSeconds: 30 }
    const failing = drive(machineOf({ T: taskState(retry) }, limit), { answers: { T: { outcome: { failure: {} } } } })
    expect(timesOf(failing).at(-1)).toBe('ExecutionTimedOut 30')
    const hanging = drive(machineOf({ T: taskState(retry) }, limit), { answers: { T: 'never' } })
    expect(timesOf(hanging).at(-1)).toBe('ExecutionTimedOut 30')
  })

  it('comes after everything else that is due at its millisecond', () => {
    const machine = machineOf({ W: { Type: 'Wait', Seconds: 60, End: true } }, { TimeoutSeconds: 60 })
    expect(drive(machine).status).toBe('SUCCEEDED')
  })

  it('never comes where the limits know no end and nothing is due', () => {
    const limits = { executionSeconds: Number.POSITIVE_INFINITY }
    const run = drive(machineOf({ T: taskState() }), { limits, answers: { T: 'never' } })
    expect(run.status).toBe('RUNNING')
    expect(run.nowMs).toBe(run.settings.startAtMs)
  })
})
