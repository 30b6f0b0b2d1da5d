import type { Json } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { Draft } from './draft.js'
import { isSettled } from './open-tasks.js'
import type { Execution } from './execution.js'
import type { AslError, Outcome } from './ports.js'
import { standingAt } from './standing-at.js'
import { updateTask } from './states/task-state.js'
import type { MutableStrand } from './strand.js'

/** What reaches a running execution from outside: a stop, or word about a task token. */
export type Signal = 'stop' | { readonly stop: AslError } | TokenSignal

type TokenSignal =
  | { readonly token: string; readonly success: Json }
  | { readonly token: string; readonly failure: AslError }
  | { readonly token: string; readonly heartbeat: true }

/**
 * Stops the execution, or tells a task by its token that it is done, has failed or is alive. `advance` goes on.
 * @example
 * const A = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', End: true }
 * const program = compile({ StartAt: 'A', States: { A } })
 * signal(advance(start(program, {})), 'stop').status // => 'ABORTED'
 */
export function signal(execution: Execution, what: Signal): Execution {
  if (execution.status !== 'RUNNING')
    throw new UserError('usage', 'the execution has ended: it takes no signal any more')
  const draft = new Draft(execution)
  if (what === 'stop' || 'stop' in what) {
    draft.end('ABORTED', 0, what === 'stop' ? {} : what.stop)
    return draft.seal()
  }
  if (signalChild(draft, what)) return draft.seal()
  const strand = strandWithToken(draft, what.token)
  if ('heartbeat' in what) beat(draft, strand)
  else settle(draft, strand, 'success' in what ? { output: what.success } : { failure: what.failure })
  return draft.seal()
}

/** A token may be held by a child of a distributed Map: the signal goes to that child. */
function signalChild(draft: Draft, what: TokenSignal): boolean {
  for (const strand of draft.strands.values()) {
    const work = strand.mapRun
    const at = work?.running.findIndex((child) => hasToken(child.execution, what.token)) ?? -1
    const child = work?.running[at]
    if (!work || !child) continue
    const execution = signal(standingAt(child.execution, draft.nowMs), what)
    strand.mapRun = { ...work, running: work.running.with(at, { ...child, execution, dueMs: undefined }) }
    return true
  }
  return false
}

function hasToken(execution: Execution, token: string): boolean {
  return execution.strands.some(
    ({ phase, task, mapRun }) =>
      (phase === 'called' && task?.token === token) ||
      mapRun?.running.some((child) => hasToken(child.execution, token)) === true,
  )
}

function strandWithToken(draft: Draft, token: string): MutableStrand {
  for (const strand of draft.strands.values()) {
    if (strand.phase === 'called' && strand.task?.token === token && !isSettled(strand.task, draft.nowMs)) return strand
  }
  throw new UserError('usage', `no running task has the token "${token}": it is unknown, or its task is over`)
}

function beat(draft: Draft, strand: MutableStrand): void {
  const seconds = strand.task?.heartbeatSeconds
  if (seconds !== undefined) updateTask(strand, { heartbeatDue: draft.due(seconds * 1000) })
}

function settle(draft: Draft, strand: MutableStrand, outcome: Outcome): void {
  updateTask(strand, { answered: true, submitted: true, answer: { outcome }, answerDue: draft.due(0) })
}
