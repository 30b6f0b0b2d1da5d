import { waitsForJob } from '../../asl/resource.js'
import { isDocumented } from '../../asl/profile.js'
import { exceeds } from '../../data/json-text.js'
import type { Draft } from '../draft.js'
import type { AslError } from '../ports.js'
import type { Compiled } from '../program.js'
import { emitFailed, emitStarted, emitSubmitted, emitSucceeded } from '../task-events.js'
import { dataLimitExceeded } from '../data-limit.js'
import { finishState } from './exit.js'
import { resultSourceName, updateTask } from './task-state.js'
import type { Failure } from '../work.js'
import type { MutableStrand } from '../strand.js'

function taskOf(strand: MutableStrand): Compiled<'Task'> {
  if (strand.state.type !== 'Task') throw new Error(`state "${strand.state.name}" is no Task`)
  return strand.state
}

/** *Submitted, or for an activity *Started: the outcome is still to come. */
export function submitTask(draft: Draft, strand: MutableStrand): void {
  const { resource } = taskOf(strand)
  const answer = strand.task?.answer
  if (!answer || !('submitted' in answer)) throw new Error(`state "${strand.state.name}" was not submitted`)
  if (resource.kind === 'activity') emitStarted(draft, strand, resource, answer.workerName)
  else emitSubmitted(draft, strand, resource, answer.submitted)
  const { completion } = answer
  updateTask(strand, {
    submitted: true,
    answer: completion,
    answerDue: completion && draft.due(completion.afterMs ?? 0),
  })
  strand.phase = 'called'
}

/** *Succeeded, *Failed, TaskSubmitFailed or *TimedOut. */
export function endTask(draft: Draft, strand: MutableStrand): void {
  const outcome = strand.task?.outcome
  if (outcome === undefined) throw new Error(`state "${strand.state.name}" has no outcome yet`)
  if (outcome === 'timeout' || outcome === 'heartbeat') return failTask(draft, strand, outcome)
  if ('failure' in outcome) return failTask(draft, strand, kindOf(outcome.failure), outcome.failure)
  const { resource } = taskOf(strand)
  if (exceeds(outcome.output, draft.base.settings.limits.payloadBytes)) {
    const { error, cause } = dataLimitExceeded(resultSourceName(resource))
    return failTask(draft, strand, 'task', { error, cause })
  }
  emitSucceeded(draft, strand, resource, outcome.output)
  strand.task = undefined
  return finishState(draft, strand, outcome.output)
}

/** An answer that says States.Timeout is one: it is written and caught as if the time had run out, with the cause that it has. */
function kindOf(failure: AslError): 'task' | 'timeout' | 'heartbeat' {
  if (failure.error === 'States.Timeout') return 'timeout'
  return failure.error === 'States.HeartbeatTimeout' ? 'heartbeat' : 'task'
}

function failTask(draft: Draft, strand: MutableStrand, kind: Failure['kind'], reason: AslError = {}): void {
  const { resource } = taskOf(strand)
  const isSubmitted = strand.task?.submitted === true
  strand.task = undefined
  if (kind === 'task') {
    emitFailed(draft, strand, resource, waitsForJob(resource) && !isSubmitted ? 'SubmitFailed' : 'Failed', reason)
    strand.failure = { ...reason, kind }
  } else {
    const timeout = { ...reason, error: timeoutName(draft, kind) }
    emitFailed(draft, strand, resource, 'TimedOut', timeout)
    const edge = `${strand.state.pointer}/${kind === 'heartbeat' ? 'HeartbeatSeconds' : 'TimeoutSeconds'}`
    draft.note(strand, edge, { kind: kind === 'heartbeat' ? 'heartbeat' : 'timeout' })
    strand.failure = { ...timeout, kind }
  }
  return draft.enqueue(strand, 'fail')
}

/** A missed heartbeat is recorded as States.Timeout, too; only documents give it a name of its own. */
function timeoutName(draft: Draft, kind: Failure['kind']): string {
  const isNamed = kind === 'heartbeat' && isDocumented(draft.base.settings.profile, 'heartbeat-timeout-name')
  return isNamed ? 'States.HeartbeatTimeout' : 'States.Timeout'
}
