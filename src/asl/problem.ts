/** `error`: Step Functions refuses the definition. `warning`: it is accepted and will not do what its author meant. */
export type Severity = 'error' | 'warning'

/** Something wrong with a definition. */
export interface Problem {
  /**
   * Stable. `SCHEMA_VALIDATION_FAILED`, `MISSING_TRANSITION_TARGET`, `MISSING_END_STATE` and `DUPLICATE_STATE_NAME` are
   * AWS's codes, `ASLX_...` our own, `ASL_VALIDATOR_...` those of the asl-validator package.
   */
  readonly code: string
  readonly severity: Severity
  /** One sentence; AWS's own text where it is known. */
  readonly message: string
  /** JSON Pointer of the part that AWS names as the location. It exists in the definition. */
  readonly pointer: string
  /** JSON Pointer of a more precise place to show in the source, where AWS names only its parent. */
  readonly focus?: string
  /** What to do about it. */
  readonly hint?: string
  /** The error that a handler was to take, where the name that it lists is none. */
  readonly meantError?: string
}

/** Where a rule reports what it found. */
export type Report = (problem: Problem) => void

/** How a problem is told besides its message and place. */
export interface ProblemDetails {
  readonly focus?: string
  readonly hint?: string | undefined
  readonly meantError?: string | undefined
}

/** An error of the kind AWS calls SCHEMA_VALIDATION_FAILED. */
export function schemaError(message: string, pointer: string, details: ProblemDetails = {}): Problem {
  return problem('SCHEMA_VALIDATION_FAILED', 'error', message, pointer, details)
}

export function problem(
  code: string,
  severity: Severity,
  message: string,
  pointer: string,
  { focus, hint, meantError }: ProblemDetails = {},
): Problem {
  return {
    code,
    severity,
    message,
    pointer,
    ...(focus !== undefined && { focus }),
    ...(hint !== undefined && { hint }),
    ...(meantError !== undefined && { meantError }),
  }
}

const LISTS = new Set(['Branches', 'Choices', 'Retry', 'Catch', 'ErrorEquals', 'And', 'Or'])

/**
 * The place as AWS's diagnostics print it: `/States/Pick/Choices[0]/Next`, and `/` for the root.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html
 */
export function awsLocation(pointer: string): string {
  if (pointer === '') return '/'
  const steps = pointer.split('/')
  return steps.reduce((text, step, index) => {
    const isIndex = /^[0-9]+$/.test(step) && LISTS.has(steps[index - 1] ?? '') && steps[index - 2] !== 'States'
    if (isIndex) return `${text}[${step}]`
    return index === 0 ? step : `${text}/${step.replaceAll('~1', '/').replaceAll('~0', '~')}`
  }, '')
}
