import { advance } from '../../engine/advance.js'
import { pending } from '../../engine/calls.js'
import type { Call } from '../../engine/ports.js'
import { answerCalls } from '../sessions/answer-calls.js'
import type { Session } from '../sessions/members.js'
import type { Scenario } from '../scenarios/scenario.js'
import { runSessionSync } from '../sessions/session.js'

/** A session at an instant at which it makes calls, before any of them is answered. */
export interface ForkPoint {
  readonly session: Session
  readonly calls: readonly Call[]
}

/** A session at its end, and every point on the way at which it can be forked, in order. */
export interface ForkableRun {
  readonly points: readonly ForkPoint[]
  readonly ended: Session
}

/**
 * Whether runs of a scenario may share what they have in common: no function of the test answers (it may remember how often
 * it was asked), no other machine is started and no model remembers anything.
 */
export function mayFork({ tasks = {}, resources = {}, machines = {}, ...rest }: Scenario): boolean {
  const mocks = [...Object.values(tasks), ...Object.values(resources)]
  const models = 'models' in rest && Array.isArray(rest.models) ? rest.models.length : 0
  return models === 0 && Object.keys(machines).length === 0 && !mocks.flat().some((mock) => typeof mock === 'function')
}

/** Runs a session to its end and keeps where it could be forked; undefined if something outside has to be waited for. */
export function forkableRun(session: Session): ForkableRun | undefined {
  const points: ForkPoint[] = []
  let current = session
  for (;;) {
    const execution = advance(current.execution)
    const calls = execution.status === 'RUNNING' ? pending(execution) : []
    current = { ...current, execution }
    if (calls.length === 0) return { points, ended: current }
    points.push({ session: current, calls })
    const step = answerCalls(current, 0, calls, (child) => runSessionSync(child))
    if (step instanceof Promise) {
      step.catch(() => undefined)
      return undefined
    }
    current = step
  }
}

/** The session of a point under the rules of a fresh one of the same machine, whose faults strike nothing before the point. */
export function forkedAt({ session }: ForkPoint, { execution, world }: Session): Session {
  return {
    ...session,
    execution: { ...session.execution, settings: execution.settings },
    world: { ...session.world, rules: world.rules },
  }
}
