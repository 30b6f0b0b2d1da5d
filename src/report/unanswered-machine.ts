import type { UserError } from '../asl/user-error.js'
import { type ErrorJson, errorJson } from './error-json.js'

/** A machine of which nothing is told but why: it could not be loaded, or aslx itself failed at it. */
export interface UnansweredMachine {
  readonly name: string
  readonly isOurFault: boolean
  readonly error: ErrorJson
}

export function unloadedMachine(name: string, error: UserError): UnansweredMachine {
  return { name, isOurFault: false, error: errorJson(error) }
}

/** `file`: the template of the machine. */
export function failedMachine(name: string, file: string | undefined, error: unknown): UnansweredMachine {
  const what = error instanceof Error ? error.message : String(error)
  const hint = 'ASLX_DEBUG=1 shows where; please report it'
  const message = `internal error at ${name}: ${what} (${hint})`
  const place = { file: file ?? null, line: null, column: null, pointer: null }
  return { name, isOurFault: true, error: { kind: 'internal', message, what, ...place, hint, nearest: null } }
}
