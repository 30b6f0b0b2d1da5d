import type { Diagnostic } from './diagnostic.js'

/** The error that an operation of the API answers with: its code (also the name of the SDK's exception) and its message. */
export interface ApiError {
  readonly code: string
  readonly message: string
}

/**
 * What `CreateStateMachine` and `UpdateStateMachine` answer for these findings; undefined if none is an error. The form
 * is recorded, also `at null` for a finding without a location (measured).
 */
export function invalidDefinition(diagnostics: readonly Diagnostic[]): ApiError | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === 'ERROR')
  if (errors.length === 0) return undefined
  const told = errors.map(({ code, message, location }) => `${code}: ${message} at ${location ?? 'null'}`)
  return { code: 'InvalidDefinition', message: `Invalid State Machine Definition: '${told.join(', ')}'` }
}
