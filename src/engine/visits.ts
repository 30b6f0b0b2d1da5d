/**
 * How often the states of a strand were entered, so that `State#2` names the same visit on every run. A Map or Parallel
 * that runs again (a loop, a retry) continues the counts of its children by index.
 */
export interface Visits {
  /** Times entered, by the state's index in its block. */
  readonly counts: readonly number[]
  /** Calls made, likewise. */
  readonly calls: readonly number[]
  /** Of the children of this strand's containers: by the container's name, then by child index. */
  readonly children: Readonly<Record<string, readonly Visits[]>>
}

export const NO_VISITS: Visits = { counts: [], calls: [], children: {} }

export function visitOf(visits: Visits, stateIndex: number): number {
  return visits.counts[stateIndex] ?? 0
}

function increment(list: readonly number[], index: number): readonly number[] {
  const counts = list.slice()
  for (let i = counts.length; i < index; i++) counts.push(0)
  counts[index] = (counts[index] ?? 0) + 1
  return counts
}

export function countVisit(visits: Visits, stateIndex: number): Visits {
  return { counts: increment(visits.counts, stateIndex), calls: visits.calls, children: visits.children }
}

export function countCall(visits: Visits, stateIndex: number): Visits {
  return { counts: visits.counts, calls: increment(visits.calls, stateIndex), children: visits.children }
}

function visitsIn(visits: Visits, container: string): readonly Visits[] {
  return (Object.hasOwn(visits.children, container) && visits.children[container]) || []
}

export function childVisits(visits: Visits, container: string, index: number): Visits {
  return visitsIn(visits, container)[index] ?? NO_VISITS
}

/** Notes the counts of some children of a container; those of its other children stay as they were. */
export function keepChildVisits(
  visits: Visits,
  container: string,
  children: readonly (readonly [index: number, visits: Visits])[],
): Visits {
  const list = visitsIn(visits, container).slice()
  for (const [index, child] of children) {
    for (let i = list.length; i < index; i++) list.push(NO_VISITS)
    list[index] = child
  }
  return { counts: visits.counts, calls: visits.calls, children: { ...visits.children, [container]: list } }
}
