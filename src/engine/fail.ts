import { matchesError } from '../asl/error-names.js'
import type { JsonObject } from '../asl/json.js'
import { LIMITS } from '../asl/limits.js'
import { errorNameUnder, isDocumented } from '../asl/profile.js'
import { QueryFailure } from '../data/failure.js'
import { abortChildren } from './abort.js'
import { oversizeOf } from './data-limit.js'
import type { Draft } from './draft.js'
import type { CompiledCatcher, CompiledRetrier } from './program.js'
import { retryBoundMs, retryDelayMs } from './retry-delay.js'
import { StrandSources } from './sources.js'
import type { Failure } from './work.js'
import type { MutableStrand } from './strand.js'

/**
 * AWS's prefix for every failure that the interpreter itself raises (asl-semantics 0.5). A cause that quotes an input
 * which quotes a cause would double on every turn of a loop, so it is cut at the API's length of a cause (assumption).
 */
export function prefixedCause(strand: MutableStrand, cause: string): string {
  const prefix = `An error occurred while executing the state '${strand.state.name}' (entered at the event id #${strand.enteredEventId}). `
  return (prefix + cause).slice(0, LIMITS.causeCharacters.value)
}

/** The strand's state fails with what an expression had to say; its next turn routes the failure. */
export function failWith(draft: Draft, strand: MutableStrand, failure: QueryFailure): void {
  draft.enqueue(strand, 'fail')
  strand.failure = evaluationFailure(draft, strand, failure)
}

/** Writes EvaluationFailed where there is one (JSONata), and gives the failure with its prefixed cause. */
function evaluationFailure(draft: Draft, strand: MutableStrand, failure: QueryFailure): Failure {
  const { location } = failure
  const error = errorNameUnder(draft.base.settings.profile, failure.error, failure.reason)
  const cause = error === 'States.DataLimitExceeded' ? failure.cause : prefixedCause(strand, failure.cause)
  if (error !== 'States.QueryEvaluationError')
    return { kind: error === 'States.Runtime' ? 'runtime' : 'evaluation', error, cause }
  const state = strand.state.name
  draft.emit(strand, 'EvaluationFailed', { error, cause, ...(location !== undefined && { location }), state })
  return { kind: 'evaluation', error, cause }
}

/** Routes the strand's failure: to a retrier, a catcher, the container around it, or the end of the execution. */
export function routeFailure(draft: Draft, strand: MutableStrand): void {
  const failure = strand.failure
  if (!failure) throw new Error('a strand without a failure was asked to route one')
  if (failure.error === 'States.Runtime') return failExecution(draft, strand, failure)
  const exhausted = retry(draft, strand, failure)
  if (exhausted === 'retrying') return undefined
  const beforeEventId = strand.lastEventId
  closeContainer(draft, strand)
  return handOn(draft, strand, failure, exhausted, beforeEventId)
}

/** No retrier, catcher or container sees it: recorded for States.Runtime. */
function failExecution(draft: Draft, strand: MutableStrand, failure: Failure): void {
  draft.note(strand, strand.state.pointer, { kind: 'unhandled', error: failure.error })
  draft.end('FAILED', strand.lastEventId, failure)
}

/** The state's work went well, and its output is too large: nothing of the machine sees it (reported from production). */
export function failOutside(draft: Draft, strand: MutableStrand, { error, cause }: QueryFailure): void {
  failExecution(draft, strand, { kind: 'evaluation', error, cause })
}

/** MapStateFailed or ParallelStateFailed, once no retrier takes the failure any more. */
function closeContainer(draft: Draft, strand: MutableStrand): void {
  if (strand.state.type === 'Map') draft.emit(strand, 'MapStateFailed', undefined)
  if (strand.state.type === 'Parallel') draft.emit(strand, 'ParallelStateFailed', undefined)
}

function matches(handler: CompiledRetrier | CompiledCatcher, failure: Failure, draft: Draft): boolean {
  const { error: name, kind } = failure
  const seen = { name, heartbeat: kind === 'heartbeat', duringTask: kind !== 'evaluation' }
  return matchesError(handler.errorEquals, seen, draft.base.settings.profile)
}

