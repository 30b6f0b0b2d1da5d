import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { advance, historyOf, pending } from '../../../src/engine.js'
import {
  bareCause,
  begin,
  chainOf,
  delaysOf,
  detailsOf,
  drive,
  gives,
  machineOf,
  taskState,
  timesOf,
  typesOf,
  workState,
} from './drive.js'

type Fields = Readonly<Record<string, Json>>
const map = (state: Json, fields: Fields = {}): Json => {
  const end = Object.hasOwn(fields, 'Next') ? {} : { End: true }
  return { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: state } }, ...end, ...fields }
}
const mapOf = (state: Json, fields: Fields = {}) => machineOf({ M: map(state, fields) })
const pass = { Type: 'Pass', End: true }

describe('Map', () => {
  it('runs its items and gathers the outputs in item order, whatever order they end in', () => {
    const run = drive(mapOf(workState(), { ItemsPath: '$.list' }), {
      input: { list: [30, 10, 20] },
      answers: (call) => gives(call.input, Number(call.input)),
    })
    expect(run.output).toEqual([30, 10, 20])
    const order = detailsOf(run, 'MapIterationSucceeded').map((details) => (details as { index: number }).index)
    expect(order).toEqual([1, 2, 0])
  })

  it('starts all items first, and each chain begins at its own start', () => {
    expect(chainOf(drive(mapOf(pass), { input: [1, 2] }))).toEqual([
      '1<0 ExecutionStarted',
      '2<0 MapStateEntered',
      '3<2 MapStateStarted',
      '4<3 MapIterationStarted',
      '5<3 MapIterationStarted',
      '6<4 PassStateEntered',
      '7<5 PassStateEntered',
      '8<6 PassStateExited',
      '9<7 PassStateExited',
      '10<8 MapIterationSucceeded',
      '11<9 MapIterationSucceeded',
      '12<11 MapStateSucceeded',
      '13<11 MapStateExited',
      '14<13 ExecutionSucceeded',
    ])
  })

  it('runs no more than MaxConcurrency items at a time; one that starts points to what made room for it', () => {
    const one = drive(mapOf(pass, { MaxConcurrency: 1 }), { input: [1, 2] })
    expect(chainOf(one).slice(3, 9)).toEqual([
      '4<3 MapIterationStarted',
      '5<4 PassStateEntered',
      '6<5 PassStateExited',
      '7<6 MapIterationSucceeded',
      '8<6 MapIterationStarted',
      '9<8 PassStateEntered',
    ])
    const two = drive(mapOf({ Type: 'Wait', Seconds: 1, End: true }, { MaxConcurrency: 2 }), { input: [1, 2, 3, 4, 5] })
    expect(timesOf(two, 'MapIterationStarted').map((text) => text.slice(-1))).toEqual(['0', '0', '1', '1', '2'])
    expect(timesOf(two).at(-1)).toBe('ExecutionSucceeded 3')
  })

  it('runs no more than 40 items at a time whatever it asks for', () => {
    const input = Array.from({ length: 100 }, (_, i) => i)
    for (const fields of [{}, { MaxConcurrency: 0 }, { MaxConcurrency: 99 }]) {
      expect(pending(advance(begin(mapOf(taskState(), fields), { input })))).toHaveLength(40)
    }
  })

  it('takes MaxConcurrency by path or expression, and a negative one is States.Runtime', () => {
    const byPath = (n: Json) =>
      drive(mapOf(pass, { MaxConcurrencyPath: '$.n', ItemsPath: '$.l' }), { input: { n, l: [1, 2] } })
    expect(byPath(1).status).toBe('SUCCEEDED')
    expect(bareCause(byPath('NoNumber'))).toBe(
      'The MaxConcurrencyPath field refers to value "NoNumber" which is not a valid integer: $.n',
    )
    expect(byPath(-1)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
    const ProcessorConfig = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }
    const ItemProcessor = { ...machineOf({ I: pass }), ProcessorConfig }
    const distributed = machineOf({
      M: { Type: 'Map', ItemProcessor, MaxConcurrencyPath: '$.n', ItemsPath: '$.l', End: true },
    })
    expect(bareCause(drive(distributed, { input: { n: -1, l: [1] } }))).toBe('MaxConcurrency cannot be negative.')
    const jsonata = { QueryLanguage: 'JSONata', Items: '{% $states.input %}', MaxConcurrency: '{% 1 + 0 %}' }
    expect(chainOf(drive(mapOf(pass, jsonata), { input: [1, 2] }))[7]).toBe('8<6 MapIterationStarted')
  })

  it('succeeds at once with no items', () => {
    const run = drive(mapOf(pass), { input: [] })
    expect(run.output).toEqual([])
    expect(chainOf(run).slice(2, 5)).toEqual(['3<2 MapStateStarted', '4<3 MapStateSucceeded', '5<3 MapStateExited'])
  })

  it('makes the input of an item with ItemSelector, and hands on with the fields of a Task', () => {
    const fields = {
      InputPath: '$.in',
      ItemsPath: '$.list',
      ItemSelector: { 'v.$': '$$.Map.Item.Value', 'i.$': '$$.Map.Item.Index', 'of.$': '$.name', fixed: 1 },
      ResultSelector: { 'all.$': '$[*].v' },
      ResultPath: '$.out',
    }
    const run = drive(mapOf(pass, fields), { input: { in: { list: ['a', 'b'], name: 'n' } } })
    expect(run.output).toEqual({ in: { list: ['a', 'b'], name: 'n' }, out: { all: ['a', 'b'] } })
    const entered = historyOf(run).filter((event) => event.type === 'PassStateEntered')
    expect(entered[1]?.details).toMatchObject({ input: { v: 'b', i: 1, of: 'n', fixed: 1 } })
  })

  it('knows the older names Iterator and Parameters', () => {
    const Iterator = { StartAt: 'I', States: { I: pass } }
    const older = { Type: 'Map', Iterator, Parameters: { 'v.$': '$$.Map.Item.Value' }, End: true }
    expect(drive(machineOf({ M: older }), { input: [5] }).output).toEqual([{ v: 5 }])
  })

  it('fails where there is no list to run over', () => {
    expect(bareCause(drive(mapOf(pass), { input: { a: 1 } }))).toBe('Reference path "$" must point to array.')
    const jsonata = drive(mapOf(pass, { QueryLanguage: 'JSONata', Items: '{% 1 %}' }))
    expect(typesOf(jsonata).slice(1)).toEqual([
      'MapStateEntered',
      'EvaluationFailed',
      'MapStateFailed',
      'ExecutionFailed',
    ])
  })

  it('draws other numbers for each item, for each attempt, and on the way out', () => {
    const jitter = { ErrorEquals: ['E'], IntervalSeconds: 1000, BackoffRate: 1, JitterStrategy: 'FULL' }
    const failing = drive(mapOf({ Type: 'Fail', Error: 'E' }, { Retry: [jitter] }), { input: [1] })
    expect(new Set(delaysOf(failing)).size).toBe(3)
    const fields = {
      ItemSelector: { 'id.$': 'States.UUID()' },
      ResultSelector: { 'in.$': '$[*].id', 'out.$': 'States.UUID()' },
    }
    const { output } = drive(mapOf(pass, fields), { input: [1, 2, 3] })
    const { in: ids, out } = output as { in: string[]; out: string }
    expect(new Set([...ids, out]).size).toBe(4)
  })

  it('gives its items $states.context.Map and takes Items and Output in JSONata', () => {
    const item = { Type: 'Pass', Output: '{% $states.input * 10 + $states.context.Map.Item.Index %}', End: true }
    const run = drive(
      machineOf(
        { M: map(item, { Items: '{% $states.input.l %}', Output: '{% $sum($states.result) %}' }) },
        { QueryLanguage: 'JSONata' },
      ),
      { input: { l: [1, 2] } },
    )
    expect(run.output).toBe(31)
  })

  it('does not hand its own query language down', () => {
    const fields = { QueryLanguage: 'JSONata', Items: '{% $states.input.l %}' }
    const item = { Type: 'Pass', Parameters: { 'v.$': '$' }, End: true }
    expect(drive(mapOf(item, fields), { input: { l: [1] } }).output).toEqual([{ v: 1 }])
  })
})
