import { matchesError } from '../../../asl/error-names.js'
import type { Json, JsonObject } from '../../../asl/json.js'
import { LIMITS } from '../../../asl/limits.js'
import { QueryFailure } from '../../../data/failure.js'
import type { Handover } from '../../../data/flow.js'
import { exceeds } from '../../../data/json-text.js'
import type { AslError } from '../../../engine/ports.js'
import type { CompiledRetrier } from '../../../engine/program.js'
import { retryDelayMs } from '../../../engine/retry-delay.js'
import { dataLimitExceeded } from '../../../engine/data-limit.js'
import type { TestedState } from '../../../wire/test-state-answer.js'
import type { Ending, Trial } from './trial.js'

/** An ending that is a failure. */
type Failed = Extract<Ending, { readonly failure: AslError }>

/** What AWS answers for the ending of the state's work. `variables`: those there were before. */
export function conclude(trial: Trial, ending: Ending, variables: JsonObject): TestedState {
  if ('failure' in ending) return concludeFailure(trial, ending, variables)
  const { handover, next } = ending
  if (exceeds(handover.output, LIMITS.payloadBytes.value)) {
    const { error, cause } = dataLimitExceeded(trial.subject.state.name)
    return concludeFailure(trial, { failure: { error, cause }, duringTask: false }, variables)
  }
  return { status: 'SUCCEEDED', ...handedOver(trial, handover, variables), nextState: next, inspection: seen(trial) }
}

/** The output, once the variables that are assigned with it are seen. */
function handedOver(trial: Trial, { output, assigned }: Handover, variables: JsonObject): { readonly output: Json } {
  seeVariables(trial, { ...variables, ...assigned })
  return { output }
}

/** Recorded: no variables at all are not shown. */
function seeVariables({ inspector }: Trial, variables: JsonObject): void {
  if (Object.keys(variables).length > 0) inspector.see('variables', variables)
}

function seen({ inspector }: Trial): TestedState['inspection'] {
  return inspector.seen()
}

/** The first retrier that matches decides; a catcher is asked where there is none, or where it has no attempts left. */
function concludeFailure(trial: Trial, { failure, duringTask }: Failed, variables: JsonObject): TestedState {
  const { state } = trial.subject
  const matches = ({ errorEquals }: { readonly errorEquals: readonly string[] }): boolean =>
    matchesError(errorEquals, { name: failure.error, duringTask })
  seeVariables(trial, variables)
  const { error, cause } = failure
  const retryIndex = state.retriers.findIndex(matches)
  const retrier = state.retriers[retryIndex]
  if (retrier !== undefined) {
    const delay = nextDelay(trial, retrier)
    trial.inspector.count({ errorDetails: { retryIndex, ...delay } })
    if (delay !== undefined) return { status: 'RETRIABLE', error, cause, inspection: seen(trial) }
  }
  const catchIndex = state.catchers.findIndex(matches)
  const catcher = state.catchers[catchIndex]
  if (catcher === undefined) return { status: 'FAILED', error, cause, inspection: seen(trial) }
  const { input, effectiveInput, sources } = trial
  const handover = catcher.flow.handover(input, effectiveInput, errorOutput(failure), sources('catch'))
  if (handover instanceof QueryFailure) return failedInCatch(trial, handover)
  // That the exhausted retrier is still told of is an assumption.
  trial.inspector.count({ errorDetails: { ...(retrier !== undefined && { retryIndex }), catchIndex } })
  const output = handedOver(trial, handover, variables)
  return { status: 'CAUGHT_ERROR', ...output, error, cause, nextState: catcher.next, inspection: seen(trial) }
}

/** The seconds until the next try, whole ones; undefined if the retrier has no attempts left. */
function nextDelay({ configuration, sources }: Trial, retrier: CompiledRetrier) {
  const used = configuration.retrierRetryCount ?? 0
  if (used >= retrier.maxAttempts) return undefined
  const delayMs = retryDelayMs(retrier, used + 1, () => sources('retry').chance.number('jitter'))
  return { retryBackoffIntervalSeconds: Math.floor(delayMs / 1000) }
}

/** As a catcher of a real execution sees it: nulls for what a failure does not have. */
function errorOutput({ error, cause }: AslError): JsonObject {
  return { Error: error ?? null, Cause: cause ?? (error === 'States.Timeout' ? '' : null) }
}

/** A catcher whose own expressions fail is not caught again. */
function failedInCatch(trial: Trial, failure: QueryFailure): TestedState {
  const { error, cause } = failure
  return { status: 'FAILED', error, cause, inspection: seen(trial) }
}
