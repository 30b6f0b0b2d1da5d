import type { ErrorKind } from '../../services/error-kind.js'
import type { Transience } from '../../services/transient-codes.js'
import type { SideEffect } from '../../faults/fault-definition.js'

/** One error that can strike a state, or a call that is never answered. */
export interface PossibleError {
  /** The name that the state sees; undefined where nothing is answered. `*` stands for every name that is not listed. */
  readonly error: string | undefined
  /** What the scenario string writes behind `=`: an error's name or a fault's id with its arguments. */
  readonly strike: string
  /** Id of the catalogue's row; undefined for a bare name. */
  readonly fault: string | undefined
  readonly kind: ErrorKind
  readonly transience: Transience
  /** What the callee may have done by the time the error is seen. */
  readonly sideEffect: SideEffect
  /** Whether the template says that it can happen; false: it does not tell, so that it counts as possible. */
  readonly isSure: boolean
}

/**
 * Errors of a state that the machine cannot tell apart: the same retrier and catcher match them first, they are of one kind, pass
 * or stay alike and may strike at the same placements. One of them is struck for all.
 */
export interface ErrorClass {
  /** Never empty; the first is the one that is struck. */
  readonly errors: readonly PossibleError[]
  readonly kind: ErrorKind
  readonly transience: Transience
  /** Index of the first matching retrier of the state; undefined if none matches. */
  readonly retrier: number | undefined
  /** Index of the first matching catcher of the state; undefined if none matches. */
  readonly catcher: number | undefined
}
