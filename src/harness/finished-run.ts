import { UserError } from '../asl/user-error.js'
import { historyOf, traceOf } from '../engine/history.js'
import { foldStrikes, printScenario } from '../faults/scenario-string.js'
import { baseName } from './base-scenario.js'
import type { Run } from './run.js'
import type { Session } from './session.js'
import { logOf } from './world.js'

/** The finished session as a Run. */
export function finishedRun({ execution, world }: Session): Run {
  const { settings, status, output, error, cause } = execution
  if (status === 'RUNNING') throw new UserError('usage', 'the execution has not come to its end')
  const log = logOf(world)
  const history = historyOf(execution)
  const computed = log.flatMap((entry) => (entry.computed === undefined ? [] : [entry.computed]))
  const strikes = foldStrikes(log.flatMap((entry) => (entry.struck ? [entry.struck] : [])))
  const base = baseName(settings, world.rules.tasks, computed)
  return Object.freeze({
    machine: settings.machineName,
    type: settings.type,
    status,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    path: history.flatMap((event) =>
      event.details && 'input' in event.details && 'name' in event.details ? [event.details.name] : [],
    ),
    history,
    coverage: traceOf(execution),
    calls: log.map((entry) => entry.call),
    effects: log.flatMap((entry) => (entry.effect ? [entry.effect] : [])),
    startAtMs: settings.startAtMs,
    tookMs: execution.nowMs - settings.startAtMs,
    seed: settings.seed,
    profile: settings.profile,
    scenario: printScenario({ base, strikes, seed: settings.seed }),
  })
}
