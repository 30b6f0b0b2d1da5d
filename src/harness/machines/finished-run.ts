import type { Json } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import { historyOf, traceOf } from '../../engine/history.js'
import { type StrikeAttempt, foldStrikes, printScenario } from '../../faults/scenario-string.js'
import { baseName } from './base-scenario.js'
import { deepFreeze } from './deep-freeze.js'
import { withLazyMembers } from './lazy-members.js'
import { mapRunRecords } from './map-run-records.js'
import { type Child, type Session, memberAt } from '../sessions/members.js'
import { type Run, type StartedExecution, rememberOrigin } from './run.js'
import { type LogEntry, computedAsJson, computedOf, linksOf } from '../sessions/call-log.js'
import { recalledLog } from '../sessions/recall.js'
import { resultObjectTexts } from '../sessions/result-objects.js'
import type { World } from '../sessions/world.js'

/** The finished session as a Run, not frozen yet at the top: whoever can redrive it adds that. */
export function finishedRun(session: Session): Run {
  const startedBy = new Map<number, number[]>()
  for (const [i, child] of session.children.entries()) {
    const started = startedBy.get(child.startedBy)
    if (started) started.push(i + 1)
    else startedBy.set(child.startedBy, [i + 1])
  }
  return new SessionRuns(session, startedBy).runOf(0)
}

/** Builds the runs of a session's executions, each with those it started inside it. */
class SessionRuns {
  readonly #session: Session
  readonly #startedBy: ReadonlyMap<number, readonly number[]>

  constructor(session: Session, startedBy: ReadonlyMap<number, readonly number[]>) {
    this.#session = session
    this.#startedBy = startedBy
  }

  /** As deep as executions start one another, which is bounded. */
  runOf(member: number): Run {
    const started = this.#startedBy.get(member) ?? []
    const children = started.flatMap((number) => {
      const child = this.#session.children[number - 1]
      return child ? [startedExecution(child, Object.freeze(this.runOf(number)))] : []
    })
    return memberRun(this.#session, member, children, this.#computedBy(member))
  }

  /** What functions of the test answered, to the execution and to those it started; then what a live one was sent. */
  #computedBy(member: number): readonly Json[] {
    const own: Json[] = []
    for (const link of linksOf(memberAt(this.#session, member).world.log)) {
      const computed = computedOf(link)
      if (computed) own.push(computedAsJson(computed))
    }
    const below = (this.#startedBy.get(member) ?? []).flatMap((child) => this.#computedBy(child))
    return [...own, ...below, ...(member === 0 ? this.#session.signals : [])]
  }
}

function startedExecution({ call, execution, machine }: Child, run: Run): StartedExecution {
  rememberOrigin(run, machine.origin)
  const { state, items, visit, attempt, scheduledEventId } = call
  return { state, items, visit, attempt, scheduledEventId, executionArn: execution.settings.executionArn, run }
}

function memberRun(
  session: Session,
  member: number,
  children: readonly StartedExecution[],
  computed: readonly Json[],
): Run {
  const { execution, world } = memberAt(session, member)
  const { settings, status, output, error, cause } = execution
  const { redriveCount } = execution.drive
  if (status === 'RUNNING') throw new UserError('usage', 'the execution has not come to its end')
  const strikes = foldStrikes(struckAttempts(world))
  const base = baseName(settings, world.rules, computed)
  const summary = {
    machine: settings.machineName,
    type: settings.type,
    status,
    ...(output !== undefined && { output: deepFreeze(output) }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    ...(children.length > 0 && { children: deepFreeze(children) }),
    ...(redriveCount > 0 && { redriveCount }),
    startAtMs: settings.startAtMs,
    tookMs: execution.nowMs - settings.startAtMs,
    seed: settings.seed,
    profile: settings.profile,
    scenario: printScenario({ base, strikes, seed: settings.seed, redrives: redriveCount }),
  }
  let recalled: readonly LogEntry[] | undefined
  const entries = (): readonly LogEntry[] => (recalled ??= recalledLog(execution, world))
  const run = withLazyMembers(summary, {
    path: () => statesEntered(historyOf(execution)),
    history: () => historyOf(execution),
    coverage: () => traceOf(execution),
    calls: () => entries().map((entry) => entry.call),
    effects: () => entries().flatMap((entry) => (entry.effect ? [entry.effect] : [])),
    ...(world.written && { written: () => resultObjectTexts(world.written) }),
    ...(execution.mapRuns && { mapRuns: () => mapRunRecords(execution, world) }),
  })
  return run
}

function struckAttempts({ log }: World): readonly StrikeAttempt[] {
  return linksOf(log).flatMap((link) => ('entry' in link && link.entry.struck ? [link.entry.struck] : []))
}

function statesEntered(history: Run['history']): readonly string[] {
  return history.flatMap(({ details }) => (details && 'input' in details && 'name' in details ? [details.name] : []))
}
