import { parseDuration } from '../../asl/duration.js'
import { redrive } from '../../engine/redrive.js'
import { parseScenario } from '../../faults/scenario-string.js'
import { type CallsBefore, itemPath } from '../answering/calls-before.js'
import type { CallRecord } from '../sessions/call-record.js'
import type { Log, LogEntry } from '../sessions/call-log.js'
import type { Session } from '../sessions/members.js'
import { recalledLog } from '../sessions/recall.js'
import type { Finished, RedriveOptions } from './redrivable-run.js'
import type { Rules } from '../answering/rules.js'
import type { Scenario } from '../scenarios/scenario.js'

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

/** Counts the calls of some states; what was known of others stays. */
function countCalls(
  known: CallsBefore | undefined,
  calls: readonly CallRecord[],
  states: readonly string[],
): CallsBefore {
  const counts = new Map(known)
  for (const state of states) {
    const byPlace = new Map<string, number>()
    for (const call of calls) {
      if (call.state !== state || isQuestion(call)) continue
      const place = itemPath(call.items)
      byPlace.set(place, (byPlace.get(place) ?? 0) + 1)
    }
    counts.set(state, byPlace)
  }
  return counts
}

/** Whether a fault struck the state before it called anything. */
function isQuestion({ scheduledEventId, enteredEventId }: CallRecord): boolean {
  return scheduledEventId === enteredEventId
}
