import { type Duration, parseDuration, printDuration } from '../asl/duration.js'
import { UserError } from '../asl/user-error.js'
import type { Run } from '../harness/machines/run.js'
import {
  type VisitSelection,
  absenceText,
  checkCanFail,
  checkStateName,
  definedField,
  selectVisits,
  selectedText,
} from './known-states.js'
import { printable, timesText } from './printable.js'
import { visitName } from './state-timeline.js'
import { type Attempt, type StateVisit, retriesOf } from './state-visit.js'
import { timelineOf } from './timeline.js'
import { type Verdict, messageOf, pathText } from './verdict.js'

/** How a state is expected to be retried; what is left out is not looked at. */
export interface RetryExpectation extends VisitSelection {
  /** Retries of one visit, from 1; with `on`, only those on that error. */
  readonly times?: number
  /**
   * The waits before the retries, all of them, in order: ms, or texts such as `'2s'`. Under `JitterStrategy: FULL` the
   * upper bounds may stand here instead of the waits, which depend on the seed.
   */
  readonly delays?: readonly Duration[]
  /** Name of the error that was retried. */
  readonly on?: string
}

/** Passes if the state was retried as expected in some visit; `visit` and `item` say in which. */
export function toRetry(run: Run, state: string, expected: RetryExpectation = {}): Verdict {
  checkStateName(run, state)
  checkCanFail(run, state, 'be retried')
  const { times } = expected
  if (times !== undefined && !(Number.isSafeInteger(times) && times >= 1)) {
    throw new UserError(
      'usage',
      `toRetry counts times from 1, and it got ${String(times)}; "not retried" is .not.toRetry`,
    )
  }
  const delaysMs = expected.delays?.map(parseDuration)
  const timeline = timelineOf(run)
  const visits = selectVisits(timeline, state, expected)
  const fitting = visits.filter((visit) => fits(retriesOf(visit, expected.on), times, delaysMs))
  const pass = fitting.length > 0
  const shown = pass ? fitting : visits
  const message = () => {
    const wanted = `${pass ? 'not ' : ''}to be retried${expectationText(expected, delaysMs)}`
    const seen = pass ? passText(visits, fitting) : failText(run, timeline, state, visits, expected)
    return messageOf(run, `expected ${selectedText(state, expected)} ${wanted}; ${seen}`, {
      timeline,
      visits: shown,
      lines: [...jitterLines(shown, delaysMs), ...(visits.length === 0 ? [`path: ${pathText(run.path)}`] : [])],
      pointer: definedField(run, state, 'Retry')?.pointer ?? shown[0]?.pointer,
    })
  }
  return { pass, message }
}

function fits(
  retries: readonly Attempt[],
  times: number | undefined,
  delaysMs: readonly number[] | undefined,
): boolean {
  if (retries.length === 0 || (times !== undefined && retries.length !== times)) return false
  if (!delaysMs) return true
  if (delaysMs.length !== retries.length) return false
  return (
    delaysMs.every((delayMs, i) => retries[i]?.waitMs === delayMs) ||
    delaysMs.every((delayMs, i) => retries[i]?.waitBoundMs === delayMs)
  )
}

function expectationText({ times, on }: RetryExpectation, delaysMs: readonly number[] | undefined): string {
  return [
    times === undefined ? '' : ` ${timesText(times)}`,
    on === undefined ? '' : ` on ${printable(on)}`,
    delaysMs ? ` with waits of ${delaysText(delaysMs)}` : '',
  ].join('')
}

function delaysText(delaysMs: readonly (number | undefined)[]): string {
  return delaysMs.map((delayMs) => printDuration(delayMs ?? 0)).join(', ') || '(none)'
}

function passText(visits: readonly StateVisit[], fitting: readonly StateVisit[]): string {
  const [first] = fitting
  return visits.length > 1 && first ? `it was, in ${visitName(first)}` : 'it was'
}

function failText(
  run: Run,
  timeline: readonly StateVisit[],
  state: string,
  visits: readonly StateVisit[],
  { on }: RetryExpectation,
): string {
  const [only, ...more] = visits
  if (!only) return absenceText(timeline, state)
  if (visits.every((visit) => retriesOf(visit).length === 0)) {
    return definedField(run, state, 'Retry')?.has === false ? 'it has no Retry' : 'it was not retried'
  }
  if (more.length > 0) return `none of its ${visits.length} visits was`
  const retries = retriesOf(only, on)
  if (retries.length === 0) return `it was retried ${timesText(retriesOf(only).length)}, on other errors`
  return `it was retried ${timesText(retries.length)}, with waits of ${delaysText(retries.map((retry) => retry.waitMs))}`
}

/** How delays are judged under jitter, when they were asked for and there was some. */
function jitterLines(visits: readonly StateVisit[], delaysMs: readonly number[] | undefined): readonly string[] {
  const jittered = visits.some((visit) => retriesOf(visit).some((retry) => retry.waitMs !== retry.waitBoundMs))
  if (!delaysMs || !jittered) return []
  return [
    'JitterStrategy is FULL, so the waits depend on the seed: delays are compared with their upper bounds ("at most"),',
    'and pass as well when they are exactly the waits of this run, as in a test that gives the seed',
  ]
}
