import { exceeds } from '../../data/json-text.js'
import type { Draft } from '../draft.js'
import type { AslError } from '../ports.js'
import type { Compiled } from '../program.js'
import type { Failure, MutableStrand } from '../strand.js'
import { emitFailed, emitStarted, emitSubmitted, emitSucceeded } from '../task-events.js'
import { dataLimitExceeded, finishState } from './exit.js'
import { resultSourceName, updateTask } from './task.js'

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

/** *Succeeded, *Failed or *TimedOut. */
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

/** An answer that says States.Timeout is one: it is written and caught as if the time had run out. */
function kindOf(failure: AslError): 'task' | 'timeout' | 'heartbeat' {
  if (failure.error === 'States.Timeout') return 'timeout'
  return failure.error === 'States.HeartbeatTimeout' ? 'heartbeat' : 'task'
}

function failTask(draft: Draft, strand: MutableStrand, kind: Failure['kind'], reason: AslError = {}): void {
  const { resource } = taskOf(strand)
  strand.task = undefined
  if (kind === 'task') {
    emitFailed(draft, strand, resource, 'Failed', reason)
    strand.failure = { ...reason, kind }
  } else {
    emitFailed(draft, strand, resource, 'TimedOut', { error: 'States.Timeout' })
    const edge = `${strand.state.pointer}/${kind === 'heartbeat' ? 'HeartbeatSeconds' : 'TimeoutSeconds'}`
    draft.note(strand, edge, { kind: kind === 'heartbeat' ? 'heartbeat' : 'timeout' })
    strand.failure = { error: 'States.Timeout', kind }
  }
  return draft.enqueue(strand, 'fail')
}
