import type { Json } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { historyOf, traceOf } from '../engine/history.js'
import { foldStrikes, printScenario } from '../faults/scenario-string.js'
import { baseName } from './base-scenario.js'
import { deepFreeze } from './deep-freeze.js'
import { withLazyMembers } from './lazy-members.js'
import { mapRunRecords } from './map-run-records.js'
import { type Child, type Session, memberAt } from './members.js'
import { type Run, type StartedExecution, rememberOrigin } from './run.js'
import { type LogEntry, logOf } from './world.js'

/** The finished session as a Run. */
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
      return child ? [startedExecution(child, this.runOf(number))] : []
    })
    return memberRun(this.#session, member, children, this.#computedBy(member))
  }

  /** What functions of the test answered, to the execution and to those it started; then what a live one was sent. */
  #computedBy(member: number): readonly Json[] {
    const own = logOf(memberAt(this.#session, member).world).flatMap(computedIn)
    const below = (this.#startedBy.get(member) ?? []).flatMap((child) => this.#computedBy(child))
    return [...own, ...below, ...(member === 0 ? this.#session.signals : [])]
  }
}

function computedIn({ computed }: LogEntry): readonly Json[] {
  return computed === undefined ? [] : [computed]
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
  if (status === 'RUNNING') throw new UserError('usage', 'the execution has not come to its end')
  const log = logOf(world)
  const strikes = foldStrikes(log.flatMap((entry) => (entry.struck ? [entry.struck] : [])))
  const base = baseName(settings, world.rules, computed)
  const summary = {
    machine: settings.machineName,
    type: settings.type,
    status,
    ...(output !== undefined && { output: deepFreeze(output) }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    ...(children.length > 0 && { children: deepFreeze(children) }),
    startAtMs: settings.startAtMs,
    tookMs: execution.nowMs - settings.startAtMs,
    seed: settings.seed,
    profile: settings.profile,
    scenario: printScenario({ base, strikes, seed: settings.seed }),
  }
  const run = withLazyMembers(summary, {
    path: () => statesEntered(historyOf(execution)),
    history: () => historyOf(execution),
    coverage: () => traceOf(execution),
    calls: () => log.map((entry) => entry.call),
    effects: () => log.flatMap((entry) => (entry.effect ? [entry.effect] : [])),
    ...(execution.mapRuns && { mapRuns: () => mapRunRecords(execution) }),
  })
  return Object.freeze(run)
}

function statesEntered(history: Run['history']): readonly string[] {
  return history.flatMap(({ details }) => (details && 'input' in details && 'name' in details ? [details.name] : []))
}
