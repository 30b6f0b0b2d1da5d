import { UserError } from '../asl/user-error.js'
import { Draft } from './draft.js'
import type { Execution, FinishedMapRun } from './execution.js'
import { redriveMapRun, runsWithout, unfinishedRuns } from './map-run/redrive-map-run.js'
import type { RedriveOptions } from './redrive-options.js'
import { redriveStatusOf } from './redrive-refusal.js'
import type { MutableStrand } from './strand.js'
import { countVisit, visitOf } from './visits.js'

/**
 * RedriveExecution: goes on with a STANDARD execution that ended badly, under its own ARN and with its own history. What
 * has no Exited event runs again with the input it had; a Map or Parallel goes on with the children that have not ended
 * well. Retriers and timeouts begin anew. Nothing but ExecutionRedriven happens yet: `advance` goes on from here.
 * UserError for an execution that AWS would not redrive (`redriveStatusOf`).
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html
 * @example
 * const A = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:a', End: true }
 * const program = compile({ StartAt: 'A', States: { A } })
 * const asked = advance(start(program, {}))
 * const [call] = pending(asked)
 * if (!call) throw new Error('A was not called')
 * const failed = advance(resume(asked, call.callId, { outcome: { failure: { error: 'Busy' } } }))
 * pending(advance(redrive(failed))).map(({ state }) => state) // => ['A']
 */
export function redrive(execution: Execution, options: RedriveOptions = {}): Execution {
  const { afterMs = 0 } = options
  if (!Number.isSafeInteger(afterMs) || afterMs < 0) {
    throw new UserError('usage', `afterMs of a redrive must be a whole number from 0, and it is ${String(afterMs)}`)
  }
  const verdict = redriveStatusOf(execution, afterMs)
  if (verdict.status === 'NOT_REDRIVABLE') throw new UserError('usage', verdict.reason)
  const mapRuns = unfinishedRuns(execution)
  const draft = new Draft({
    ...reopened(execution, execution.nowMs + afterMs, options.probes),
    mapRuns: runsWithout(execution.mapRuns, mapRuns),
  })
  const { redriveCount } = draft.base.drive
  // Which event points to which after a redrive is not recorded: all that goes on points to it (assumption).
  const redrivenEventId = draft.emitAside(execution.eventCount, 'ExecutionRedriven', { redriveCount })
  for (const strand of draft.strands.values()) {
    goOn(draft, strand, redrivenEventId, mapRuns.get(strand.id))
  }
  return draft.seal()
}

/** The execution as it was before its end, with time, timeout and count of a new drive. */
function reopened(
  execution: Execution,
  nowMs: number,
  probes: ReadonlySet<string> = execution.settings.probes,
): Execution {
  return {
    ...execution,
    settings: { ...execution.settings, probes },
    status: 'RUNNING',
    nowMs,
    output: undefined,
    error: undefined,
    cause: undefined,
    strands: execution.unfinished,
    unfinished: [],
    drive: { redriveCount: execution.drive.redriveCount + 1, sinceMs: nowMs },
    ready: [],
  }
}

/**
 * Lets a strand take its next turn. A state that was entered and not exited begins again, without a second StateEntered
 * (assumption), as a further visit: faults, tokens and chance tell it from the first.
 */
function goOn(draft: Draft, strand: MutableStrand, redrivenEventId: number, mapRun: FinishedMapRun | undefined): void {
  strand.lastEventId = redrivenEventId
  if (strand.phase === 'enter' || strand.phase === 'end') return draft.enqueue(strand, strand.phase)
  // A container whose children have all ended well, and that has only to be left.
  if (strand.phase === 'exit' && isContainer(strand)) return draft.enqueue(strand, 'exit')
  strand.visits = countVisit(strand.visits, strand.state.index)
  strand.visit = visitOf(strand.visits, strand.state.index)
  strand.attempt = 1
  strand.retryCounts = []
  strand.task = undefined
  strand.wake = undefined
  strand.failure = undefined
  strand.exit = undefined
  return mapRun ? redriveMapRun(draft, strand, mapRun) : draft.enqueue(strand, 'redrive')
}

function isContainer({ state }: MutableStrand): boolean {
  return state.type === 'Map' || state.type === 'Parallel'
}
