import { type Profile, isDocumented } from './profile.js'

/** An error as Retry and Catch see it. */
export interface MatchableError {
  /** Undefined for a failure without a name, such as SendTaskFailure without `error`. */
  readonly name: string | undefined
  /** The error is a missed heartbeat; AWS reports it under the name `States.Timeout`. */
  readonly heartbeat?: boolean
  /** A task failed or timed out; false for failures of the state itself, such as a query that has no answer. */
  readonly duringTask: boolean
}

/**
 * The names that Step Functions itself gives to errors, and the two wildcards.
 * https://states-language.net/#appendix-a and https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export const RESERVED_ERROR_NAMES = [
  'States.ALL',
  'States.BranchFailed',
  'States.DataLimitExceeded',
  'States.ExceedToleratedFailureThreshold',
  'States.HeartbeatTimeout',
  'States.Http.Socket',
  'States.IntrinsicFailure',
  'States.ItemReaderFailed',
  'States.NoChoiceMatched',
  'States.ParameterPathFailure',
  'States.Permissions',
  'States.QueryEvaluationError',
  'States.ResultPathMatchFailure',
  'States.ResultWriterFailed',
  'States.Runtime',
  'States.TaskFailed',
  'States.Timeout',
] as const

const RESERVED: ReadonlySet<string> = new Set(RESERVED_ERROR_NAMES)

/** Whether it is one of Step Functions' own names; `States.Http.StatusCode.404` and the like are too. */
export function isReservedErrorName(name: string): boolean {
  return RESERVED.has(name) || /^States\.Http\.StatusCode\.[0-9]{3}$/.test(name)
}

interface Matching {
  readonly byName: boolean
  readonly byAll: boolean
  readonly byTaskFailed: boolean
}

const ORDINARY: Matching = { byName: true, byAll: true, byTaskFailed: true }
/** `States.TaskFailed` stands for any *known* name; that a failure without one is left to States.ALL is an assumption. */
const NAMELESS: Matching = { byName: false, byAll: true, byTaskFailed: false }

/** Errors that wildcards treat in a way of their own. */
const SPECIAL: ReadonlyMap<string, Matching> = new Map<string, Matching>([
  // Recorded: not even a catcher that names it gets it.
  ['States.Runtime', { byName: false, byAll: false, byTaskFailed: false }],
  ['States.Timeout', { byName: true, byAll: true, byTaskFailed: false }],
  ['States.HeartbeatTimeout', { byName: true, byAll: true, byTaskFailed: false }],
])

/** AWS's documents call it terminal; in recordings States.ALL catches it. */
const DOCUMENTED: ReadonlyMap<string, Matching> = new Map<string, Matching>([
  ...SPECIAL,
  ['States.DataLimitExceeded', { byName: true, byAll: false, byTaskFailed: true }],
])

/**
 * Whether `ErrorEquals` of a retrier or catcher selects the error. Names are compared whole and case-sensitively.
 * A missed heartbeat answers to `States.Timeout` and to `States.HeartbeatTimeout`.
 */
export function matchesError(
  errorEquals: readonly string[],
  error: MatchableError,
  profile: Profile = 'recorded',
): boolean {
  const matching = matchingOf(error.name, profile)
  return errorEquals.some((wanted) => {
    if (wanted === 'States.ALL') return matching.byAll
    if (wanted === 'States.TaskFailed' && error.duringTask && matching.byTaskFailed) return true
    return matching.byName && (wanted === error.name || wanted === otherNameOf(error))
  })
}

function matchingOf(name: string | undefined, profile: Profile): Matching {
  if (name === undefined) return NAMELESS
  return (isDocumented(profile, 'data-limit-not-by-all') ? DOCUMENTED : SPECIAL).get(name) ?? ORDINARY
}

function otherNameOf(error: MatchableError): string | undefined {
  if (error.name === 'States.HeartbeatTimeout') return 'States.Timeout'
  return error.heartbeat && error.name === 'States.Timeout' ? 'States.HeartbeatTimeout' : undefined
}
