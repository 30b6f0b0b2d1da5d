import { advance } from '../../engine/advance.js'
import { pending } from '../../engine/calls.js'
import type { Execution } from '../../engine/execution.js'
import type { Call } from '../../engine/ports.js'
import type { Effect } from '../../tasks/ledger.js'
import type { StrikeAttempt } from '../../faults/scenario-string.js'
import { UserError } from '../../asl/user-error.js'
import { answerCalls } from '../../harness/sessions/answer-calls.js'
import type { Log } from '../../harness/sessions/call-log.js'
import type { Session } from '../../harness/sessions/members.js'
import type { Rules } from '../../harness/answering/rules.js'
import { runSessionSync } from '../../harness/sessions/session.js'
import type { CalledSite, Passage } from './course.js'
import type { OpenStrike } from './open-strike.js'
import { judgeStrikes, traceSince } from './strike-fates.js'

/** A session at an instant at which it makes calls, before any of them is answered; at its end there are none. */
export interface Moment {
  readonly session: Session
  readonly calls: readonly Call[]
  readonly open: readonly OpenStrike[]
}

/** A passage, and the moment at its end. */
export interface PassedMoment {
  readonly passage: Passage
  readonly next: Moment
}

/** A session at its first instant, before it has made a call. */
export function firstMoment(session: Session): Moment {
  return { session, calls: [], open: [] }
}

function momentOf(session: Session, open: readonly OpenStrike[]): Moment {
  const { execution } = session
  return { session, calls: execution.status === 'RUNNING' ? pending(execution) : [], open }
}

function goneOn(session: Session): Session {
  return { ...session, execution: advance(session.execution) }
}

/** How calls are answered that nothing of ours strikes, and which states are asked before their work even so. */
export interface Unstruck {
  readonly rules: Rules
  readonly probes: ReadonlySet<string>
}

/**
 * Goes on to where a state is asked whether it goes well, before its work begins, which it is not without need: the other strands of an
 * execution go on meanwhile. Undefined if the next step does not come by the state.
 */
export function passToProbe(moment: Moment, unstruck: Unstruck, pointer: string): PassedMoment | undefined {
  const { execution } = moment.session
  const probes = new Set([...unstruck.probes, pointer])
  const settings = { ...execution.settings, probes }
  const session = { ...moment.session, execution: { ...execution, settings } }
  const passed = pass({ ...moment, session }, unstruck)
  return passed.next.calls.some((call) => call.purpose === 'state' && call.pointer === pointer) ? passed : undefined
}

/** Answers the calls of a moment, some of which are struck, and goes on to the next. */
export function pass(moment: Moment, unstruck: Unstruck, strikes: readonly OpenStrike[] = []): PassedMoment {
  const { session, calls } = moment
  const open = strikes.length > 0 ? [...moment.open, ...strikes] : moment.open
  const answered = answerCalls(underStrikes(session, unstruck, open), 0, calls, (child) => runSessionSync(child))
  if (answered instanceof Promise) {
    answered.catch(() => undefined)
    throw new UserError(
      'unsupported',
      'exploration needs answers that are there at once, and a task function gave a promise',
    )
  }
  const gone = goneOn(answered)
  const before = session.execution
  const after = gone.execution
  const judged = open.length > 0 ? judgeStrikes(open, before, after) : { open, fates: [] }
  const { effects, struck } = loggedSince(gone.world.log, session.world.log)
  const passage = {
    tookMs: after.nowMs - before.nowMs,
    events: after.eventCount - before.eventCount,
    calls: calls.length === 1 && calls[0] ? sitesOf(calls[0]) : calls.flatMap(sitesOf),
    effects,
    struck,
    entered: enteredSince(before, after, calls),
    fates: judged.fates,
  }
  return { passage, next: momentOf(gone, judged.open) }
}

/**
 * The session with the strikes that are open. Once something has struck, only states that are struck themselves are asked before
 * their work: all others would answer well.
 */
function underStrikes(session: Session, { rules, probes }: Unstruck, open: readonly OpenStrike[]): Session {
  const { execution, world } = session
  if (open.length === 0) return world.rules === rules ? session : { ...session, world: { ...world, rules } }
  const strikes = open.flatMap(({ resolved, isOver }) => (isOver ? [] : [resolved]))
  const struck = { ...session, world: { ...world, rules: { ...rules, strikes: [...rules.strikes, ...strikes] } } }
  if (execution.settings.probes === probes || open.some(({ isProbe }) => isProbe)) return struck
  return { ...struck, execution: { ...execution, settings: { ...execution.settings, probes } } }
}

const NO_ITEMS: readonly number[] = []

function sitesOf({ purpose, pointer, items }: Call): readonly CalledSite[] {
  if (purpose === 'state') return []
  return [{ pointer, items: items.length === 0 ? NO_ITEMS : items.map((step) => step.index) }]
}

const NO_EFFECTS: readonly Effect[] = []
const NONE_STRUCK: readonly StrikeAttempt[] = []

/** What was carried out and what was struck since an earlier moment, in the order of the calls. */
function loggedSince(log: Log | undefined, before: Log | undefined): Pick<Passage, 'effects' | 'struck'> {
  const links: Log[] = []
  for (let link = log; link && link !== before; link = link.before) links.push(link)
  let effects: Effect[] | undefined
  let struck: StrikeAttempt[] | undefined
  for (const link of links.reverse()) {
    if (!('entry' in link)) continue
    const { effect, struck: attempt } = link.entry
    if (effect) (effects ??= []).push(effect)
    if (attempt) (struck ??= []).push(attempt)
  }
  return { effects: effects ?? NO_EFFECTS, struck: struck ?? NONE_STRUCK }
}

/** Pointers of the states entered; inside the children of a distributed Map of those alone that make calls. */
function enteredSince(before: Execution, after: Execution, calls: readonly Call[]): readonly string[] {
  const entered: string[] = []
  for (const { pointer, mapRunChild, attempt } of calls) if (mapRunChild && attempt === 1) entered.push(pointer)
  for (const { what, edge } of traceSince(after.history, before.history))
    if (what.kind === 'entered') entered.push(edge)
  return entered
}
