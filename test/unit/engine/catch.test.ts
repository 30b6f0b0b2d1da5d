import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { traceOf } from '../../../src/engine.js'
import { chainOf, detailsOf, drive, edgesTaken, failsWith, gives, machineOf, taskState, typesOf } from './drive.js'

const catching = (Catch: readonly Json[], fields: Readonly<Record<string, Json>> = {}) =>
  machineOf({ T: taskState({ Catch, Next: 'Z', ...fields }), Z: { Type: 'Succeed' } })

describe('Catch', () => {
  it('leaves the state with the Error Output', () => {
    const run = drive(catching([{ ErrorEquals: ['X'], Next: 'Z' }]), { answers: { T: failsWith('X') } })
    expect(run.output).toEqual({ Error: 'X', Cause: 'because' })
    expect(chainOf(run).slice(4, 7)).toEqual(['5<4 TaskFailed', '6<5 TaskStateExited', '7<6 SucceedStateEntered'])
  })

  it('places it in the raw input, and skips ResultSelector, ResultPath and OutputPath of the state', () => {
    const fields = { InputPath: '$.in', ResultSelector: { 'x.$': '$.no' }, ResultPath: '$.r', OutputPath: '$.no.such' }
    const run = drive(catching([{ ErrorEquals: ['States.ALL'], ResultPath: '$.e', Next: 'Z' }], fields), {
      input: { in: 1, keep: 2 },
      answers: { T: failsWith('X') },
    })
    expect(run.output).toEqual({ in: 1, keep: 2, e: { Error: 'X', Cause: 'because' } })
  })

  it('takes the first catcher that matches', () => {
    const machine = catching([
      { ErrorEquals: ['A', 'B'], Next: 'Z' },
      { ErrorEquals: ['B'], Next: 'Z' },
      { ErrorEquals: ['States.ALL'], Next: 'Z' },
    ])
    const taken = (error: string) => edgesTaken(drive(machine, { answers: { T: failsWith(error) } }))
    expect(taken('B')).toContain('/States/T/Catch/0 catch')
    expect(taken('C')).toContain('/States/T/Catch/2 catch')
  })

  it('does not count as the Next of the state, even where both lead to the same one', () => {
    const machine = catching([{ ErrorEquals: ['X'], Next: 'Z' }])
    expect(edgesTaken(drive(machine, { answers: { T: failsWith('X') } }))).toEqual([
      '/States/T entered',
      '/States/T/Catch/0 catch',
      '/States/Z entered',
    ])
    expect(edgesTaken(drive(machine, { answers: { T: gives() } }))).toEqual([
      '/States/T entered',
      '/States/T/Next next',
      '/States/Z entered',
    ])
  })

  it.each([['States.ALL'], ['States.Runtime']])('never gets States.Runtime, not even as %s', (name) => {
    const run = drive(catching([{ ErrorEquals: [name], Next: 'Z' }], { Parameters: { 'v.$': '$.nope' } }))
    expect(run.error).toBe('States.Runtime')
    expect(typesOf(run)).toEqual(['ExecutionStarted', 'TaskStateEntered', 'ExecutionFailed'])
    const answered = drive(catching([{ ErrorEquals: [name], Next: 'Z' }]), {
      answers: { T: failsWith('States.Runtime') },
    })
    expect(answered.error).toBe('States.Runtime')
  })

  it('gets a failure without a name as nulls, by States.ALL alone', () => {
    const nameless = { outcome: { failure: {} } }
    const run = drive(catching([{ ErrorEquals: ['States.ALL'], ResultPath: '$.e', Next: 'Z' }]), {
      answers: { T: nameless },
    })
    expect(run.output).toEqual({ e: { Error: null, Cause: null } })
    expect(
      drive(catching([{ ErrorEquals: ['States.TaskFailed'], Next: 'Z' }]), { answers: { T: nameless } }).status,
    ).toBe('FAILED')
  })

  it('assigns its own variables and not those of the state', () => {
    const machine = machineOf({
      T: taskState({
        Assign: { by: 'state' },
        Catch: [{ ErrorEquals: ['X'], Assign: { by: 'catcher', 'error.$': '$.Error' }, Next: 'Z' }],
        Next: 'Z',
      }),
      Z: { Type: 'Pass', Parameters: { 'by.$': '$by', 'error.$': '$error' }, End: true },
    })
    const run = drive(machine, { answers: { T: failsWith('X') } })
    expect(run.output).toEqual({ by: 'catcher', error: 'X' })
    expect(detailsOf(run, 'TaskStateExited')).toMatchObject([{ assignedVariables: { by: 'catcher', error: 'X' } }])
  })

  it('fails the execution with the error as it is where no catcher matches', () => {
    const run = drive(catching([{ ErrorEquals: ['Y'], Next: 'Z' }]), { answers: { T: failsWith('X') } })
    expect(run).toMatchObject({ status: 'FAILED', error: 'X', cause: 'because' })
    expect(traceOf(run).at(-1)).toMatchObject({
      edge: '/States/T',
      what: { kind: 'unhandled', error: 'X' },
      atEventId: 5,
    })
  })

  it('can catch what the state does with a good result', () => {
    const machine = catching([{ ErrorEquals: ['States.ResultPathMatchFailure'], ResultPath: null, Next: 'Z' }], {
      ResultPath: '$.a.b',
    })
    const run = drive(machine, { input: { a: 1 }, answers: { T: gives(1) } })
    expect(run.status).toBe('SUCCEEDED')
    expect(typesOf(run)).toContain('TaskSucceeded')
  })

  it('has Output, Assign and $states.errorOutput in JSONata', () => {
    const T = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: {},
      Catch: [
        {
          ErrorEquals: ['States.ALL'],
          Output: { in: '{% $states.input %}', error: '{% $states.errorOutput.Error %}' },
          Assign: { cause: '{% $states.errorOutput.Cause %}' },
          Next: 'Z',
        },
      ],
      End: true,
    }
    const Z = { Type: 'Pass', Output: '{% $merge([$states.input, {"cause": $cause}]) %}', End: true }
    const run = drive(machineOf({ T, Z }, { QueryLanguage: 'JSONata' }), { input: 1, answers: { T: failsWith('X') } })
    expect(run.output).toEqual({ in: 1, error: 'X', cause: 'because' })
  })

  it('hands on the Error Output by default in JSONata', () => {
    const T = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Catch: [{ ErrorEquals: ['X'], Next: 'Z' }],
      End: true,
    }
    const run = drive(machineOf({ T, Z: { Type: 'Succeed' } }, { QueryLanguage: 'JSONata' }), {
      answers: { T: failsWith('X') },
    })
    expect(run.output).toEqual({ Error: 'X', Cause: 'because' })
  })

  it('whose own Output fails is not caught again', () => {
    const T = {
      Type: 'Parallel',
      Branches: [{ StartAt: 'F', States: { F: { Type: 'Fail', Error: 'E' } } }],
      Catch: [
        { ErrorEquals: ['E'], Output: { v: '{% $nope %}' }, Next: 'Z' },
        { ErrorEquals: ['States.ALL'], Next: 'Z' },
      ],
      End: true,
    }
    const run = drive(machineOf({ T, Z: { Type: 'Succeed' } }, { QueryLanguage: 'JSONata' }))
    expect(run.error).toBe('States.QueryEvaluationError')
    expect(chainOf(run).slice(4)).toEqual([
      '5<4 ParallelStateFailed',
      '6<4 EvaluationFailed',
      '7<6 ParallelStateFailed',
      '8<7 ExecutionFailed',
    ])
    expect(detailsOf(run, 'EvaluationFailed')).toMatchObject([{ location: 'Catch[0]/Output/v', state: 'T' }])
  })
})
