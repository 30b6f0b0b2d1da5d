import { parseDuration } from '../asl/duration.js'
import { redrive } from '../engine/redrive.js'
import { parseScenario } from '../faults/scenario-string.js'
import { countCalls } from './calls-before.js'
import type { Log, LogEntry } from './log.js'
import type { Session } from './members.js'
import { recalledLog } from './recall.js'
import type { Finished, RedriveOptions } from './redrive.js'
import type { Rules } from './rules.js'
import type { Scenario } from './scenario.js'

/** How a session goes on that is redriven. */
export interface RedriveParts {
  /** Those of the scenario as a whole. */
  readonly rules: Rules
  readonly probes: ReadonlySet<string>
  /** What the redrive has brought of the scenario. */
  readonly changes: Scenario
  readonly options: RedriveOptions
}

/** A finished session whose own execution is redriven: with all that happened, and with the rules from now on. */
export function redrivenSession(
  { session, run }: Finished,
  { rules, probes, changes, options }: RedriveParts,
): Session {
  const { execution, world, children, signals, models } = session
  const afterMs = parseDuration(options.after ?? 0)
  const redriven = redrive(execution, { afterMs, probes })
  const entries = recalledLog(execution, world)
  const calls = entries.map((entry) => entry.call)
  const callsBefore = countCalls(world.rules.callsBefore, calls, Object.keys(changes.tasks ?? {}))
  return {
    execution: redriven,
    // The rules have changed: nothing of the log can be left to a replay.
    world: { ...world, rules: { ...rules, callsBefore }, log: logFrom(entries), forgets: false },
    ...(models && { models }),
    // Whoever waited for them has ended.
    children: children.map((child) => ({ ...child, waiters: [] })),
    signals: [...signals, { redriven: { base: parseScenario(run.scenario).base, afterMs } }],
  }
}

function logFrom(entries: readonly LogEntry[]): Log | undefined {
  return entries.reduce<Log | undefined>((before, entry) => ({ entry, before }), undefined)
}
