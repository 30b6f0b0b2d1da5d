import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { chainOf, detailsOf, drive, failsWith, machineOf, tailOf, taskState, timesOf, typesOf } from './drive.js'

type Fields = Readonly<Record<string, Json>>
const map = (state: Json, fields: Fields = {}): Json => {
  const end = Object.hasOwn(fields, 'Next') ? {} : { End: true }
  return { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: state } }, ...end, ...fields }
}
const mapOf = (state: Json, fields: Fields = {}) => machineOf({ M: map(state, fields) })
const pass = { Type: 'Pass', End: true }

describe('a Map of which an item fails', () => {
  it('writes MapIterationFailed in its place among the siblings, each with an Aborted for its open state', () => {
    const run = drive(mapOf(taskState()), {
      input: [0, 1, 2],
      answers: (call) => (call.items[0]?.index === 1 ? failsWith('X', 5) : 'never'),
    })
    expect(tailOf(run, 'TaskFailed')).toEqual([
      'TaskFailed after TaskStarted',
      'MapIterationAborted after TaskFailed',
      'TaskStateAborted after TaskFailed',
      'MapIterationFailed after TaskFailed',
      'TaskStateAborted after TaskFailed',
      'MapIterationAborted after TaskFailed',
      'TaskStateAborted after TaskFailed',
      'MapStateFailed after TaskFailed',
      'ExecutionFailed after MapStateFailed',
    ])
    expect(detailsOf(run, 'MapIterationFailed')).toEqual([{ name: 'M', index: 1 }])
    expect(detailsOf(run, 'MapIterationAborted')).toEqual([
      { name: 'M', index: 0 },
      { name: 'M', index: 2 },
    ])
  })

  it('does so after every TaskTimedOut of the same millisecond', () => {
    const run = drive(mapOf(taskState({ TimeoutSeconds: 5 })), { input: [0, 1], answers: () => 'never' })
    expect(chainOf(run).slice(11)).toEqual([
      '12<10 TaskTimedOut',
      '13<11 TaskTimedOut',
      '14<12 MapIterationFailed',
      '15<12 TaskStateAborted',
      '16<12 MapIterationAborted',
      '17<12 TaskStateAborted',
      '18<12 MapStateFailed',
      '19<18 ExecutionFailed',
    ])
  })

  it('aborts items that wait', () => {
    const processor = {
      StartAt: 'C',
      States: {
        C: { Type: 'Choice', Choices: [{ Variable: '$', NumericEquals: 0, Next: 'F' }], Default: 'W' },
        F: { Type: 'Fail', Error: 'E' },
        W: { Type: 'Wait', Seconds: 60, End: true },
      },
    }
    const run = drive(machineOf({ M: { Type: 'Map', ItemProcessor: processor, End: true } }), { input: [1, 0] })
    expect(typesOf(run).slice(-5)).toEqual([
      'MapIterationAborted',
      'WaitStateAborted',
      'MapIterationFailed',
      'MapStateFailed',
      'ExecutionFailed',
    ])
    expect(timesOf(run).at(-1)).toBe('ExecutionFailed 0')
  })

  it('retried, runs all its items again, without MapStateFailed in between', () => {
    const Retry = [{ ErrorEquals: ['E'], IntervalSeconds: 7, MaxAttempts: 1 }]
    const run = drive(mapOf({ Type: 'Fail', Error: 'E' }, { Retry }), { input: [1] })
    expect(chainOf(run).slice(4)).toEqual([
      '5<4 FailStateEntered',
      '6<5 MapIterationFailed',
      '7<5 MapStateStarted',
      '8<7 MapIterationStarted',
      '9<8 FailStateEntered',
      '10<9 MapIterationFailed',
      '11<9 MapStateFailed',
      '12<11 ExecutionFailed',
    ])
    expect(timesOf(run, 'MapStateStarted')).toEqual(['MapStateStarted 0', 'MapStateStarted 7'])
  })

  it('whose selector fails for a later item ends the items that run, once', () => {
    const selector = { v: '{% $lookup($states.context.Map.Item.Value, "v") %}' }
    const jsonata = (fields: Fields) =>
      machineOf(
        { M: map(pass, { Items: '{% $states.input %}', ItemSelector: selector, ...fields }), Z: { Type: 'Succeed' } },
        { QueryLanguage: 'JSONata' },
      )
    const handlers = {
      MaxConcurrency: 2,
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }],
      Next: 'Z',
    }
    const run = drive(jsonata(handlers), { input: [{ v: 1 }, { v: 2 }, {}, {}] })
    expect(run.output).toMatchObject({ Error: 'States.QueryEvaluationError' })
    expect(typesOf(run).filter((type) => type === 'EvaluationFailed' || type === 'MapStateStarted')).toEqual([
      'MapStateStarted',
      'EvaluationFailed',
      'MapStateStarted',
      'EvaluationFailed',
    ])
    expect(typesOf(run).slice(-5)).toEqual([
      'MapStateFailed',
      'MapStateExited',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ])
    expect(drive(jsonata({ Next: 'Z' }), { input: [{ v: 1 }, {}] }).error).toBe('States.QueryEvaluationError')
  })
})
