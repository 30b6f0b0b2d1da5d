import type { Json } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import type { ExecutionType } from '../../asl/types.js'
import type { Diagnostic } from '../../wire/diagnostic.js'
import { diagnose } from './diagnose.js'

/** As in the request of `ValidateStateMachineDefinition`. */
export interface ValidateOptions {
  /** Default `STANDARD`. */
  readonly type?: ExecutionType
  /** The least severe findings wanted; default `ERROR`. No warning of AWS's is known: those of aslx have codes of their own. */
  readonly severity?: 'ERROR' | 'WARNING'
  /** Findings to return at most, 1 to 100; default 100, and so is 0. */
  readonly maxResults?: number
}

/** The answer of `ValidateStateMachineDefinition`. */
export interface Validation {
  readonly result: 'OK' | 'FAIL'
  readonly diagnostics: readonly Diagnostic[]
  /** Whether there are more findings than `maxResults`. */
  readonly truncated: boolean
}

const MOST_RESULTS = 100

/**
 * What AWS's `ValidateStateMachineDefinition` answers for a definition, given as a value or as the text that is sent:
 * AWS's codes, messages and locations where they are known. The advice on error handling that `aslx validate` gives is
 * not in it. https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html
 * @example
 * validateDefinition({ StartAt: 'A', States: { A: { Type: 'Pass' } } }).result // => 'FAIL'
 */
export function validateDefinition(definition: Json, options: ValidateOptions = {}): Validation {
  const { type = 'STANDARD', severity = 'ERROR', maxResults = 0 } = options
  if (!Number.isInteger(maxResults) || maxResults < 0 || maxResults > MOST_RESULTS) {
    throw new UserError('usage', `maxResults is a whole number from 0 to ${MOST_RESULTS}, not ${maxResults}`)
  }
  const found = diagnose(definition, type)
  const wanted = severity === 'WARNING' ? found : found.filter((diagnostic) => diagnostic.severity === 'ERROR')
  const diagnostics = wanted.slice(0, maxResults || MOST_RESULTS)
  return {
    result: found.some((diagnostic) => diagnostic.severity === 'ERROR') ? 'FAIL' : 'OK',
    diagnostics,
    truncated: diagnostics.length < wanted.length,
  }
}
