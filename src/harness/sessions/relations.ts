import type { Execution } from '../../engine/execution.js'
import { type Signal, signal } from '../../engine/signals.js'
import { type EndedExecution, childOutcome } from '../../tasks/child-execution.js'
import { standingAt } from '../../engine/standing-at.js'
import { type Child, type Session, memberAt, memberNumbers, withChild, withMember } from './members.js'
import { holdsToken, openTasks } from '../../engine/open-tasks.js'
import { linksOf } from './call-log.js'

/** Tells an execution of the session something, at this instant. A Task that is answered lets go of the child it waited for. */
export function signalMember(session: Session, member: number, what: Signal, nowMs: number): Session {
  const execution = signal(standingAt(memberAt(session, member).execution, nowMs), what)
  const told = withMember(session, member, { execution })
  const answers = what !== 'stop' && 'token' in what && !('heartbeat' in what)
  return answers ? letGo(told, member, what.token) : told
}

function letGo(session: Session, member: number, token: string): Session {
  let current = session
  for (const [i, { waiters }] of session.children.entries()) {
    const left = waiters.filter((waiter) => waiter.member !== member || waiter.token !== token)
    if (left.length < waiters.length) current = withChild(current, i + 1, { waiters: left })
  }
  return current
}

/** The member whose open Task has the token, or undefined if none has. */
export function holderOf(session: Session, token: string): number | undefined {
  return memberNumbers(session).find((member) => holdsToken(memberAt(session, member).execution, token))
}

/** Whether a Task of the session was ever given this token. */
export function wasHandedOut(session: Session, token: string): boolean {
  return memberNumbers(session).some((member) =>
    linksOf(memberAt(session, member).world.log).some((link) => 'entry' in link && link.entry.token === token),
  )
}

/** Answers the Tasks that wait for a child that has ended. */
export function deliverEnd(session: Session, member: number, nowMs: number): Session {
  const child = session.children[member - 1]
  if (!child || child.execution.status === 'RUNNING' || child.waiters.length === 0) return session
  let current = withChild(session, member, { waiters: [] })
  for (const { member: waiting, token, parsed } of child.waiters) {
    if (!holdsToken(memberAt(current, waiting).execution, token)) continue
    const outcome = childOutcome(endedExecution(child.execution), parsed)
    const what = 'output' in outcome ? { token, success: outcome.output } : { token, failure: outcome.failure }
    current = signalMember(current, waiting, what, nowMs)
  }
  return current
}

/**
 * Stops the children that a member waited for with `.sync` and waits for no more: its Task has timed out, was aborted, or
 * ended with its execution. AWS documents the stop, and the cause is measured; there is no error.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html
 */
export function stopAbandoned(session: Session, member: number, nowMs: number): Session {
  const waitsFor = (child: Child): boolean => child.waiters.some((waiter) => waiter.member === member)
  if (!session.children.some(waitsFor)) return session
  const tokens = new Set(openTasks(memberAt(session, member).execution).map((task) => task.token))
  let current = session
  for (const [i, child] of session.children.entries()) {
    if (!waitsFor(child)) continue
    const left = child.waiters.filter((waiter) => waiter.member !== member || tokens.has(waiter.token))
    if (left.length === child.waiters.length) continue
    current = withChild(current, i + 1, { waiters: left })
    if (left.length > 0 || child.execution.status !== 'RUNNING') continue
    current = signalMember(current, i + 1, { stop: { cause: letGoBy(child.call.executionArn) } }, nowMs)
  }
  return current
}

/** Why an execution was stopped whose Task waits no more: measured, word for word. */
function letGoBy(executionArn: string): string {
  return `The Task state in AWS Step Functions execution [${executionArn}] which was managing this resource was aborted`
}

/** What DescribeExecution tells of an execution that has ended. */
export function endedExecution(execution: Execution): EndedExecution {
  const { settings, status, output, error, cause, nowMs } = execution
  if (status === 'RUNNING') throw new Error(`the execution ${settings.name} has not ended`)
  return {
    executionArn: settings.executionArn,
    stateMachineArn: settings.machineArn,
    name: settings.name,
    input: settings.input,
    status,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    startAtMs: settings.startAtMs,
    stopAtMs: nowMs,
  }
}
