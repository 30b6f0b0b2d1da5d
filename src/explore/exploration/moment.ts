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

/** A session at its first instant, gone on to its first calls. */
export function opening(session: Session): PassedMoment {
  const gone = goneOn(session)
  const after = gone.execution
  const passage = {
    tookMs: after.nowMs - after.settings.startAtMs,
    events: after.eventCount,
    calls: [],
    effects: NO_EFFECTS,
    struck: NONE_STRUCK,
    entered: enteredSince(undefined, after, []),
    fates: [],
  }
  return { passage, next: momentOf(gone, []) }
}

function momentOf(session: Session, open: readonly OpenStrike[]): Moment {
  const { execution } = session
  return { session, calls: execution.status === 'RUNNING' ? pending(execution) : [], open }
}

function goneOn(session: Session): Session {
  return { ...session, execution: advance(session.execution) }
}

/** Answers the calls of a moment, some of which are struck, and goes on to the next. `rules`: those without any strike of ours. */
export function pass(moment: Moment, rules: Rules, strikes: readonly OpenStrike[] = []): PassedMoment {
  const { session, calls } = moment
  const open = strikes.length > 0 ? [...moment.open, ...strikes] : moment.open
  const answered = answerCalls(underRules(session, rules, open), 0, calls, (child) => runSessionSync(child))
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
  const next = judged.open.length === open.length ? gone : underRules(gone, rules, judged.open)
  return { passage, next: momentOf(next, judged.open) }
}

/** The session under the rules, with the strikes that are open. */
function underRules(session: Session, rules: Rules, open: readonly OpenStrike[]): Session {
  const own =
    open.length === 0 ? rules : { ...rules, strikes: [...rules.strikes, ...open.map(({ resolved }) => resolved)] }
  return session.world.rules === own ? session : { ...session, world: { ...session.world, rules: own } }
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
function enteredSince(before: Execution | undefined, after: Execution, calls: readonly Call[]): readonly string[] {
  const entered: string[] = []
  for (const { pointer, mapRunChild, attempt } of calls) if (mapRunChild && attempt === 1) entered.push(pointer)
  for (const { what, edge } of traceSince(after.history, before?.history))
    if (what.kind === 'entered') entered.push(edge)
  return entered
}