/** Starts a back-off if the first matching retrier has attempts left; gives that retrier's index if it has none. */
function retry(draft: Draft, strand: MutableStrand, failure: Failure): 'retrying' | number | undefined {
  const { retriers } = strand.state
  const index = retriers.findIndex((retrier) => matches(retrier, failure, draft))
  const retrier = retriers[index]
  if (!retrier) return undefined
  const used = strand.retryCounts[index] ?? 0
  if (used >= retrier.maxAttempts) {
    draft.note(strand, retrier.edge, { kind: 'exhausted', retrier: index, error: failure.error })
    return index
  }
  const attempt = used + 1
  const chance = new StrandSources(draft, strand).chance
  const delayMs = retryDelayMs(retrier, attempt, () => chance.number('jitter'))
  const boundMs = retryBoundMs(retrier, attempt)
  const { error } = failure
  const what = { kind: 'retry', retrier: index, attempt, max: retrier.maxAttempts, delayMs, boundMs, error } as const
  draft.note(strand, retrier.edge, what)
  strand.retryCounts = retriers.map((_, i) => (strand.retryCounts[i] ?? 0) + (i === index ? 1 : 0))
  strand.attempt += 1
  handled(draft, strand)
  strand.phase = 'rest'
  strand.wake = draft.due(delayMs)
  return 'retrying'
}

/** A retrier or a catcher has taken the failure: what it left of the strand's children is of no use any more. */
function handled(draft: Draft, strand: MutableStrand): void {
  strand.failure = undefined
  strand.children = undefined
  draft.abandoned.forget(strand)
}

/** The Error Output of a catcher. A timeout has an empty cause; a nameless failure has nulls (recorded). */
function errorOutput(failure: Failure): JsonObject {
  const timedOut = failure.kind === 'timeout' || failure.kind === 'heartbeat'
  return { Error: failure.error ?? null, Cause: failure.cause ?? (timedOut ? '' : null) }
}

function handOn(
  draft: Draft,
  strand: MutableStrand,
  failure: Failure,
  exhausted: number | undefined,
  beforeEventId: number,
): void {
  const index = strand.state.catchers.findIndex((catcher) => matches(catcher, failure, draft))
  const catcher = strand.state.catchers[index]
  if (!catcher) return leave(draft, strand, failure)
  const sources = new StrandSources(draft, strand, { part: 'catch' })
  const handover = catcher.flow.handover(strand.input, strand.effectiveInput, errorOutput(failure), sources)
  if (handover instanceof QueryFailure) return failInCatch(draft, strand, handover, beforeEventId)
  const oversize = oversizeOf(draft, strand, handover)
  if (oversize) return failOutside(draft, strand, oversize)
  const next = catcher.next
  const what = { kind: 'catch', catcher: index, afterRetrier: exhausted, next, error: failure.error } as const
  draft.note(strand, catcher.edge, what, beforeEventId)
  handled(draft, strand)
  strand.exit = { handover, next, edge: undefined }
  return draft.enqueue(strand, 'exit')
}

/** A catcher whose own expressions fail is not caught again (measured for Parallel: asl-semantics 1.5). */
function failInCatch(draft: Draft, strand: MutableStrand, failure: QueryFailure, beforeEventId: number): void {
  strand.lastEventId = beforeEventId
  const failed = evaluationFailure(draft, strand, failure)
  if (failed.error === 'States.Runtime') return failExecution(draft, strand, failed)
  closeContainer(draft, strand)
  return leave(draft, strand, failed)
}

/** Nothing here takes the failure: it goes up to the container, or ends the execution. */
function leave(draft: Draft, strand: MutableStrand, failure: Failure): void {
  draft.note(strand, strand.state.pointer, { kind: 'unhandled', error: failure.error })
  const parent = draft.parentOf(strand)
  if (!parent) return draft.end('FAILED', strand.lastEventId, failure)
  abortChildren(draft, parent, strand)
  parent.failure = containerFailure(draft, parent, failure)
  return routeFailure(draft, parent)
}

/** A container fails as its child did (recorded); a documented Parallel has a name of its own for it, and the child's cause. */
function containerFailure(draft: Draft, parent: MutableStrand, failure: Failure): Failure {
  const isRenamed = parent.state.type === 'Parallel' && isDocumented(draft.base.settings.profile, 'branch-failed-name')
  return isRenamed ? { ...failure, error: 'States.BranchFailed' } : failure
}
