import { describe, expect, it } from 'vitest'
import { checked, taskOf } from '../checked.js'

const retry = (...lists: readonly unknown[]): unknown =>
  taskOf({ Retry: lists.map((ErrorEquals) => ({ ErrorEquals })) })

describe('ErrorEquals', () => {
  it('names errors', () => {
    expect(checked(retry(['A', 'B'], ['States.ALL']))).toEqual([])
    expect(checked(retry([]))).toEqual([
      'SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States/A/Retry[0]/ErrorEquals',
    ])
    expect(checked(retry('A'))).toEqual([
      "SCHEMA_VALIDATION_FAILED: The field 'ErrorEquals' must be an array of strings at /States/A/Retry[0]/ErrorEquals",
    ])
    expect(checked(retry(['A', 1]))).toHaveLength(1)
    expect(checked(taskOf({ Retry: [{}] }))).toEqual([
      'SCHEMA_VALIDATION_FAILED: These fields are required: [ErrorEquals] at /States/A/Retry[0]',
    ])
  })

  it('has States.ALL alone', () => {
    expect(checked(retry(['States.ALL', 'A']))).toEqual([
      'SCHEMA_VALIDATION_FAILED: States.ALL must appear alone and at end of list at /States/A/Retry[0] (the other names are matched by it anyway)',
    ])
  })

  it('has States.ALL last', () => {
    expect(checked(retry(['States.ALL'], ['A']))).toEqual([
      'SCHEMA_VALIDATION_FAILED: States.ALL must appear alone and at end of list at /States/A/Retry[0] (move it to the end: what stands after it would never be used)',
    ])
    const fields = {
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Handler' }],
    }
    expect(checked(taskOf(fields))).toEqual([])
  })
})
