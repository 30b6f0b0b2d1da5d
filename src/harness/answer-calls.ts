import type { Answer, Call } from '../engine/ports.js'
import { resumeAll } from '../engine/calls.js'
import type { Signal } from '../engine/signals.js'
import { askFunction } from './ask.js'
import { type Session, memberAt, withMember } from './members.js'
import { holdsToken } from '../engine/open-tasks.js'
import { signalMember } from './relations.js'
import type { Question, RunToEnd, Settle, Settled } from './settled-call.js'
import { startCalled } from './start-child.js'
import { tokenSentBy } from './token-calls.js'
import { answer, answerComputed, answerUnmocked, type Answered, type Asked } from './world.js'

/** Answers all calls that a member makes at one instant; a promise only if a function of the test gave one. */
export function answerCalls(
  session: Session,
  member: number,
  calls: readonly Call[],
  runToEnd: RunToEnd,
): Session | Promise<Session> {
  const answers: [number, Answer][] = []
  const own: Signal[] = []
  const questions: [Call, Question][] = []
  let current = session
  const note = (call: Call, settled: Settled): void => {
    current = settled.session
    answers.push([call.callId, settled.answer])
    if (settled.own) own.push(settled.own)
  }
  for (const call of calls) {
    const step = answerCall(current, member, call, runToEnd)
    if (typeof step === 'function') questions.push([call, step])
    else note(call, step)
  }
  const finish = (settles: readonly Settle[]): Session => {
    for (const [i, settle] of settles.entries()) {
      const call = questions[i]?.[0]
      if (call) note(call, settle(current))
    }
    answers.sort(([a], [b]) => a - b)
    const execution = resumeAll(memberAt(session, member).execution, answers)
    return own.reduce((told, what) => hear(told, member, what), withMember(current, member, { execution }))
  }
  // None is started before it is known that every call has an answer; one that throws does not keep the others from starting.
  const settles = questions.map(([, question]) => question())
  if (settles.every(isReady)) return finish(settles)
  return Promise.all(settles.map((settle) => Promise.resolve(settle))).then(finish)
}

function isReady(settle: Settle | Promise<Settle>): settle is Settle {
  return !(settle instanceof Promise)
}

/** Two calls of one instant may have word about the same token: the first is heard. */
function hear(session: Session, member: number, what: Signal): Session {
  const { execution } = memberAt(session, member)
  const open = what !== 'stop' && 'token' in what && holdsToken(execution, what.token)
  return open ? signalMember(session, member, what, execution.nowMs) : session
}

/** A fault or a mock answers, then a machine or a token of the session; then nobody. */
function answerCall(session: Session, member: number, call: Call, runToEnd: RunToEnd): Settled | Question {
  const { world } = memberAt(session, member)
  const reply = answer(world, call)
  if (reply === 'unmocked') {
    const within = startCalled(session, member, call, runToEnd) ?? tokenSentBy(session, member, call)
    return within ?? settled(session, member, answerUnmocked(world, call))
  }
  return 'ask' in reply ? questionFor(member, call, reply) : settled(session, member, reply)
}

function settled(session: Session, member: number, { world, answer }: Answered): Settled {
  return { session: withMember(session, member, { world }), answer }
}

function questionFor(member: number, call: Call, { ask }: Asked): Question {
  return () => {
    const attempt = askFunction(ask, call)
    return attempt instanceof Promise ? attempt.then(settleWith) : settleWith(attempt)
  }
  function settleWith(attempt: Awaited<ReturnType<typeof askFunction>>): Settle {
    return (session) => {
      if ('thrown' in attempt) throw attempt.thrown
      return settled(session, member, answerComputed(memberAt(session, member).world, call, attempt))
    }
  }
}
