import { describe, expect, it } from 'vitest'
import { checked, machineOf } from '../checked.js'

const pass = { Type: 'Pass', End: true }

describe('a machine', () => {
  it('needs States and StartAt', () => {
    expect(checked({})).toEqual(['SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /'])
    expect(checked({ States: { A: pass } })).toEqual([
      'SCHEMA_VALIDATION_FAILED: These fields are required: [StartAt] at /',
    ])
    expect(checked({ StartAt: 'A' })).toEqual(['SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'])
  })

  it('has fields of the right types', () => {
    const fields = { Comment: 'c', Version: '1.0', TimeoutSeconds: 60, QueryLanguage: 'JSONPath' }
    expect(checked(machineOf({ A: pass }, fields))).toEqual([])
    expect(checked(machineOf({ A: pass }, { Comment: 1, TimeoutSeconds: 0, QueryLanguage: 'XPath' }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: The field 'Comment' must be a string at /Comment",
      "SCHEMA_VALIDATION_FAILED: The field 'TimeoutSeconds' must be a whole number of at least 1 at /TimeoutSeconds",
      "SCHEMA_VALIDATION_FAILED: The field 'QueryLanguage' should have one of these values: [JSONPath, JSONata] at /QueryLanguage",
    ])
  })

  it('has no other fields, and a typo is recognised', () => {
    expect(checked(machineOf({ A: pass }, { Timeout: 60, constructor: {} }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: Field 'Timeout' is not supported at /",
      "SCHEMA_VALIDATION_FAILED: Field 'constructor' is not supported at /",
    ])
    expect(checked(machineOf({ A: pass }, { Coment: 'c' }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: Field 'Coment' is not supported at / (did you mean 'Comment'?)",
    ])
  })

  it('inside a state has no QueryLanguage', () => {
    const branch = machineOf({ B: pass }, { QueryLanguage: 'JSONata' })
    expect(checked(machineOf({ A: { Type: 'Parallel', Branches: [branch], End: true } }))).toEqual([
      "SCHEMA_VALIDATION_FAILED: Field 'QueryLanguage' is not supported at /States/A/Branches[0]",
    ])
  })

  it('has states that are objects of a known type', () => {
    const states = {
      A: { Type: 'Pass', Next: 'B' },
      B: { Type: 'TypeThatDoesNotExist', End: true },
      C: 'JSONata',
      D: {},
    }
    expect(checked(machineOf(states))).toEqual([
      "SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/B/Type",
      'SCHEMA_VALIDATION_FAILED: A state must be an object at /States/C',
      'SCHEMA_VALIDATION_FAILED: These fields are required: [Type] at /States/D',
      'MISSING_TRANSITION_TARGET: State "D" is not reachable. at /States/D',
    ])
  })
})
