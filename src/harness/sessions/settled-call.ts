import type { AslError, Answer, Call } from '../../engine/ports.js'
import type { Signal } from '../../engine/signals.js'
import { type Session, memberAt, withMember } from './members.js'
import { answerWithin } from './world.js'

/** What a call comes to: the session that knows of it, and the answer. */
export interface Settled {
  readonly session: Session
  readonly answer: Answer
  /** Word about a token of the very execution that makes the call: it is heard when all calls of the instant are answered. */
  readonly own?: Signal
}

/** What settles a call, once all calls of an instant have been asked. */
export type Settle = (session: Session) => Settled

/** A call that a function of the test, or a whole execution, is to answer first. */
export type Question = () => Settle | Promise<Settle>

/** Runs a session to the end of all its executions. Handed in, so that files form no circle. */
export type RunToEnd = (session: Session) => Session | Promise<Session>

/** The answer to a call that concerns another execution of the session. */
export function settledWithin(session: Session, member: number, call: Call, answer: Answer): Settled {
  const { world } = answerWithin(memberAt(session, member).world, call, answer)
  return { session: withMember(session, member, { world }), answer }
}

export function failedWithin(session: Session, member: number, call: Call, failure: AslError): Settled {
  return settledWithin(session, member, call, { outcome: { failure } })
}
