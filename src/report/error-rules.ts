import { type MatchableError, RESERVED_ERROR_NAMES, matchesError } from '../asl/error-names.js'
import type { Profile } from '../asl/profile.js'

type ReservedErrorName = (typeof RESERVED_ERROR_NAMES)[number]

/** What is to be known about an error name of Step Functions' own. */
export interface ErrorRule {
  readonly name: string
  readonly raisedBy: string
  /** Where it can be caught, if it can. */
  readonly caught: string
  /** The error as Retry and Catch see it, by profile; undefined where nothing has this name. */
  readonly seen: Readonly<Record<Profile, MatchableError | undefined>>
}

type Text = Pick<ErrorRule, 'raisedBy' | 'caught'> & { readonly seen?: ErrorRule['seen'] }

const NOWHERE = 'nowhere: it is no error, but a name for errors in ErrorEquals'
const BY_TASK = 'by Retry and Catch of the Task, else of the Parallel or Map around it'
const BY_STATE = 'by Retry and Catch of the Task, Parallel or Map it happens in, else of the one around it'
const BY_CONTAINER = 'by Retry and Catch of the Parallel or Map around the state'
const BY_MAP = 'by Retry and Catch of the Map, else of the Parallel or Map around it'

function failureOf(name: string, duringTask: boolean): MatchableError {
  return { name, duringTask }
}

/** A name that only documents give. */
function onlyDocumented(name: string, duringTask: boolean): ErrorRule['seen'] {
  return { recorded: undefined, documented: failureOf(name, duringTask) }
}

function inBoth(error: MatchableError | undefined): ErrorRule['seen'] {
  return { recorded: error, documented: error }
}

const TEXTS: Readonly<Record<ReservedErrorName, Text>> = {
  'States.ALL': {
    raisedBy: 'nothing: a wildcard for every error but States.Runtime; alone in its ErrorEquals, and in the last entry',
    caught: NOWHERE,
    seen: inBoth(undefined),
  },
  'States.BranchFailed': {
    raisedBy: 'a Parallel of which a branch failed, as documented; by default it fails as its branch did',
    caught: 'by Retry and Catch of the Parallel, else of the one around it',
    seen: onlyDocumented('States.BranchFailed', true),
  },
  'States.DataLimitExceeded': {
    raisedBy: 'a result or an output of more than 262,144 bytes of JSON text',
    caught: BY_STATE,
  },
  'States.ExceedToleratedFailureThreshold': {
    raisedBy: 'a distributed Map of which more items failed than it tolerates',
    caught: BY_MAP,
  },
  'States.HeartbeatTimeout': {
    raisedBy: 'a Task that got no heartbeat for HeartbeatSeconds; by default the history calls it States.Timeout',
    caught: BY_TASK,
    seen: {
      recorded: { name: 'States.Timeout', heartbeat: true, duringTask: true },
      documented: failureOf('States.HeartbeatTimeout', true),
    },
  },
  'States.Http.Socket': { raisedBy: 'an HTTP Task whose connection broke or timed out', caught: BY_TASK },
  'States.IntrinsicFailure': {
    raisedBy: 'an intrinsic function that failed, as documented; by default that is States.Runtime',
    caught: BY_STATE,
    seen: onlyDocumented('States.IntrinsicFailure', false),
  },
  'States.ItemReaderFailed': { raisedBy: 'a distributed Map that could not read its items', caught: BY_MAP },
  'States.NoChoiceMatched': {
    raisedBy: 'a Choice without a matching rule and without Default, as documented; by default that is States.Runtime',
    caught: BY_CONTAINER,
    seen: onlyDocumented('States.NoChoiceMatched', false),
  },
  'States.ParameterPathFailure': {
    raisedBy: 'a path in a payload template that leads nowhere, as documented; by default that is States.Runtime',
    caught: BY_STATE,
    seen: onlyDocumented('States.ParameterPathFailure', false),
  },
  'States.Permissions': { raisedBy: 'a Task whose role may not do what it asks', caught: BY_TASK },
  'States.QueryEvaluationError': {
    raisedBy: 'a JSONata expression that failed, gave nothing, or gave a value of the wrong type',
    caught: BY_STATE,
    seen: inBoth(failureOf('States.QueryEvaluationError', false)),
  },
  'States.ResultPathMatchFailure': {
    raisedBy: "a ResultPath that does not fit the state's raw input",
    caught: BY_STATE,
    seen: inBoth(failureOf('States.ResultPathMatchFailure', false)),
  },
  'States.ResultWriterFailed': { raisedBy: 'a distributed Map that could not write its results', caught: BY_MAP },
  'States.Runtime': {
    raisedBy: 'what the interpreter cannot go on from, such as an InputPath that leads nowhere',
    caught: 'nowhere: it ends the execution at once, whatever its Retry and Catch name',
    seen: inBoth(failureOf('States.Runtime', false)),
  },
  'States.TaskFailed': {
    raisedBy:
      'a .sync Task whose job or child execution failed, and a role that may not be assumed; in ErrorEquals a wildcard for every error of a Task but a timeout',
    caught: BY_TASK,
  },
  'States.Timeout': {
    raisedBy:
      "a Task that took longer than TimeoutSeconds or missed a heartbeat, and the machine's own TimeoutSeconds, which ends the execution as TIMED_OUT and is not caught",
    caught: BY_TASK,
  },
}

/** An HTTP Task's status: a name for each, so one rule for all. */
function httpStatusRule(name: string): ErrorRule {
  const raisedBy = `an HTTP Task that was answered with status ${name.slice(-3)}`
  return { name, raisedBy, caught: BY_TASK, seen: inBoth(failureOf(name, true)) }
}

/** The rule for a name of Step Functions' own; undefined for any other name. */
export function errorRule(name: string): ErrorRule | undefined {
  if (/^States\.Http\.StatusCode\.\d{3}$/.test(name)) return httpStatusRule(name)
  const known = RESERVED_ERROR_NAMES.find((reserved) => reserved === name)
  return known && { name, seen: inBoth(failureOf(name, true)), ...TEXTS[known] }
}

/** The entries of `ErrorEquals` that take the error, most telling first. */
export function namesThatMatch(error: MatchableError, profile: Profile, own = error.name): readonly string[] {
  const candidates = [own, 'States.HeartbeatTimeout', 'States.Timeout', 'States.TaskFailed', 'States.ALL']
  const names = new Set(candidates.filter((name) => name !== undefined))
  return [...names].filter((name) => matchesError([name], error, profile))
}
