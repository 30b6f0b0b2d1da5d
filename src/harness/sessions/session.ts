import { UserError } from '../../asl/user-error.js'
import { advance } from '../../engine/advance.js'
import { pending } from '../../engine/calls.js'
import { answerCalls } from './answer-calls.js'
import { nextDueMs } from '../../engine/clock.js'
import { standingAt } from '../../engine/standing-at.js'
import { type Session, memberAt, memberNumbers, withMember } from './members.js'
import { deliverEnd, stopAbandoned } from './relations.js'

/** Looks at a session after every instant: true stops it there. */
export type Pause = (session: Session) => boolean

/** The steps of a session: each promise it hands out is waited for, and what it came to is handed back. */
type Steps = Generator<Promise<Session>, Session, Session>

/**
 * Goes on until the end of all its executions, until nothing more happens by virtual time `untilMs`, or until `pause`. All
 * functions of the test that are asked at one instant start in the order of the calls, are awaited together, and answer in
 * that order (decision 3).
 */
export async function runSession(
  session: Session,
  untilMs: number = Number.POSITIVE_INFINITY,
  pause?: Pause,
): Promise<Session> {
  return drive(steps(session, untilMs, pause))
}

/** As `runSession`, for mocks that never give a promise: UserError if one does. */
export function runSessionSync(session: Session, untilMs: number = Number.POSITIVE_INFINITY): Session {
  const ended = drive(steps(session, untilMs))
  if (!(ended instanceof Promise)) return ended
  ended.catch(() => undefined)
  throw new UserError('usage', 'a task function gave a promise where only plain values are possible')
}

/** A run whose mocks are values never leaves the stack: only a function of the test can be waited for. */
function drive(running: Steps): Session | Promise<Session> {
  const step = running.next()
  return step.done ? step.value : driveOn(running, step.value)
}

async function driveOn(running: Steps, first: Promise<Session>): Promise<Session> {
  for (let waited = first; ;) {
    const step = running.next(await waited)
    if (step.done) return step.value
    waited = step.value
  }
}

function runToEnd(session: Session): Session | Promise<Session> {
  return drive(steps(session, Number.POSITIVE_INFINITY))
}

/** An execution alone needs no clock but its own; with children, or with somebody looking on, all go instant by instant. */
function* steps(session: Session, untilMs: number, pause?: Pause): Steps {
  if (pause) return yield* instants(session, untilMs, pause)
  let current = session
  while (current.children.length === 0) {
    const execution = advance(current.execution, untilMs)
    const calls = execution.status === 'RUNNING' ? pending(execution) : []
    current = withMember(current, 0, { execution })
    if (calls.length === 0) return Number.isFinite(untilMs) ? at(current, untilMs) : current
    const step = answerCalls(current, 0, calls, runToEnd)
    current = step instanceof Promise ? yield step : step
  }
  // What it started begins when it has nothing more to do at this instant: TaskSubmitted comes before the child's end.
  current = yield* settle(current, 0, current.execution.nowMs)
  return yield* instants(current, untilMs)
}

function* instants(session: Session, untilMs: number, pause?: Pause): Steps {
  let current = session
  let nowMs = clockOf(session)
  let awake = memberNumbers(session)
  for (;;) {
    current = yield* instant(current, awake, nowMs)
    if (pause?.(at(current, nowMs))) return at(current, nowMs)
    const dues = memberNumbers(current).map((member) => nextDueMs(memberAt(current, member).execution))
    const nextMs = dues.reduce((first, due) => Math.min(first, due), Number.POSITIVE_INFINITY)
    if (nextMs > untilMs || nextMs === Number.POSITIVE_INFINITY) {
      return Number.isFinite(untilMs) ? at(current, untilMs) : current
    }
    nowMs = nextMs
    awake = memberNumbers(current).filter((member) => dues[member] === nextMs)
  }
}

/** The virtual time at which the running executions of a session stand; that of its end if none runs. */
export function clockOf(session: Session): number {
  const executions = memberNumbers(session).map((member) => memberAt(session, member).execution)
  const running = executions.filter(({ status }) => status === 'RUNNING')
  return (running.length > 0 ? running : executions).reduce((nowMs, execution) => Math.max(nowMs, execution.nowMs), 0)
}

/** All running executions with their clock at `nowMs`. */
function at(session: Session, nowMs: number): Session {
  return memberNumbers(session).reduce((current, member) => {
    const { execution } = memberAt(current, member)
    const standing = standingAt(execution, nowMs)
    return standing === execution ? current : withMember(current, member, { execution: standing })
  }, session)
}

/**
 * Everything that happens at one instant. Children come before what started them, so that an end that is due now is heard
 * before a timeout of now; an execution that was told something has its turn again.
 */
function* instant(session: Session, awake: readonly number[], nowMs: number): Steps {
  let current = session
  const open = new Set(awake)
  while (open.size > 0) {
    const member = Math.max(...open)
    open.delete(member)
    const before = current
    current = yield* settle(current, member, nowMs)
    current = stopAbandoned(deliverEnd(current, member, nowMs), member, nowMs)
    for (let other = 0; other <= current.children.length; other++) {
      if (other !== member && isTouched(before, current, other)) open.add(other)
    }
  }
  return current
}

function isTouched(before: Session, after: Session, member: number): boolean {
  if (member > before.children.length) return true
  return memberAt(before, member).execution !== memberAt(after, member).execution
}

/** One member up to where it has nothing more to do at this instant. */
function* settle(session: Session, member: number, nowMs: number): Steps {
  let current = session
  for (;;) {
    const execution = advance(memberAt(current, member).execution, nowMs)
    current = withMember(current, member, { execution })
    const calls = execution.status === 'RUNNING' ? pending(execution) : []
    if (calls.length === 0) return current
    const step = answerCalls(current, member, calls, runToEnd)
    current = step instanceof Promise ? yield step : step
  }
}
