import { distancesToEnd, distancesToGoals } from './distances.js'
import type { GraphMachine, GraphState, Way } from './state-graph.js'
import type { WalkPlan } from './walk-plan.js'

/** A way that was wanted and could not be taken. */
export interface RefusedWay {
  readonly state: GraphState
  readonly way: Way
}

/** A way that was taken before is as good as one that is so many states longer. */
const REPEAT_DISTANCE = 40
/** A polling loop may be refused its end until it has gone round once. */
const MOST_REFUSALS = 3
/** Any goal is nearer than any end. */
const END_DISTANCE = 100_000

const NONE: ReadonlySet<string> = new Set()

interface EndDistances {
  readonly ends: ReadonlyMap<string, number>
  /** To the ends that the plan avoids. */
  readonly avoided: ReadonlyMap<string, number>
}

/** Where a walk goes at a Choice: to the nearest goal that is left, else to the nearest end. */
export class WalkSteering {
  /** Each once. */
  readonly refusals: RefusedWay[] = []
  /** Edges of Choices that were taken, and how often. */
  readonly taken = new Map<string, number>()
  readonly #plan: WalkPlan
  readonly #goals: Set<string>
  readonly #ends = new Map<string, EndDistances>()
  readonly #refused = new Map<string, number>()
  readonly #closed = new Set<string>()
  readonly #distances = new Map<string, { readonly version: number; readonly of: ReadonlyMap<string, number> }>()

  constructor(plan: WalkPlan) {
    this.#plan = plan
    this.#goals = new Set(plan.goals)
  }

  /** The walk has come to a state. */
  arrive({ pointer }: GraphState): void {
    this.#goals.delete(pointer)
  }

  take({ edge }: Way): void {
    this.taken.set(edge, (this.taken.get(edge) ?? 0) + 1)
  }

  /** A way that was refused some times is closed: what lies behind it is not gone to any more. */
  refuse(state: GraphState, way: Way): void {
    const count = (this.#refused.get(way.edge) ?? 0) + 1
    this.#refused.set(way.edge, count)
    if (count === 1) this.refusals.push({ state, way })
    if (count === (this.#plan.mostRefusals ?? MOST_REFUSALS)) this.#closed.add(way.edge)
  }

  /** The ways of a Choice, the best first: to the nearest goal, else to the nearest end, a new way before one taken before. */
  byDistance(machine: GraphMachine, state: GraphState): readonly Way[] {
    const goals = this.#goalDistances(machine)
    const { ends, avoided } = this.#endDistances(machine)
    const toEnd = (to: string): number => ends.get(to) ?? END_DISTANCE - (avoided.get(to) ?? END_DISTANCE)
    const score = ({ edge, to }: Way): number => {
      const distance = goals.get(to) ?? END_DISTANCE + toEnd(to)
      return distance + (this.taken.get(edge) ?? 0) * REPEAT_DISTANCE + (this.#plan.detours.get(edge) ?? 0)
    }
    const scored = state.ways.map((way) => ({ way, at: score(way) }))
    return scored.sort((a, b) => a.at - b.at).map(({ way }) => way)
  }

  #endDistances(machine: GraphMachine): EndDistances {
    const known = this.#ends.get(machine.pointer)
    if (known) return known
    const avoids = this.#plan.avoids ?? NONE
    const found = {
      ends: distancesToEnd(machine, avoids),
      avoided: distancesToGoals(machine, ({ pointer }) => avoids.has(pointer), NONE),
    }
    this.#ends.set(machine.pointer, found)
    return found
  }

  #goalDistances(machine: GraphMachine): ReadonlyMap<string, number> {
    const version = this.#closed.size - this.#goals.size
    const known = this.#distances.get(machine.pointer)
    if (known?.version === version) return known.of
    const of = distancesToGoals(machine, (state) => this.#isGoal(state), this.#closed)
    this.#distances.set(machine.pointer, { version, of })
    return of
  }

  #isGoal(state: GraphState): boolean {
    if (state.type === 'Fail' && !this.#plan.mayFail) return false
    if (this.#goals.has(state.pointer)) return true
    if (state.inner.length === 0) return false
    const below = `${state.pointer}/`
    for (const goal of this.#goals) if (goal.startsWith(below)) return true
    return false
  }
}
