import { describe, expect, it } from 'vitest'
import { checkDefinition } from '../../../../src/asl/check.js'
import type { Json } from '../../../../src/asl/json.js'
import { checked, machineOf, taskOf } from '../checked.js'

describe('a state', () => {
  it('may have the fields of its type', () => {
    const paths = {
      InputPath: null,
      OutputPath: '$',
      Parameters: { 'a.$': '$.a' },
      ResultSelector: {},
      ResultPath: null,
    }
    expect(
      checked(taskOf({ ...paths, TimeoutSecondsPath: '$.t', HeartbeatSeconds: 5, Assign: {}, Comment: '' })),
    ).toEqual([])
    expect(
      checked(taskOf({ Arguments: '{% 1 %}', Output: 7, TimeoutSeconds: '{% 1 %}' }, { QueryLanguage: 'JSONata' })),
    ).toEqual([])
    expect(checked(machineOf({ A: { Type: 'Fail', Error: 'E', CausePath: '$.c', End: true } }))).toEqual([])
  })

  it('has no other fields', () => {
    const states = {
      A: { Type: 'Pass', TimeoutSeconds: 3, Retry: [], Catch: [], Next: 'B' },
      B: { Type: 'Succeed', Assign: {} },
    }
    expect(checked(machineOf(states))).toEqual([
      "SCHEMA_VALIDATION_FAILED: Field 'TimeoutSeconds' is not supported at /States/A",
      "SCHEMA_VALIDATION_FAILED: Field 'Retry' is not supported at /States/A",
      "SCHEMA_VALIDATION_FAILED: Field 'Catch' is not supported at /States/A",
      "SCHEMA_VALIDATION_FAILED: Field 'Assign' is not supported at /States/B",
    ])
    const inherited = JSON.parse('{"Type":"Pass","End":true,"__proto__":{},"toString":1}') as unknown
    expect(checked(machineOf({ A: inherited }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: Field '__proto__' is not supported at /States/A",
      "SCHEMA_VALIDATION_FAILED: Field 'toString' is not supported at /States/A",
    ])
  })

  it('has no fields of the other query language', () => {
    expect(checked(taskOf({ Output: 1 }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/A",
    ])
    expect(checked(taskOf({ Parameters: {} }, { QueryLanguage: 'JSONata' }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'Parameters' is only supported for the 'JSONPath' QueryLanguage at /States/A",
    ])
  })

  it('shows the field itself in the source', () => {
    const [problem] = checkDefinition(taskOf({ TimeoutSecs: 3 }) as Json)
    expect(problem).toMatchObject({
      pointer: '/States/A',
      focus: '/States/A/TimeoutSecs',
      hint: "did you mean 'TimeoutSeconds'?",
    })
  })

  it('has what its type needs', () => {
    expect(checked(machineOf({ A: { Type: 'Task', End: true } }))).toEqual([
      'SCHEMA_VALIDATION_FAILED: These fields are required: [Resource] at /States/A',
    ])
    expect(checked(machineOf({ A: { Type: 'Parallel', End: true } }))).toEqual([
      'SCHEMA_VALIDATION_FAILED: These fields are required: [Branches] at /States/A',
    ])
    expect(checked(machineOf({ A: { Type: 'Parallel', Branches: [], End: true } }))).toEqual([
      'SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States/A/Branches',
    ])
    expect(checked(machineOf({ A: { Type: 'Choice', Choices: [], Default: 'B' }, B: { Type: 'Fail' } }))).toEqual([
      'SCHEMA_VALIDATION_FAILED: Value cannot be empty at /States/A/Choices',
    ])
  })

  it('has values of the right type', () => {
    expect(
      checked(taskOf({ ResultPath: 1, Retry: {}, TimeoutSeconds: 0, HeartbeatSeconds: 1.5, Comment: null })),
    ).toEqual([
      "SCHEMA_VALIDATION_FAILED: The field 'ResultPath' must be a string at /States/A/ResultPath",
      "SCHEMA_VALIDATION_FAILED: The field 'Retry' must be an array at /States/A/Retry",
      "SCHEMA_VALIDATION_FAILED: The field 'TimeoutSeconds' must be a whole number from 1 to 99999999 at /States/A/TimeoutSeconds",
      "SCHEMA_VALIDATION_FAILED: The field 'HeartbeatSeconds' must be a whole number from 1 to 99999999 at /States/A/HeartbeatSeconds",
      "SCHEMA_VALIDATION_FAILED: The field 'Comment' must be a string at /States/A/Comment",
      "SCHEMA_VALIDATION_FAILED: The field 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds' at /States/A/HeartbeatSeconds",
    ])
  })

  it('may have a placeholder for a number, and a query only in JSONata', () => {
    expect(checked(taskOf({ TimeoutSeconds: '${Timeout}' }))).toEqual([])
    expect(checked(taskOf({ TimeoutSeconds: '{% 60 %}' }))).toHaveLength(1)
  })
})
