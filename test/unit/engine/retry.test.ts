import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { traceOf } from '../../../src/engine.js'
import {
  chainOf,
  delaysOf,
  detailsOf,
  drive,
  edgesTaken,
  failsWith,
  gives,
  machineOf,
  taskState,
  timesOf,
  typesOf,
} from './drive.js'

const retrying = (...Retry: readonly Json[]) => machineOf({ T: taskState({ Retry }) })

const retried = (name: string, error: string) =>
  delaysOf(drive(retrying({ ErrorEquals: [name], MaxAttempts: 1 }), { answers: { T: failsWith(error) } })).length === 1

const jitteredDelays = (definition: Json, seed: number) => {
  const run = drive(definition, { seed, answers: { A: failsWith('X'), B: failsWith('X') } })
  return traceOf(run).flatMap(({ state, what }) => (what.kind === 'retry' ? [`${state} ${what.delayMs}`] : []))
}

describe('Retry', () => {
  it('writes nothing between the attempts', () => {
    const run = drive(retrying({ ErrorEquals: ['X'], MaxAttempts: 1 }), { answers: { T: [failsWith('X'), gives(1)] } })
    expect(chainOf(run).slice(3)).toEqual([
      '4<3 TaskStarted',
      '5<4 TaskFailed',
      '6<5 TaskScheduled',
      '7<6 TaskStarted',
      '8<7 TaskSucceeded',
      '9<8 TaskStateExited',
      '10<9 ExecutionSucceeded',
    ])
  })

  it('backs off for hours in no real time', () => {
    const machine = retrying({ ErrorEquals: ['X'], IntervalSeconds: 3600, BackoffRate: 1, MaxAttempts: 5 })
    const run = drive(machine, { answers: { T: failsWith('X') } })
    expect(run.status).toBe('FAILED')
    expect(timesOf(run, 'TaskScheduled')).toEqual([0, 1, 2, 3, 4, 5].map((hour) => `TaskScheduled ${hour * 3600}`))
    expect(delaysOf(run)).toEqual([1, 1, 1, 1, 1].map((hour) => hour * 3_600_000))
  })

  it('by default tries three times more, after 1, 2 and 4 seconds', () => {
    const run = drive(retrying({ ErrorEquals: ['X'] }), { answers: { T: failsWith('X') } })
    expect(delaysOf(run)).toEqual([1_000, 2_000, 4_000])
    expect(detailsOf(run, 'TaskFailed')).toHaveLength(4)
  })

  it('with MaxAttempts 0 never tries again, and no other retrier does', () => {
    const run = drive(retrying({ ErrorEquals: ['X'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }), {
      answers: { T: failsWith('X') },
    })
    expect(delaysOf(run)).toEqual([])
    expect(edgesTaken(run)).toContain('/States/T/Retry/0 exhausted')
  })

  it('counts for each retrier apart', () => {
    const machine = retrying(
      { ErrorEquals: ['A'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2 },
      { ErrorEquals: ['B'], IntervalSeconds: 10, BackoffRate: 2, MaxAttempts: 2 },
    )
    const run = drive(machine, { answers: { T: ['A', 'B', 'A', 'B', 'B'].map((error) => failsWith(error)) } })
    expect(delaysOf(run)).toEqual([1_000, 10_000, 2_000, 20_000])
    expect(run.error).toBe('B')
    expect(traceOf(run).find(({ what }) => what.kind === 'exhausted')?.edge).toBe('/States/T/Retry/1')
  })

  it('hands an exhausted retrier over to Catch without trying later ones', () => {
    const machine = machineOf({
      T: taskState({
        Retry: [
          { ErrorEquals: ['X'], MaxAttempts: 1 },
          { ErrorEquals: ['States.ALL'], MaxAttempts: 9 },
        ],
        Catch: [{ ErrorEquals: ['X'], Next: 'Z' }],
      }),
      Z: { Type: 'Succeed' },
    })
    const run = drive(machine, { answers: { T: failsWith('X') } })
    expect(run.status).toBe('SUCCEEDED')
    expect(delaysOf(run)).toEqual([1_000])
    const caught = traceOf(run).find(({ what }) => what.kind === 'catch')
    expect(caught).toMatchObject({ edge: '/States/T/Catch/0', what: { afterRetrier: 0, next: 'Z', error: 'X' } })
  })

  it('hangs its trace on the failing event, since AWS writes none for it', () => {
    const run = drive(retrying({ ErrorEquals: ['X'], MaxAttempts: 1 }), { answers: { T: [failsWith('X'), gives()] } })
    const entry = traceOf(run).find(({ what }) => what.kind === 'retry')
    const what = { kind: 'retry', retrier: 0, attempt: 1, max: 1, delayMs: 1_000, boundMs: 1_000, error: 'X' }
    expect(entry).toEqual({ atEventId: 5, enteredEventId: 2, state: 'T', edge: '/States/T/Retry/0', what })
  })

  it('counts afresh when the state is entered again', () => {
    const machine = machineOf({
      T: taskState({
        ResultPath: null,
        Retry: [{ ErrorEquals: ['X'], MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ['X'], ResultPath: null, Next: 'T' }],
      }),
    })
    const run = drive(machine, { answers: { T: [failsWith('X'), failsWith('X'), failsWith('X'), gives()] } })
    expect(run.status).toBe('SUCCEEDED')
    expect(delaysOf(run)).toEqual([1_000, 1_000])
  })

  it('matches names whole and in their case; States.ALL and States.TaskFailed stand for any task error', () => {
    expect(retried('Carrier.Down', 'Carrier.Down')).toBe(true)
    expect(retried('carrier.down', 'Carrier.Down')).toBe(false)
    expect(retried('Carrier', 'Carrier.Down')).toBe(false)
    expect(retried('States.ALL', 'Carrier.Down')).toBe(true)
    expect(retried('States.TaskFailed', 'Carrier.Down')).toBe(true)
    expect(retried('States.TaskFailed', 'States.Timeout')).toBe(false)
    expect(retried('States.ALL', 'States.Timeout')).toBe(true)
    expect(retried('States.ALL', 'States.Runtime')).toBe(false)
    expect(retried('States.Runtime', 'States.Runtime')).toBe(false)
  })

  it('retries a failure without a name only for States.ALL', () => {
    const nameless = { outcome: { failure: {} } }
    const retries = (name: string) =>
      delaysOf(drive(retrying({ ErrorEquals: [name], MaxAttempts: 2 }), { answers: { T: nameless } })).length
    expect(retries('States.ALL')).toBe(2)
    expect(retries('States.TaskFailed')).toBe(0)
    expect(retries('undefined')).toBe(0)
  })

  it('shows the attempt to the call and as RetryCount', () => {
    const seen: unknown[] = []
    const Parameters = { 'n.$': '$$.State.RetryCount' }
    const machine = machineOf({ T: taskState({ Parameters, Retry: [{ ErrorEquals: ['X'], MaxAttempts: 2 }] }) })
    drive(machine, {
      answers: (call) => {
        seen.push([call.attempt, call.ordinal, call.parameters])
        return failsWith('X')
      },
    })
    expect(seen).toEqual([
      [1, 1, { n: 0 }],
      [2, 2, { n: 1 }],
      [3, 3, { n: 2 }],
    ])
  })

  it('retries a JSONata expression that fails: EvaluationFailed each time, and nothing scheduled', () => {
    const state = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: '{% $nope %}',
      Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], MaxAttempts: 2 }],
      End: true,
    }
    const run = drive(machineOf({ T: state }, { QueryLanguage: 'JSONata' }))
    expect(typesOf(run).slice(1)).toEqual([
      'TaskStateEntered',
      'EvaluationFailed',
      'EvaluationFailed',
      'EvaluationFailed',
      'ExecutionFailed',
    ])
    expect(delaysOf(run)).toEqual([1_000, 2_000])
  })

  it('draws FULL jitter from the seed and the site, so that it is the same again and different elsewhere', () => {
    const jitter = { ErrorEquals: ['X'], IntervalSeconds: 1000, BackoffRate: 1, MaxAttempts: 3, JitterStrategy: 'FULL' }
    const two = (first: Json) =>
      machineOf({ A: taskState({ ...(first as object), Next: 'B' }), B: taskState({ Retry: [jitter] }) })
    const retryFirst = { Retry: [jitter], Catch: [{ ErrorEquals: ['X'], Next: 'B' }] }
    const both = jitteredDelays(two(retryFirst), 1)
    expect(both).toEqual(jitteredDelays(two(retryFirst), 1))
    expect(both).not.toEqual(jitteredDelays(two(retryFirst), 2))
    expect(new Set(both.map((text) => text.slice(2))).size).toBe(6)
    const withoutFirst = jitteredDelays(two({ Catch: [{ ErrorEquals: ['X'], Next: 'B' }] }), 1)
    expect(withoutFirst).toEqual(both.slice(3))
  })

  it('keeps the drawn delay under its bound', () => {
    const jitter = {
      ErrorEquals: ['X'],
      IntervalSeconds: 8,
      BackoffRate: 4,
      MaxDelaySeconds: 20,
      JitterStrategy: 'FULL',
    }
    for (let seed = 0; seed < 20; seed++) {
      const run = drive(retrying(jitter), { seed, answers: { T: failsWith('X') } })
      const retries = traceOf(run).flatMap(({ what }) => (what.kind === 'retry' ? [what] : []))
      expect(retries.map((what) => what.boundMs)).toEqual([8_000, 20_000, 20_000])
      expect(
        retries.every((what) => Number.isInteger(what.delayMs) && what.delayMs >= 0 && what.delayMs <= what.boundMs),
      ).toBe(true)
    }
  })
})
