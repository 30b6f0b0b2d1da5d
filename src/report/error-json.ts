import type { UserError } from '../asl/user-error.js'

/** A mistake as JSON outputs have it; members that have no value are null. */
export interface ErrorJson {
  readonly kind: string
  /** The whole, in one line. */
  readonly message: string
  readonly what: string
  readonly file: string | null
  readonly line: number | null
  readonly column: number | null
  /** The JSON Pointer in the definition. */
  readonly pointer: string | null
  readonly hint: string | null
  /** The valid choice that was most likely meant. */
  readonly nearest: string | null
}

export function errorJson({ kind, message, what, at, hint, nearest }: UserError): ErrorJson {
  const { file = null, line = null, column = null, pointer = null } = at ?? {}
  return { kind, message, what, file, line, column, pointer, hint: hint ?? null, nearest: nearest ?? null }
}
