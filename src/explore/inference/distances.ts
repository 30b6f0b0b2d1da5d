import type { GraphMachine, GraphState } from './state-graph.js'

/** An end in a Fail is as far away as so many states: it is gone to last. */
const FAIL_DISTANCE = 1_000

/** States from each state to the nearest end that is not to be avoided, a Fail being the last resort. */
export function distancesToEnd(machine: GraphMachine, avoids: ReadonlySet<string>): ReadonlyMap<string, number> {
  const sources = new Map<string, number>()
  for (const state of machine.states.values()) {
    if (state.isEnd && !avoids.has(state.pointer)) sources.set(state.name, state.type === 'Fail' ? FAIL_DISTANCE : 0)
  }
  return distancesFrom(machine, sources)
}

/**
 * States from each state to the nearest one of the goals in the same machine, not by closed edges; those that lead to none are
 * absent.
 */
export function distancesToGoals(
  machine: GraphMachine,
  isGoal: (state: GraphState) => boolean,
  closed: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const sources = new Map<string, number>()
  for (const state of machine.states.values()) {
    if (isGoal(state)) sources.set(state.name, state.type === 'Fail' ? FAIL_DISTANCE : 0)
  }
  return distancesFrom(machine, sources, closed)
}

const NONE: ReadonlySet<string> = new Set()

/** Backwards along the ways that need no error. The nearest are found first. */
function distancesFrom(
  machine: GraphMachine,
  sources: ReadonlyMap<string, number>,
  closed = NONE,
): ReadonlyMap<string, number> {
  const before = predecessorsOf(machine)
  const distances = new Map<string, number>()
  for (const level of [0, FAIL_DISTANCE]) {
    let edge = [...sources].filter(([, distance]) => distance === level).map(([name]) => name)
    for (let distance = level; edge.length > 0; distance++) {
      const open = edge.filter((name) => distance < (distances.get(name) ?? Number.POSITIVE_INFINITY))
      for (const name of open) distances.set(name, distance)
      edge = [
        ...new Set(
          open.flatMap((name) =>
            (before.get(name) ?? []).flatMap(({ edge: at, from }) => (closed.has(at) ? [] : [from])),
          ),
        ),
      ]
    }
  }
  return distances
}

interface Arrival {
  readonly edge: string
  readonly from: string
}

const KNOWN_PREDECESSORS = new WeakMap<GraphMachine, ReadonlyMap<string, readonly Arrival[]>>()

function predecessorsOf(machine: GraphMachine): ReadonlyMap<string, readonly Arrival[]> {
  const known = KNOWN_PREDECESSORS.get(machine)
  if (known) return known
  const before = new Map<string, Arrival[]>()
  for (const { name, ways } of machine.states.values()) {
    for (const { edge, to } of ways) {
      const arrivals = before.get(to) ?? []
      before.set(to, arrivals)
      arrivals.push({ edge, from: name })
    }
  }
  KNOWN_PREDECESSORS.set(machine, before)
  return before
}
