import { printDuration } from '../asl/duration.js'
import type { Run } from '../harness/machines/run.js'
import { fateText, offsetText, outcomeText, retryText } from '../verify/attempt-text.js'
import { errorName, siteName } from '../verify/printable.js'
import { type Attempt, type StateVisit, wasCutOff } from '../verify/state-visit.js'
import type { Style } from './colour.js'
import { type Stretch, foldLoops, groupRuns, rangesText } from './fold.js'
import type { VisitBranch, VisitNode } from './visit-tree.js'
import { visitTree } from './visit-tree.js'

export interface Cell {
  readonly text: string
  readonly style?: Style
}

/** One line of the timeline: its cells by column, or a remark that stands across them. */
export type Row =
  | {
      readonly depth: number
      readonly at: string
      readonly state: string
      readonly attempt: string
      readonly outcome: Cell
      readonly sequel: Cell
    }
  | { readonly depth: number; readonly remark: string }

/** Attempts of one visit that are shown at either end. */
const SHOWN_ATTEMPTS = 4

/** What is left to do: a row to write, or a visit to write rows for. */
type Job = { readonly row: Row } | ({ readonly node: VisitNode } & Surroundings)

interface Surroundings {
  readonly depth: number
  /** Index or ranges of indexes for each Map around, outermost first. */
  readonly items: readonly string[]
  /** How many iterations the rows stand for. */
  readonly times: number
}

/** The rows of a run: states in order, what is inside a Map or Parallel beneath it, and what went alike only once. */
export function timelineRows(run: Run, timeline: readonly StateVisit[]): readonly Row[] {
  const writer = new RowWriter(run, timeline)
  const rows: Row[] = []
  const jobs = writer.sequence(visitTree(timeline), { depth: 0, items: [], times: 1 }).reverse()
  for (let job = jobs.pop(); job; job = jobs.pop()) {
    if ('row' in job) rows.push(job.row)
    else for (const inner of writer.visit(job.node, job).reverse()) jobs.push(inner)
  }
  return rows
}

class RowWriter {
  readonly #run: Run
  readonly #timeline: readonly StateVisit[]

  constructor(run: Run, timeline: readonly StateVisit[]) {
    this.#run = run
    this.#timeline = timeline
  }

