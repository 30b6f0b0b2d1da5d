import { describe, expect, it } from 'vitest'
import { checked, machineOf } from '../checked.js'

function choice(rule: unknown, machine: Record<string, unknown> = {}): unknown {
  return machineOf({ A: { Type: 'Choice', Choices: [rule], Default: 'B' }, B: { Type: 'Succeed' } }, machine)
}

const test = { Variable: '$.x', StringEquals: 'a' }

describe('a JSONPath rule', () => {
  it.each([
    { ...test, Next: 'B', Comment: 'c', Assign: { v: 1 } },
    { Variable: '$.x', NumericLessThanEqualsPath: '$.y', Next: 'B' },
    { Variable: '$.x', NumericLessThan: -1.5, Next: 'B' },
    { Variable: '$.x', NumericLessThan: '${Limit}', Next: 'B' },
    { And: [test, { Not: { Or: [test, { Variable: '$.y', IsNull: false }] } }], Next: 'B' },
    { Not: test, Next: 'B' },
  ])('may be %j', (rule) => {
    expect(checked(choice(rule))).toEqual([])
  })

  it.each([
    [test, 'These fields are required: [Next] at /States/A/Choices[0]'],
    [
      { Variable: '$.x', Next: 'B' },
      'A choice rule needs a comparison operator, such as StringEquals, or one of [And, Or, Not] at /States/A/Choices[0]',
    ],
    [{ StringEquals: 'a', Next: 'B' }, 'These fields are required: [Variable] at /States/A/Choices[0]'],
    [
      { ...test, IsNull: true, Next: 'B' },
      'Only one of these fields may be given: [StringEquals, IsNull] at /States/A/Choices[0]',
    ],
    [
      { ...test, StringEquals: 1, Next: 'B' },
      "The field 'StringEquals' must be a string at /States/A/Choices[0]/StringEquals",
    ],
    [
      { Variable: '$.x', NumericEquals: '1', Next: 'B' },
      "The field 'NumericEquals' must be a number at /States/A/Choices[0]/NumericEquals",
    ],
    [{ And: [], Next: 'B' }, 'Value cannot be empty at /States/A/Choices[0]/And'],
    [{ And: [test, 7], Next: 'B' }, 'A choice rule must be an object at /States/A/Choices[0]/And[1]'],
    [{ Or: [{ ...test, Next: 'B' }], Next: 'B' }, "Field 'Next' is not supported at /States/A/Choices[0]/Or[0]"],
    [{ Not: [test], Next: 'B' }, "The field 'Not' must be an object at /States/A/Choices[0]/Not"],
    ['x', 'A choice rule must be an object at /States/A/Choices[0]'],
    [
      { ...test, Condition: '{% true %}', Next: 'B' },
      "The QueryLanguage is set to 'JSONPath', but field 'Condition' is only supported for the 'JSONata' QueryLanguage at /States/A/Choices[0]",
    ],
  ])('may not be %j', (rule, problem) => {
    expect(checked(choice(rule))).toEqual([`SCHEMA_VALIDATION_FAILED: ${problem}`])
  })

  it('may not misspell its operator', () => {
    expect(checked(choice({ Variable: '$.x', StringEqual: 'a', Next: 'B' }))[0]).toBe(
      "SCHEMA_VALIDATION_FAILED: Field 'StringEqual' is not supported at /States/A/Choices[0] (did you mean 'StringEquals'?)",
    )
  })

  it('may be nested many times', () => {
    let rule: unknown = test
    for (let level = 0; level < 90; level += 1) rule = { And: [rule] }
    expect(checked(choice({ ...(rule as object), Next: 'B' }))).toEqual([])
  })
})

describe('a JSONata rule', () => {
  const jsonata = { QueryLanguage: 'JSONata' }

  it('has a Condition', () => {
    expect(checked(choice({ Condition: '{% true %}', Next: 'B', Output: 1, Assign: {} }, jsonata))).toEqual([])
    expect(checked(choice({ Condition: true, Next: 'B' }, jsonata))).toEqual([])
    expect(checked(choice({ Next: 'B' }, jsonata))).toEqual([
      'SCHEMA_VALIDATION_FAILED: These fields are required: [Condition] at /States/A/Choices[0]',
    ])
    expect(checked(choice({ Condition: 1, Next: 'B' }, jsonata))).toHaveLength(1)
    expect(checked(choice({ Condition: true, Next: 'B', Variable: '$.x' }, jsonata))).toEqual([
      "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'Variable' is only supported for the 'JSONPath' QueryLanguage at /States/A/Choices[0]",
    ])
  })
})
