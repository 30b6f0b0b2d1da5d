import { type Duration, parseDuration, printDuration } from '../asl/duration.js'
import { UserError } from '../asl/user-error.js'
import type { Run } from '../harness/machines/run.js'
import { offsetText } from './attempt-text.js'
import { printable } from './printable.js'
import { visitName } from './state-timeline.js'
import type { StateVisit } from './state-visit.js'
import { timelineOf } from './timeline.js'
import { type Verdict, messageOf } from './verdict.js'

/** Bounds for the virtual time of a run, both included. */
export interface TimeBounds {
  readonly atLeast?: Duration
  readonly atMost?: Duration
}

/** Passes if the run took exactly this virtual time (ms, or a text such as `'6s'`), or a time within these bounds. */
export function toTake(run: Run, expected: Duration | TimeBounds): Verdict {
  const { fromMs, toMs } = boundsMs(expected)
  const pass = fromMs <= run.tookMs && run.tookMs <= toMs
  const message = () => {
    const wanted = `${pass ? 'not ' : ''}to take ${boundsText(fromMs, toMs)} of virtual time`
    const lines = slowestLines(run, timelineOf(run))
    return messageOf(run, `expected ${printable(run.machine)} ${wanted}; it took ${printDuration(run.tookMs)}`, {
      lines,
    })
  }
  return { pass, message }
}

function boundsMs(expected: Duration | TimeBounds): { readonly fromMs: number; readonly toMs: number } {
  if (typeof expected !== 'object' || expected === null) {
    const ms = parseDuration(expected)
    return { fromMs: ms, toMs: ms }
  }
  const { atLeast, atMost } = expected
  if (atLeast === undefined && atMost === undefined) {
    throw new UserError('usage', "toTake needs a time such as '6s', or { atLeast, atMost }")
  }
  const fromMs = atLeast === undefined ? 0 : parseDuration(atLeast)
  const toMs = atMost === undefined ? Number.POSITIVE_INFINITY : parseDuration(atMost)
  if (fromMs > toMs)
    throw new UserError('usage', `toTake: atLeast ${printDuration(fromMs)} is more than atMost ${printDuration(toMs)}`)
  return { fromMs, toMs }
}

function boundsText(fromMs: number, toMs: number): string {
  if (fromMs === toMs) return printDuration(fromMs)
  if (toMs === Number.POSITIVE_INFINITY) return `at least ${printDuration(fromMs)}`
  return fromMs === 0 ? `at most ${printDuration(toMs)}` : `between ${printDuration(fromMs)} and ${printDuration(toMs)}`
}

/** Visits that a message shows. */
const SHOWN = 5

/** Where the time went: the visits that took longest, in the order of entry, without the containers around them. */
function slowestLines(run: Run, timeline: readonly StateVisit[]): readonly string[] {
  const endMs = run.startAtMs + run.tookMs
  const slow = timeline
    .filter(({ type }) => type !== 'Map' && type !== 'Parallel')
    .map((visit) => ({ visit, tookMs: (visit.exitedAtMs ?? endMs) - visit.enteredAtMs }))
    .filter(({ tookMs }) => tookMs > 0)
    .sort((a, b) => b.tookMs - a.tookMs)
    .slice(0, SHOWN)
    .sort((a, b) => a.visit.enteredEventId - b.visit.enteredEventId)
  if (slow.length === 0) return ['no state took any time']
  const width = Math.max(...slow.map(({ visit }) => visitName(visit).length))
  const took = slow.map(
    ({ visit, tookMs }) =>
      `${visitName(visit).padEnd(width)}  ${offsetText(visit.enteredAtMs, run.startAtMs)}  took ${printDuration(tookMs)}`,
  )
  return ['where the time went:', ...took.map((line) => `  ${line}`)]
}
