import { retryText } from '../verify/attempt-text.js'
import type { StateVisit } from '../verify/state-visit.js'

/** A visit with the visits inside it, if it is of a Map or Parallel. */
export interface VisitNode {
  readonly visit: StateVisit
  readonly children: readonly VisitBranch[]
  /** Equal for visits that went alike: same states, attempts, errors and waits, whatever the time, items and outputs. */
  readonly shape: number
}

/** One iteration of a Map or branch of a Parallel, in one attempt of it. */
export interface VisitBranch {
  readonly attempt: number
  /** Item index, or number of the branch. */
  readonly child: number
  readonly nodes: readonly VisitNode[]
  readonly shape: number
}

interface OpenRun {
  readonly attempt: number
  readonly child: number
  readonly indexes: number[]
}

/** The visits of the top level, each with what ran inside it. Linear, and safe at any depth of nesting. */
export function visitTree(timeline: readonly StateVisit[]): readonly VisitNode[] {
  const runs = runsByContainer(timeline)
  const shapes = new Shapes()
  const nodes = new Map<number, VisitNode>()
  // Whatever is inside a visit was entered after it, so its node is there already.
  for (const [index, visit] of [...timeline.entries()].reverse()) {
    const children = (runs.get(index) ?? []).map(({ attempt, child, indexes }): VisitBranch => {
      const inside = indexes.flatMap((at) => nodes.get(at) ?? [])
      return { attempt, child, nodes: inside, shape: shapes.of(inside.map((node) => node.shape)) }
    })
    nodes.set(index, { visit, children, shape: shapes.of(summaryOf(visit, children)) })
  }
  return timeline.flatMap((visit, index) => (visit.within ? [] : (nodes.get(index) ?? [])))
}

function runsByContainer(timeline: readonly StateVisit[]): ReadonlyMap<number, readonly OpenRun[]> {
  const runs = new Map<number, OpenRun[]>()
  const open = new Map<string, OpenRun>()
  for (const [index, { within }] of timeline.entries()) {
    if (!within) continue
    const { attempt, child } = within
    const key = `${within.index} ${attempt} ${child}`
    const run = open.get(key)
    if (run) {
      run.indexes.push(index)
      continue
    }
    const fresh = { attempt, child, indexes: [index] }
    open.set(key, fresh)
    const siblings = runs.get(within.index)
    if (siblings) siblings.push(fresh)
    else runs.set(within.index, [fresh])
  }
  return runs
}

/** All of a visit that its rows show, but for times and items. */
function summaryOf(visit: StateVisit, children: readonly VisitBranch[]): unknown {
  const attempts = visit.attempts.map((attempt) => {
    const { failed, error, expired, fault, inferred, endedAtMs } = attempt
    return [
      failed,
      error,
      expired,
      fault,
      inferred,
      endedAtMs === undefined,
      retryText(attempt, true),
      attempt.children,
    ]
  })
  const { state, rule, caught, unhandled, exitedAtMs } = visit
  const inside = children.map(({ attempt, shape }) => [attempt, shape])
  return [state, rule, caught?.catcher, caught?.next, unhandled?.error, exitedAtMs === undefined, attempts, inside]
}

/** Numbers equal values alike. */
class Shapes {
  readonly #numbers = new Map<string, number>()

  of(value: unknown): number {
    const text = JSON.stringify(value)
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#numbers.size)
    return this.#numbers.size - 1
  }
}
