import type { HistoryEvent } from '../../engine/event-types.js'
import { foldStrikes, parseScenario, printScenario, type StrikeAttempt } from '../../faults/scenario-string.js'
import type { RunOrigin } from '../../harness/answering/machine-origin.js'
import { finishedRun } from '../../harness/machines/finished-run.js'
import type { LogEntry } from '../../harness/sessions/call-log.js'
import type { Session } from '../../harness/sessions/members.js'
import { rememberOrigin } from '../../harness/machines/run.js'
import type { FailedExecution } from './simulation.js'

/** The run of an execution that did not succeed, kept whole, and what repeats it. */
export function failedExecution(
  session: Session,
  entries: readonly LogEntry[],
  { index, startMs, origin }: { readonly index: number; readonly startMs: number; readonly origin: RunOrigin },
): FailedExecution {
  const run = Object.freeze(finishedRun(session))
  rememberOrigin(run, origin)
  const { base, seed } = parseScenario(run.scenario)
  return Object.freeze({
    index,
    atMs: run.startAtMs + run.tookMs - startMs,
    status: run.status,
    error: run.error ?? null,
    cause: run.cause ?? null,
    state: stateOfEnd(run.history),
    scenario: printScenario({ base, strikes: foldStrikes(entries.flatMap(struckIn)), seed }),
    run,
  })
}

/** What struck the call; a model's strike is told by its fault, as nobody else may repeat what the model had come to. */
function struckIn({ struck, call }: LogEntry): readonly StrikeAttempt[] {
  if (struck) return [struck]
  const { model, fault, state, visit, attempt } = call
  if (model === undefined || fault === undefined) return []
  return [{ state, items: call.items.map((step) => step.index), visit, attempt, name: fault }]
}

/** The state that the chain of events leads back to from the last one. */
function stateOfEnd(history: readonly HistoryEvent[]): string | null {
  const byId = new Map(history.map((event) => [event.id, event]))
  for (let event = history.at(-1); event; event = byId.get(event.previousEventId)) {
    const { details } = event
    if (details && 'input' in details && 'name' in details) return details.name
  }
  return null
}
