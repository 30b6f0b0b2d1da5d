import { describe, expect, it } from 'vitest'
import { historyOf } from '../../../src/engine/history.js'
import type { Json } from '../../../src/asl/json.js'
import { detailsOf, drive, failsWith, gives, machineOf, taskState } from './drive.js'

const read = (...names: readonly string[]) => ({
  Type: 'Pass',
  Parameters: Object.fromEntries(names.map((name) => [`${name}.$`, `$${name}`])),
  End: true,
})

describe('variables', () => {
  it('are all assigned from the values at state entry, so that a swap works', () => {
    const machine = machineOf({
      A: { Type: 'Pass', Assign: { x: 1, y: 2 }, Next: 'B' },
      B: { Type: 'Pass', Assign: { 'x.$': '$y', 'y.$': '$x' }, Next: 'C' },
      C: read('x', 'y'),
    })
    const run = drive(machine)
    expect(run.output).toEqual({ x: 2, y: 1 })
    const assigned = detailsOf(run, 'PassStateExited').map(
      (details) => (details as { assignedVariables?: Json }).assignedVariables,
    )
    expect(assigned).toEqual([{ x: 1, y: 2 }, { x: 2, y: 1 }, undefined])
  })

  it('leave no trace where Assign is empty, in both languages and in a catcher', () => {
    const machine = machineOf({
      A: { Type: 'Pass', Assign: {}, Next: 'B' },
      B: { Type: 'Pass', QueryLanguage: 'JSONata', Assign: {}, Next: 'T' },
      T: taskState({ Catch: [{ ErrorEquals: ['States.ALL'], Assign: {}, Next: 'C' }] }),
      C: { Type: 'Pass', End: true },
    })
    const run = drive(machine, { answers: { T: failsWith('E') } })
    const exits = historyOf(run).filter(({ type }) => type.endsWith('StateExited'))
    expect(exits).toHaveLength(4)
    for (const { details } of exits) expect(details).not.toHaveProperty('assignedVariables')
  })

  it('are not seen by the output of the state that assigns them', () => {
    const machine = machineOf({
      A: { Type: 'Pass', Assign: { v: 'old' }, Next: 'B' },
      B: { Type: 'Pass', Assign: { v: 'new' }, OutputPath: '$v', End: true },
    })
    expect(drive(machine).output).toBe('old')
  })

  it('of a Task are assigned from the raw result, before ResultSelector', () => {
    const machine = machineOf({
      T: taskState({ ResultSelector: { 's.$': '$.deep' }, Assign: { 'v.$': '$.deep.er' }, Next: 'R' }),
      R: read('v'),
    })
    expect(drive(machine, { answers: { T: gives({ deep: { er: 7 } }) } }).output).toEqual({ v: 7 })
  })

  it('are seen inside branches and items, where new ones stay', () => {
    const machine = machineOf({
      A: { Type: 'Pass', Assign: { outer: 'o' }, Next: 'P' },
      P: {
        Type: 'Parallel',
        Branches: [
          machineOf({ B: { Type: 'Pass', Assign: { 'inner.$': '$outer' }, Next: 'C' }, C: read('inner', 'outer') }),
          machineOf({ D: { Type: 'Wait', Seconds: 9, Next: 'E' }, E: read('outer') }),
        ],
        Next: 'Z',
      },
      Z: { Type: 'Choice', Choices: [{ Variable: '$inner', IsPresent: true, Next: 'Bad' }], Default: 'Good' },
      Good: { Type: 'Succeed' },
      Bad: { Type: 'Fail' },
    })
    const run = drive(machine)
    expect(run.status).toBe('SUCCEEDED')
    expect(run.output).toEqual([{ inner: 'o', outer: 'o' }, { outer: 'o' }])
  })

  it('of one item are not those of another', () => {
    const processor = machineOf({
      C: { Type: 'Choice', Choices: [{ Variable: '$', NumericEquals: 0, Next: 'S' }], Default: 'R' },
      S: { Type: 'Pass', Assign: { mine: 1 }, Next: 'R' },
      R: { Type: 'Choice', Choices: [{ Variable: '$mine', IsPresent: true, Next: 'Y' }], Default: 'N' },
      Y: { Type: 'Pass', Result: true, End: true },
      N: { Type: 'Pass', Result: false, End: true },
    })
    const map = { Type: 'Map', MaxConcurrency: 1, ItemProcessor: processor, End: true }
    expect(drive(machineOf({ M: map }), { input: [0, 1] }).output).toEqual([true, false])
  })

  it('of a Map are assigned from the list of its results, and of its catcher in the outer scope', () => {
    const good = {
      Type: 'Map',
      ItemProcessor: machineOf({ I: { Type: 'Pass', End: true } }),
      Assign: { 'all.$': '$' },
      Next: 'R',
    }
    expect(drive(machineOf({ M: good, R: read('all') }), { input: [1, 2] }).output).toEqual({ all: [1, 2] })
    const bad = {
      Type: 'Map',
      ItemProcessor: machineOf({ F: { Type: 'Fail', Error: 'E' } }),
      Catch: [{ ErrorEquals: ['E'], Assign: { 'why.$': '$.Error' }, Next: 'R' }],
      Next: 'R',
    }
    expect(drive(machineOf({ M: bad, R: read('why') }), { input: [1] }).output).toEqual({ why: 'E' })
  })

  it('that were never assigned are States.Runtime in JSONPath and a failed query in JSONata', () => {
    expect(drive(machineOf({ R: read('nope') })).error).toBe('States.Runtime')
    const jsonata = machineOf({ R: { Type: 'Pass', Output: '{% $nope %}', End: true } }, { QueryLanguage: 'JSONata' })
    expect(drive(jsonata).error).toBe('States.QueryEvaluationError')
  })

  it('may not pollute anything by their name', () => {
    const jsonata: unknown = JSON.parse(
      '{"StartAt":"A","QueryLanguage":"JSONata","States":{"A":{"Type":"Pass","Assign":{"__proto__":{"p":1}},"Next":"B"},' +
        '"B":{"Type":"Pass","Output":{"a":"{% $__proto__.p %}"},"End":true}}}',
    )
    expect(drive(jsonata as Json).output).toEqual({ a: 1 })
    const own = machineOf({ A: { Type: 'Pass', Assign: { constructor: 2 }, Next: 'R' }, R: read('constructor') })
    expect(drive(own).output).toEqual({ constructor: 2 })
    expect(({} as Record<string, unknown>)['p']).toBeUndefined()
    const unset = machineOf({ R: { Type: 'Pass', Parameters: { 'v.$': '$toString' }, End: true } })
    expect(drive(unset).error).toBe('States.Runtime')
  })
})
