import type { Answer, Call } from '../../engine/ports.js'
import { resumeAll } from '../../engine/calls.js'
import type { Signal } from '../../engine/signals.js'
import { askFunction } from './ask-function.js'
import { type Session, memberAt, withMember } from './members.js'
import { afterAnswer, meetModels } from '../answering/model-hits.js'
import { withModelStates } from './shared-models.js'
import { holdsToken } from '../../engine/open-tasks.js'
import { signalMember } from './relations.js'
import type { Rules } from '../answering/rules.js'
import type { Question, RunToEnd, Settle, Settled } from './settled-call.js'
import { startCalled } from './start-child.js'
import { calledFunction } from '../answering/strikes.js'
import { tokenSentBy } from './token-calls.js'
import {
  answer,
  answerComputed,
  answerUnmocked,
  type Answered,
  type FunctionCall,
  type Unprepared,
  type World,
  withStrikes,
} from './world.js'

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
  const { world } = memberAt(session, member)
  const next = withStrikes(world, calls)
  let current = withMet(next === world ? session : withMember(session, member, { world: next }), member, calls)
  const note = (call: Call, settled: Settled): void => {
    current = withDuration(settled.session, member, call, settled.answer)
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

/** The session when the calls of one instant have met the models, before anything else answers them. */
function withMet(session: Session, member: number, calls: readonly Call[]): Session {
  const { world } = memberAt(session, member)
  if (world.rules.models.length === 0) return session
  const { models, met } = meetModels(world.rules, session.models, calls, world.strikes)
  const meeting = withMember(session, member, { world: { ...world, met } })
  return models === session.models ? meeting : withModelStates(meeting, models)
}

function withDuration(session: Session, member: number, call: Call, answer: Answer): Session {
  const { models } = session
  if (!models) return session
  const after = afterAnswer(models, memberAt(session, member).world.met?.get(call.callId), call, answer)
  return after === models ? session : withModelStates(session, after)
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
  if ('prepare' in reply) return () => preparedFirst(member, call, world, reply)
  return 'ask' in reply ? questionFor(member, call, reply, world.rules) : settled(session, member, reply)
}

/** Puts the question again once what it is answered from has been read: a manifest, then the files it names. */
async function preparedFirst(member: number, call: Call, world: World, first: Unprepared): Promise<Settle> {
  for (let reply: ReturnType<typeof answer> = first; typeof reply !== 'string' && 'prepare' in reply;) {
    await reply.prepare()
    reply = answer(world, call)
  }
  return (session) => {
    const { world: current } = memberAt(session, member)
    const reply = answer(current, call)
    if (typeof reply === 'string' || !('answer' in reply))
      return settled(session, member, answerUnmocked(current, call))
    return settled(session, member, reply)
  }
}

function settled(session: Session, member: number, { world, answer }: Answered): Settled {
  return { session: withMember(session, member, { world }), answer }
}

function questionFor(member: number, call: Call, { ask }: FunctionCall, rules: Rules): Question {
  return () => {
    const attempt = askFunction(ask, call, calledFunction(rules, call))
    return attempt instanceof Promise ? attempt.then(settleWith) : settleWith(attempt)
  }
  function settleWith(attempt: Awaited<ReturnType<typeof askFunction>>): Settle {
    return (session) => {
      if ('thrown' in attempt) throw attempt.thrown
      return settled(session, member, answerComputed(memberAt(session, member).world, call, attempt))
    }
  }
}
