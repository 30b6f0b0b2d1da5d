import type { FailureReason } from '../asl/profile.js'

/**
 * An expression that has no answer, as a value: data functions return it, the engine routes it.
 * `cause` has no prefix yet ("An error occurred while executing the state ..." is the engine's to add).
 */
export class QueryFailure {
  readonly error: string
  readonly cause: string
  /** JSONata only: the field within the state, such as `Output/a[0]`. Absent where AWS reports none. */
  readonly location: string | undefined
  /** Present where AWS's documents have another name for the error; the engine picks one by its profile. */
  readonly reason: FailureReason | undefined
  constructor(error: string, cause: string, location?: string, reason?: FailureReason) {
    this.error = error
    this.cause = cause
    this.location = location
    this.reason = reason
  }
}

/** An expression in a definition that cannot be compiled; thrown while a machine is loaded, never during a run. */
export class InvalidExpressionError extends Error {
  override readonly name = 'InvalidExpressionError'
  readonly what: string
  /** The code that AWS gives it when a machine is created. */
  readonly code: string

  constructor(what: string, { code = 'SCHEMA_VALIDATION_FAILED', cause }: ExpressionRefusal = {}) {
    super(code === 'SCHEMA_VALIDATION_FAILED' ? what : `${code}: ${what}`, { cause })
    this.what = what
    this.code = code
  }
}

interface ExpressionRefusal {
  readonly code?: string
  readonly cause?: unknown
}
