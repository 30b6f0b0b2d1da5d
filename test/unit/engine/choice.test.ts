import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { bareCause, chainOf, detailsOf, drive, edgesTaken, machineOf } from './drive.js'

const ends = { Yes: { Type: 'Pass', Result: 'yes', End: true }, No: { Type: 'Pass', Result: 'no', End: true } }
const choice = (fields: Readonly<Record<string, Json>>) => machineOf({ C: { Type: 'Choice', ...fields }, ...ends })

const rule = (test: Json) => choice({ Choices: [{ Variable: '$.x', ...(test as object), Next: 'Yes' }], Default: 'No' })

describe('Choice', () => {
  it('takes the first rule that is true', () => {
    const machine = choice({
      Choices: [
        { Variable: '$.n', NumericGreaterThan: 10, Next: 'No' },
        { Variable: '$.n', NumericGreaterThan: 1, Next: 'Yes' },
        { Variable: '$.n', NumericGreaterThan: 0, Next: 'No' },
      ],
    })
    const run = drive(machine, { input: { n: 5 } })
    expect(chainOf(run).slice(0, 4)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 ChoiceStateEntered',
      '3<2 ChoiceStateExited',
      '4<3 PassStateEntered',
    ])
    expect(edgesTaken(run).slice(0, 2)).toEqual(['/States/C entered', '/States/C/Choices/1 rule'])
    expect(run.output).toBe('yes')
  })

  it('takes its Default if no rule is true, and a mismatch of types is not true', () => {
    const run = drive(choice({ Choices: [{ Variable: '$.x', NumericEquals: 1, Next: 'Yes' }], Default: 'No' }), {
      input: { x: '1' },
    })
    expect(run.output).toBe('no')
    expect(edgesTaken(run)).toContain('/States/C/Default default')
  })

  it('fails with States.Runtime if nothing matches and there is no Default', () => {
    const machine = machineOf({
      C: { Type: 'Choice', Choices: [{ Variable: '$.x', NumericEquals: 1, Next: 'Z' }] },
      Z: { Type: 'Succeed' },
    })
    const run = drive(machine, { input: { x: 2 } })
    expect(run.error).toBe('States.Runtime')
    expect(bareCause(run)).toBe('Failed to transition out of the state. The state does not point to a next state.')
    expect(chainOf(run)).toEqual(['1<0 ExecutionStarted', '2<0 ChoiceStateEntered', '3<2 ExecutionFailed'])
  })

  it('fails where its Variable is not there, but not under IsPresent', () => {
    expect(drive(rule({ StringEquals: 'a' })).error).toBe('States.Runtime')
    expect(drive(rule({ IsPresent: true })).output).toBe('no')
    expect(drive(rule({ IsPresent: true }), { input: { x: null } }).output).toBe('yes')
  })

  it('assigns what the rule that matched says, and its own Assign only by default', () => {
    const machine = machineOf({
      C: {
        Type: 'Choice',
        Choices: [{ Variable: '$.n', NumericEquals: 1, Assign: { by: 'rule', 'n.$': '$.n' }, Next: 'End' }],
        Assign: { by: 'default', 'n.$': '$.n' },
        Default: 'End',
      },
      End: { Type: 'Pass', Parameters: { 'by.$': '$by', 'n.$': '$n' }, End: true },
    })
    expect(drive(machine, { input: { n: 1 } }).output).toEqual({ by: 'rule', n: 1 })
    expect(drive(machine, { input: { n: 2 } }).output).toEqual({ by: 'default', n: 2 })
  })

  it('applies InputPath before the rules and OutputPath after them', () => {
    const machine = machineOf({
      C: {
        Type: 'Choice',
        InputPath: '$.in',
        OutputPath: '$.out',
        Choices: [{ Variable: '$.go', BooleanEquals: true, Next: 'Z' }],
      },
      Z: { Type: 'Succeed' },
    })
    expect(drive(machine, { input: { in: { go: true, out: 'inner' } } }).output).toBe('inner')
  })

  it('evaluates conditions, outputs and variables of rules in JSONata', () => {
    const machine = machineOf(
      {
        C: {
          Type: 'Choice',
          Choices: [
            {
              Condition: '{% $states.input.n > 5 %}',
              Next: 'Z',
              Output: '{% "big" %}',
              Assign: { size: '{% "big" %}' },
            },
          ],
          Default: 'Z',
          Output: '{% "small" %}',
          Assign: { size: '{% "small" %}' },
        },
        Z: { Type: 'Pass', Output: '{% [$states.input, $size] %}', End: true },
      },
      { QueryLanguage: 'JSONata' },
    )
    expect(drive(machine, { input: { n: 6 } }).output).toEqual(['big', 'big'])
    expect(drive(machine, { input: { n: 5 } }).output).toEqual(['small', 'small'])
  })

  it('fails a JSONata condition that is no boolean', () => {
    const run = drive(
      machineOf(
        { C: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'Z' }], Default: 'Z' }, Z: { Type: 'Succeed' } },
        { QueryLanguage: 'JSONata' },
      ),
    )
    expect(run.error).toBe('States.QueryEvaluationError')
    expect(detailsOf(run, 'EvaluationFailed')).toMatchObject([{ location: 'Choices[0]/Condition' }])
    expect(bareCause(run)).toContain("Expected 'boolean', but was 'number' for value: 1")
  })
})
