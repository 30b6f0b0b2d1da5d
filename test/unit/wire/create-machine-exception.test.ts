import { describe, expect, it } from 'vitest'
import { problem, schemaError } from '../../../src/asl/problem.js'
import { invalidDefinition } from '../../../src/wire/create-machine-exception.js'
import { toDiagnostic } from '../../../src/wire/diagnostic.js'
import type { Diagnostic } from '../../../src/wire/diagnostic.js'

describe('toDiagnostic', () => {
  it("gives AWS's severity, and the place as AWS writes it", () => {
    expect(toDiagnostic(schemaError('Value cannot be empty', '/States/A/Choices/0/And'))).toEqual({
      severity: 'ERROR',
      code: 'SCHEMA_VALIDATION_FAILED',
      message: 'Value cannot be empty',
      location: '/States/A/Choices[0]/And',
    })
    expect(toDiagnostic(schemaError('These fields are required: [States]', ''))?.location).toBe('/')
  })

  it('gives no location for a workflow that has no end', () => {
    const found = toDiagnostic(problem('MISSING_END_STATE', 'error', 'Workflow has no terminal state', ''))
    expect(Object.keys(found ?? {})).toEqual(['severity', 'code', 'message'])
  })

  it('leaves out what only aslx and asl-validator say', () => {
    for (const code of ['ASLX_UNKNOWN_ERROR_NAME', 'ASL_VALIDATOR_SCHEMA']) {
      expect(toDiagnostic(problem(code, 'warning', 'x', '/States/A'))).toBeUndefined()
    }
  })
})

describe('invalidDefinition', () => {
  const empty: Diagnostic = { severity: 'ERROR', code: 'A_CODE', message: 'It is bad', location: '/States/A' }

  it('tells every error with its place, and null where there is none', () => {
    expect(invalidDefinition([empty, { severity: 'ERROR', code: 'B_CODE', message: 'So is this' }])).toEqual({
      code: 'InvalidDefinition',
      message: "Invalid State Machine Definition: 'A_CODE: It is bad at /States/A, B_CODE: So is this at null'",
    })
  })

  it('is no error for warnings alone', () => {
    expect(invalidDefinition([])).toBeUndefined()
    expect(invalidDefinition([{ ...empty, severity: 'WARNING' }])).toBeUndefined()
  })
})
