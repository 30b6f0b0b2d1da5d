import { describe, expect, it } from 'vitest'
import { checked, taskOf } from '../checked.js'

const retry = (fields: Record<string, unknown>): unknown => taskOf({ Retry: [{ ErrorEquals: ['X'], ...fields }] })

describe('a retrier', () => {
  it.each([
    {},
    { IntervalSeconds: 1, MaxAttempts: 0, BackoffRate: 1 },
    { IntervalSeconds: 99_999_999, MaxAttempts: 99_999_999, BackoffRate: 1.5, Comment: 'c' },
    { IntervalSeconds: 5, MaxDelaySeconds: 6, JitterStrategy: 'FULL' },
    { MaxDelaySeconds: 31_622_400, JitterStrategy: 'NONE' },
    { IntervalSeconds: '${Interval}' },
  ])('may have %j', (fields) => {
    expect(checked(retry(fields))).toEqual([])
  })

  it('may have an interval of 0 where it never retries: many deployed machines do', () => {
    const never = retry({ IntervalSeconds: 0, MaxAttempts: 0 })
    expect(checked(never)).toEqual([])
    expect(checked(never, 'warning')).toEqual([
      "ASLX_INTERVAL_ZERO: The field 'IntervalSeconds' is 0, where it has to be at least 1; it counts for nothing beside MaxAttempts 0 at /States/A/Retry[0]/IntervalSeconds (leave IntervalSeconds out)",
    ])
  })

  it.each([
    [{ IntervalSeconds: 0 }, "The field 'IntervalSeconds' must be a whole number from 1 to 99999999"],
    [{ MaxAttempts: 1, IntervalSeconds: 0 }, "The field 'IntervalSeconds' must be a whole number from 1 to 99999999"],
    [{ IntervalSeconds: 1.5 }, "The field 'IntervalSeconds' must be a whole number from 1 to 99999999"],
    [{ MaxAttempts: -1 }, "The field 'MaxAttempts' must be a whole number from 0 to 99999999"],
    [{ BackoffRate: 0.9 }, "The field 'BackoffRate' must be a number of at least 1"],
    [{ MaxDelaySeconds: 31_622_401 }, "The field 'MaxDelaySeconds' must be a whole number from 1 to 31622400"],
    [{ JitterStrategy: 'HALF' }, "The field 'JitterStrategy' should have one of these values: [NONE, FULL]"],
    [{ IntervalSeconds: 5, MaxDelaySeconds: 5 }, "The field 'MaxDelaySeconds' must be greater than 'IntervalSeconds'"],
  ])('may not have %j', (fields, message) => {
    const field = Object.keys(fields).at(-1)
    expect(checked(retry(fields))).toEqual([`SCHEMA_VALIDATION_FAILED: ${message} at /States/A/Retry[0]/${field}`])
  })

  it('has no other fields', () => {
    expect(checked(retry({ MaxAttempt: 1 }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: Field 'MaxAttempt' is not supported at /States/A/Retry[0] (did you mean 'MaxAttempts'?)",
    ])
    expect(checked(taskOf({ Retry: ['x'] }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: An element of 'Retry' must be an object at /States/A/Retry[0]",
    ])
  })
})

describe('a catcher', () => {
  it('says where to go', () => {
    expect(checked(taskOf({ Catch: [{ ErrorEquals: ['X'], Next: 'Handler', ResultPath: null, Assign: {} }] }))).toEqual(
      [],
    )
    expect(checked(taskOf({ Catch: [{ ErrorEquals: ['X'] }] }))[1]).toBe(
      'SCHEMA_VALIDATION_FAILED: These fields are required: [Next] at /States/A/Catch[0]',
    )
  })

  it('has Output in JSONata and ResultPath in JSONPath', () => {
    const catcher = { ErrorEquals: ['X'], Next: 'Handler' }
    expect(checked(taskOf({ Catch: [{ ...catcher, Output: 1 }] }, { QueryLanguage: 'JSONata' }))).toEqual([])
    expect(checked(taskOf({ Catch: [{ ...catcher, Output: 1 }] }))).toHaveLength(1)
    expect(checked(taskOf({ Catch: [{ ...catcher, ResultPath: '$.e' }] }, { QueryLanguage: 'JSONata' }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'ResultPath' is only supported for the 'JSONPath' QueryLanguage at /States/A/Catch[0]",
    ])
  })
})
