import { type Call, advance, historyOf, pending, resumeAll, traceOf } from '../../src/engine.js'
import type { Answer, Execution } from '../../src/engine.js'
import { finishedRun } from '../../src/harness/machines/finished-run.js'
import type { Machine } from '../../src/harness/machines/machine.js'
import { machine } from '../../src/harness/machines/typed-machine.js'
import { type World, answer } from '../../src/harness/sessions/world.js'
import type { GeneratedCase } from './machines.js'

/** fast-check's settings for all files: the same cases on every machine. */
export const SETTINGS = { seed: 20_300_101, numRuns: 200 } as const

export type Session = ReturnType<typeof sessionOf>

const compiled = new WeakMap<GeneratedCase, Machine>()

/** The machine of a case; it is compiled once for one case object. */
function machineOf(given: GeneratedCase): Machine {
  const known = compiled.get(given) ?? machine(given.definition)
  compiled.set(given, known)
  return known
}

/** The session of a case at its first instant; endless loops end at event 300. */
export function sessionOf(given: GeneratedCase) {
  const { input, tasks, seed } = given
  return machineOf(given).session({ input, tasks, seed, limits: { historyEvents: 300 } })
}

/** All that a finished session has to tell, as text. */
export function bytesOf(session: Session): string {
  const { execution } = session
  return JSON.stringify([historyOf(execution), traceOf(execution), finishedRun(session)])
}

/** Answers calls from a world of mocks that are values. */
export function answersFrom(
  world: World,
  calls: readonly Call[],
): { readonly world: World; readonly answers: [number, Answer][] } {
  const answers: [number, Answer][] = []
  let current = world
  for (const call of calls) {
    const reply = answer(current, call)
    if (typeof reply === 'string' || 'ask' in reply || 'prepare' in reply)
      throw new Error('these mocks are values for every Task')
    current = reply.world
    answers.push([call.callId, reply.answer])
  }
  return { world: current, answers }
}

/** How a session goes on from a suspension; by default every call is answered from its world, all at once. */
export type Resume = (session: Session, calls: readonly Call[]) => Session

export const resumeTogether: Resume = (session, calls) => {
  const { world, answers } = answersFrom(session.world, calls)
  return { ...session, execution: resumeAll(session.execution, answers), world }
}

/**
 * Runs a session to its end by the engine's own operations, and shows every value that it comes by: before and after
 * each advance and each answer.
 */
export function play(
  session: Session,
  resume: Resume = resumeTogether,
  see: (value: Session) => void = () => {},
): Session {
  let current = session
  see(current)
  for (;;) {
    current = { ...current, execution: advance(current.execution) }
    see(current)
    const calls = pending(current.execution)
    if (calls.length === 0) return current
    current = resume(current, calls)
    see(current)
  }
}

/** The virtual moments at which something happened. */
export function momentsOf(execution: Execution): readonly number[] {
  return [...new Set(historyOf(execution).map((event) => event.atMs))]
}
