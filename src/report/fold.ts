import type { VisitBranch, VisitNode } from './visit-tree.js'

/** Iterations of a Map that went alike; the first stands for all. */
export interface RunGroup {
  readonly first: VisitBranch
  /** Item indexes, ascending. */
  readonly indexes: readonly number[]
}

/** Groups the iterations of one attempt by their shape, in the order of their first items. */
export function groupRuns(runs: readonly VisitBranch[]): readonly RunGroup[] {
  const groups = new Map<number, VisitBranch[]>()
  for (const run of [...runs].sort((a, b) => a.child - b.child)) {
    const group = groups.get(run.shape)
    if (group) group.push(run)
    else groups.set(run.shape, [run])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ first, indexes: group.map((run) => run.child) }] : []
  })
}

/** A stretch of visits that follow on each other, and how often it came in a row. */
export interface Stretch {
  readonly nodes: readonly VisitNode[]
  /** The last time it came; the same as `nodes` if it came once. */
  readonly last: readonly VisitNode[]
  readonly times: number
}

/** States of a loop that are looked for, and how often it must come round before it is shown once. */
const LONGEST_LOOP = 12
const FOLDED_FROM = 4

/** Cuts a sequence of visits into loops that went round alike and what stands between them. */
export function foldLoops(nodes: readonly VisitNode[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  while (at < nodes.length) {
    const { length, times } = loopAt(nodes, at)
    const end = at + length * times
    stretches.push({ nodes: nodes.slice(at, at + length), last: nodes.slice(end - length, end), times })
    at = end
  }
  return stretches
}

/** The shortest loop that begins here; a single visit that came once if none does. */
function loopAt(nodes: readonly VisitNode[], at: number): { readonly length: number; readonly times: number } {
  for (let length = 1; length <= LONGEST_LOOP; length++) {
    let end = at + length
    while (end < nodes.length && nodes[end]?.shape === nodes[end - length]?.shape) end++
    const times = Math.floor((end - at) / length)
    if (times >= FOLDED_FROM) return { length, times }
  }
  return { length: 1, times: 1 }
}

/** Indexes as ranges: `0..3|7|9..11`, at most a few of them. */
export function rangesText(indexes: readonly number[]): string {
  const ranges: { readonly from: number; to: number }[] = []
  for (const index of indexes) {
    const last = ranges.at(-1)
    if (last && last.to === index - 1) last.to = index
    else ranges.push({ from: index, to: index })
  }
  const texts = ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}..${to}`))
  return texts.length <= SHOWN_RANGES ? texts.join('|') : `${texts.slice(0, SHOWN_RANGES).join('|')}|...`
}

const SHOWN_RANGES = 4