  /** Visits that follow on each other; a loop is written once, with a remark on how often it came round. */
  sequence(nodes: readonly VisitNode[], { depth, items, times }: Surroundings): Job[] {
    return foldLoops(nodes).flatMap((stretch): Job[] => {
      const once = stretch.nodes.map((node): Job => ({ node, depth, items, times }))
      return stretch.times === 1 ? once : [...once, { row: { depth, remark: this.#loopText(stretch) } }]
    })
  }

  /** One visit: a row for each attempt, each followed by what ran inside it. */
  visit(node: VisitNode, around: Surroundings): Job[] {
    const { visit, children } = node
    if (visit.attempts.length === 0) return [{ row: this.#plainRow(visit, around) }]
    if (children.length === 0 && visit.attempts.length > 2 * SHOWN_ATTEMPTS + 1)
      return this.#manyAttempts(visit, around)
    const byAttempt = groupByAttempt(children)
    return visit.attempts.flatMap((attempt): Job[] => [
      { row: this.#attemptRow(visit, attempt, around) },
      ...this.#inside(visit, byAttempt.get(attempt.attempt) ?? [], around),
    ])
  }

  #inside(visit: StateVisit, runs: readonly VisitBranch[], { depth, items, times }: Surroundings): Job[] {
    if (visit.type !== 'Map') {
      return runs.flatMap((run) => this.sequence(run.nodes, { depth: depth + 1, items, times }))
    }
    return groupRuns(runs).flatMap(({ first, indexes }) => {
      const inner = { depth: depth + 1, items: [...items, rangesText(indexes)], times: times * indexes.length }
      return this.sequence(first.nodes, inner)
    })
  }

  #manyAttempts(visit: StateVisit, around: Surroundings): Job[] {
    const rows = (attempts: readonly Attempt[]) =>
      attempts.map((attempt): Job => ({ row: this.#attemptRow(visit, attempt, around) }))
    const left = visit.attempts.length - 2 * SHOWN_ATTEMPTS
    const remark = { row: { depth: around.depth, remark: `... ${left} more attempts` } }
    return [...rows(visit.attempts.slice(0, SHOWN_ATTEMPTS)), remark, ...rows(visit.attempts.slice(-SHOWN_ATTEMPTS))]
  }

  #attemptRow(visit: StateVisit, attempt: Attempt, around: Surroundings): Row {
    const isLast = attempt === visit.attempts.at(-1)
    const fate = isLast ? fateText(visit, this.#timeline) : ''
    const numbered = visit.type === 'Task' || visit.attempts.length > 1
    return {
      depth: around.depth,
      at: this.#at(attempt.atMs),
      state: labelOf(visit, around),
      attempt: numbered ? `${attempt.attempt}` : '',
      outcome: { text: outcomeText(attempt, visit.type) + timesMark(around), style: outcomeStyle(attempt) },
      sequel: sequelCell([retryText(attempt, around.times > 1), fate], visit, isLast),
    }
  }

  #plainRow(visit: StateVisit, around: Surroundings): Row {
    const { text, style } = plainOutcome(visit)
    const sequel = sequelCell([fateText(visit, this.#timeline)], visit, true)
    const outcome = { text: text + timesMark(around), style }
    return {
      depth: around.depth,
      at: this.#at(visit.enteredAtMs),
      state: labelOf(visit, around),
      attempt: '',
      outcome,
      sequel,
    }
  }

  #loopText({ nodes, last, times }: Stretch): string {
    const end = last.at(-1)?.visit
    const until = end ? `, until ${this.#at(end.exitedAtMs ?? end.enteredAtMs)}` : ''
    const what = nodes.length === 1 ? 'the state above' : `the ${nodes.length} states above`
    return `... ${what} ${times - 1} more times${until}`
  }

  #at(atMs: number): string {
    return offsetText(atMs, this.#run.startAtMs)
  }
}

function groupByAttempt(children: readonly VisitBranch[]): ReadonlyMap<number, readonly VisitBranch[]> {
  const groups = new Map<number, VisitBranch[]>()
  for (const run of children) {
    const group = groups.get(run.attempt)
    if (group) group.push(run)
    else groups.set(run.attempt, [run])
  }
  return groups
}

/** `Resize[0..199]#2`: as a site has it, with ranges where items went alike. */
function labelOf({ state, visit }: StateVisit, { items }: Surroundings): string {
  return `${siteName(state)}${items.length === 0 ? '' : `[${items.join(',')}]`}${visit === 1 ? '' : `#${visit}`}`
}

function timesMark({ times }: Surroundings): string {
  return times === 1 ? '' : ` x${times}`
}

function outcomeStyle({ failed, inferred, endedAtMs }: Attempt): Style {
  if (failed) return 'red'
  return inferred || endedAtMs === undefined ? 'yellow' : 'green'
}

function plainOutcome(visit: StateVisit): { readonly text: string; readonly style: Style } {
  const { type, rule, unhandled, enteredAtMs, exitedAtMs } = visit
  if (unhandled) return { text: errorName(unhandled.error), style: 'red' }
  if (wasCutOff(visit)) return { text: 'cut off', style: 'yellow' }
  if (type === 'Wait')
    return { text: `waited ${printDuration((exitedAtMs ?? enteredAtMs) - enteredAtMs)}`, style: 'green' }
  if (rule !== undefined) return { text: rule === 'default' ? 'default' : `rule ${rule}`, style: 'green' }
  return { text: 'ok', style: 'green' }
}

function sequelCell(texts: readonly string[], { caught, unhandled }: StateVisit, isLast: boolean): Cell {
  const text = texts.filter((part) => part !== '').join(', ')
  if (isLast && caught) return { text, style: 'cyan' }
  return { text, style: isLast && unhandled ? 'red' : 'yellow' }
}
