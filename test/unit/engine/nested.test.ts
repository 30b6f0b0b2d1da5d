import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { DefinitionError, compile } from '../../../src/engine.js'
import { chainOf, drive, failsWith, gives, machineOf, taskState, typesOf } from './drive.js'

const block = (name: string, state: Json) => ({ StartAt: name, States: { [name]: state } })
const parallel = (...Branches: readonly Json[]): Json => ({ Type: 'Parallel', Branches, End: true })
const map = (ItemProcessor: Json, fields: Readonly<Record<string, Json>> = {}): Json => ({
  Type: 'Map',
  ItemProcessor,
  End: true,
  ...fields,
})

describe('containers inside containers', () => {
  it('tell their calls where they stand', () => {
    const inner = map(block('T', taskState()), { ItemsPath: '$' })
    const sites: unknown[] = []
    const run = drive(machineOf({ Outer: map(block('P', parallel(block('Inner', inner)))) }), {
      input: [[1], [2, 3]],
      answers: (call) => {
        sites.push([call.pointer, call.items.map(({ map, index }) => `${map}[${index}]`).join(' ')])
        return gives(call.items.map(({ index }) => index))
      },
    })
    expect(run.output).toEqual([
      [[[0, 0]]],
      [
        [
          [1, 0],
          [1, 1],
        ],
      ],
    ])
    const pointer = '/States/Outer/ItemProcessor/States/P/Branches/0/States/Inner/ItemProcessor/States/T'
    expect(sites).toEqual([
      [pointer, 'Outer[0] Inner[0]'],
      [pointer, 'Outer[1] Inner[0]'],
      [pointer, 'Outer[1] Inner[1]'],
    ])
  })

  it('fail level by level, each with its own Failed event', () => {
    const run = drive(machineOf({ P: parallel(block('M', map(block('T', taskState())))) }), {
      input: [0],
      answers: { T: failsWith('X') },
    })
    expect(chainOf(run).slice(9)).toEqual([
      '10<9 TaskFailed',
      '11<10 MapIterationFailed',
      '12<10 TaskStateAborted',
      '13<10 MapStateFailed',
      '14<13 ParallelStateFailed',
      '15<14 ExecutionFailed',
    ])
  })

  it('abort what runs inside a sibling, from the inside out', () => {
    const machine = machineOf({
      P: parallel(block('A', taskState()), block('M', map(block('T', taskState()), { ItemsPath: '$' }))),
    })
    const run = drive(machine, { input: [1, 2], answers: { A: failsWith('X', 5), T: 'never' } })
    expect(typesOf(run).slice(-9)).toEqual([
      'TaskFailed',
      'TaskStateAborted',
      'MapIterationAborted',
      'TaskStateAborted',
      'MapIterationAborted',
      'TaskStateAborted',
      'MapStateAborted',
      'ParallelStateFailed',
      'ExecutionFailed',
    ])
  })

  it('abort a sibling container that backs off', () => {
    const Retry = [{ ErrorEquals: ['E'], IntervalSeconds: 60 }]
    const inner = { ...(parallel(block('F', { Type: 'Fail', Error: 'E' })) as object), Retry }
    const run = drive(machineOf({ P: parallel(block('A', taskState()), block('I', inner)) }), {
      answers: { A: failsWith('X', 5_000) },
    })
    expect(typesOf(run).slice(-5)).toEqual([
      'TaskFailed',
      'TaskStateAborted',
      'ParallelStateAborted',
      'ParallelStateFailed',
      'ExecutionFailed',
    ])
  })

  it('catch inside what the outside never sees', () => {
    const caught = { ...taskState({ Catch: [{ ErrorEquals: ['X'], Next: 'Z' }] }) }
    const processor = { StartAt: 'T', States: { T: caught, Z: { Type: 'Pass', Result: 'caught', End: true } } }
    const run = drive(machineOf({ M: map(processor) }), {
      input: [0, 1],
      answers: (call) => (call.items[0]?.index === 0 ? failsWith('X') : gives('well')),
    })
    expect(run.output).toEqual(['caught', 'well'])
    expect(typesOf(run)).not.toContain('MapIterationFailed')
  })

  it('hand the failure of an exhausted inner retrier to the outer one', () => {
    const one = [{ ErrorEquals: ['X'], MaxAttempts: 1 }]
    const machine = machineOf({
      P: { ...(parallel(block('T', taskState({ Retry: one }))) as object), Retry: one },
    })
    let calls = 0
    const run = drive(machine, { answers: () => (++calls, failsWith('X')) })
    expect(calls).toBe(4)
    expect(run.error).toBe('X')
  })

  it('are refused, not overflowed, when they are nested without measure', () => {
    let definition: Json = machineOf({ A: { Type: 'Pass', End: true } })
    for (let level = 0; level < 10_000; level++) {
      definition = machineOf({ [`P${level}`]: { Type: 'Parallel', Branches: [definition], End: true } })
    }
    expect(() => compile(definition)).toThrow(DefinitionError)
    expect(() => compile(definition)).toThrow('nested more than')
  })

  it('run as deep as definitions may go', () => {
    let definition: Json = machineOf({ A: { Type: 'Fail', Error: 'E' } })
    for (let level = 0; level < 40; level++) {
      definition = machineOf({ [`P${level}`]: { Type: 'Parallel', Branches: [definition], End: true } })
    }
    const run = drive(definition)
    expect(run.error).toBe('E')
    expect(typesOf(run).filter((type) => type === 'ParallelStateFailed')).toHaveLength(40)
  })
})
