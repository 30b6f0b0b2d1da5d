import { awsLocation } from '../asl/problem.js'
import type { Problem } from '../asl/problem.js'
import type { JacksonFault } from './jackson-message.js'

/**
 * One finding of `ValidateStateMachineDefinition`.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html
 */
export interface Diagnostic {
  readonly severity: 'ERROR' | 'WARNING'
  /** `SCHEMA_VALIDATION_FAILED`, `INVALID_JSON_DESCRIPTION`, `MISSING_TRANSITION_TARGET`, ... */
  readonly code: string
  readonly message: string
  /** `/States/Pick/Choices[0]/Next`; absent where the finding is about the whole definition. */
  readonly location?: string
}

/** A problem as AWS tells it; undefined for one that only aslx finds. */
export function toDiagnostic({ code, severity, message, pointer }: Problem): Diagnostic | undefined {
  if (code.startsWith('ASLX_') || code.startsWith('ASL_VALIDATOR_')) return undefined
  const told = { severity: severity === 'error' ? 'ERROR' : 'WARNING', code, message } as const
  // Measured: a workflow without an end has no location.
  return code === 'MISSING_END_STATE' ? told : { ...told, location: awsLocation(pointer) }
}

/** A text that is no JSON (recorded). */
export function notJson({ message, location }: JacksonFault): Diagnostic {
  return { severity: 'ERROR', code: 'INVALID_JSON_DESCRIPTION', message, location }
}

/** JSON that is no object, and no text at all (recorded for the empty text). */
export const NOT_AN_OBJECT: Diagnostic = {
  severity: 'ERROR',
  code: 'SCHEMA_VALIDATION_FAILED',
  message: 'Definition must be a valid JSON object',
}
