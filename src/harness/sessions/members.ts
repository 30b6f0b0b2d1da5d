import type { Json } from '../../asl/json.js'
import type { Execution } from '../../engine/execution.js'
import type { Call } from '../../engine/ports.js'
import type { ModelStates } from '../answering/model-states.js'
import type { ChildMachine } from '../answering/rules.js'
import type { World } from './world.js'

/** An execution and what answers its calls. */
export interface Member {
  readonly execution: Execution
  readonly world: World
}

/**
 * An execution, what answers it, and the executions it started: the one value that is forked, cached and compared
 * (architecture decision 2). Members have a number: 0 is the session's own execution, n + 1 the child n.
 */
export interface Session extends Member {
  /** What the scenario's models remember; absent before the first call, and where there are none. */
  readonly models?: ModelStates
  /** Executions that Tasks started of machines of the scenario, in the order they were started, whoever started them. */
  readonly children: readonly Child[]
  /** What a live execution was sent, and how it was redriven, as data: part of what names its base scenario. */
  readonly signals: readonly Json[]
}

/** An execution that another one of the session started. */
export interface Child extends Member {
  readonly machine: ChildMachine
  /** The member whose Task started it. */
  readonly startedBy: number
  readonly call: Call
  /** 1 for what the session's own execution started, 2 for what that started, and so on. */
  readonly depth: number
  /** Tasks that go on when it has ended. */
  readonly waiters: readonly Waiter[]
}

/** A `.sync` Task that waits for a child: it is answered by its token. */
export interface Waiter {
  readonly member: number
  readonly token: string
  /** Of `.sync:2`, which gets payloads as values. */
  readonly parsed: boolean
}

export function memberAt(session: Session, member: number): Member {
  const found = member === 0 ? session : session.children[member - 1]
  if (!found) throw new Error(`the session has no member ${member}`)
  return found
}

/** The numbers of all members. */
export function memberNumbers(session: Session): readonly number[] {
  return Array.from({ length: session.children.length + 1 }, (_, member) => member)
}

export function withMember(session: Session, member: number, change: Partial<Member>): Session {
  if (member === 0) {
    const { execution = session.execution, world = session.world } = change
    const { children, signals, models } = session
    // Written out, as every call makes some of these: a spread takes several times as long.
    return models ? { execution, world, models, children, signals } : { execution, world, children, signals }
  }
  return withChild(session, member, change)
}

export function withChild(session: Session, member: number, change: Partial<Child>): Session {
  const child = session.children[member - 1]
  if (!child) throw new Error(`the session has no child ${member}`)
  return { ...session, children: session.children.with(member - 1, { ...child, ...change }) }
}
