import { printDuration } from '../asl/duration.js'
import type { Run } from '../harness/machines/run.js'
import { fateText, offsetText, outcomeText, retryText } from './attempt-text.js'
import { countText, errorName, siteName } from './printable.js'
import { type Attempt, type StateVisit, wasCutOff } from './state-visit.js'

/** Visits that differ, and attempts of one visit at either end, that a message shows. */
const SHOWN_VISITS = 5
const SHOWN_ATTEMPTS = 4

/** A visit as sites have it: `Resize[2,0]#3`, the visit only when it is not the first. */
export function visitName({ state, items, visit }: StateVisit): string {
  const where = items.length === 0 ? '' : `[${items.map((step) => step.index).join(',')}]`
  return `${siteName(state)}${where}${visit === 1 ? '' : `#${visit}`}`
}

/** A few lines on these visits of a state, for a message. Visits that went alike are shown once. */
export function stateTimeline(run: Run, visits: readonly StateVisit[], all: readonly StateVisit[]): readonly string[] {
  const groups = new Map<string, { readonly first: StateVisit; readonly lines: readonly string[]; count: number }>()
  for (const visit of visits) {
    const lines = linesOf(run, visit, all)
    const text = lines.join('\n')
    const group = groups.get(text)
    if (group) group.count++
    else groups.set(text, { first: visit, lines, count: 1 })
  }
  const shown = [...groups.values()].slice(0, SHOWN_VISITS)
  const left = visits.length - shown.reduce((sum, group) => sum + group.count, 0)
  const lines = shown.flatMap(({ first, lines, count }) => [
    count === 1 ? visitName(first) : `${visitName(first)} and ${countText(count - 1, 'visit')} like it`,
    ...lines.map((line) => `  ${line}`),
  ])
  return left === 0 ? lines : [...lines, `and ${countText(left, 'more visit')}`]
}

function linesOf(run: Run, visit: StateVisit, all: readonly StateVisit[]): readonly string[] {
  const fate = fateText(visit, all)
  if (visit.attempts.length === 0) return [plainLine(run, visit, fate)]
  const rows = shownAttempts(visit).map((attempt) => attemptCells(run, visit, attempt, fate))
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row.length > 1 ? (row[column] ?? '') : '').length)),
  )
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** The first and the last attempts; undefined stands for those between. */
function shownAttempts({ attempts }: StateVisit): readonly (Attempt | undefined)[] {
  if (attempts.length <= 2 * SHOWN_ATTEMPTS + 1) return attempts
  return [...attempts.slice(0, SHOWN_ATTEMPTS), undefined, ...attempts.slice(-SHOWN_ATTEMPTS)]
}

function attemptCells(run: Run, visit: StateVisit, attempt: Attempt | undefined, fate: string): readonly string[] {
  if (!attempt) return [`... ${visit.attempts.length - 2 * SHOWN_ATTEMPTS} more attempts ...`]
  const isLast = attempt === visit.attempts.at(-1)
  const sequel = [retryText(attempt), isLast ? fate : ''].filter((text) => text !== '').join(', ')
  const outcome = outcomeText(attempt, visit.type)
  return [`attempt ${attempt.attempt}`, offsetText(attempt.atMs, run.startAtMs), outcome, sequel]
}

function plainLine(run: Run, visit: StateVisit, fate: string): string {
  const { enteredAtMs, exitedAtMs, unhandled } = visit
  const cells = [visit.type, offsetText(enteredAtMs, run.startAtMs)]
  if (unhandled) cells.push(errorName(unhandled.error), fate)
  else if (wasCutOff(visit)) cells.push('cut off')
  else if (exitedAtMs !== undefined && exitedAtMs > enteredAtMs)
    cells.push(`took ${printDuration(exitedAtMs - enteredAtMs)}`)
  else cells.push('ok')
  return cells.join('  ')
}
