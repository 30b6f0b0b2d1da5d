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
import { errorName, printable, quotedName } from './printable.js'
import { visitName } from './state-timeline.js'
import type { StateVisit } from './state-visit.js'
import { timelineOf } from './timeline.js'
import { type Verdict, messageOf, pathText } from './verdict.js'

/** How an error is expected to be caught; what is left out is not looked at. */
export interface CatchExpectation<State extends string = string> extends VisitSelection {
  /** The state that the catcher goes to. */
  readonly next?: State
}

/** Passes if a catcher of the state took an error (of this name, if one is given) in some visit. */
export function toCatch(run: Run, state: string, error?: string, expected: CatchExpectation = {}): Verdict {
  checkStateName(run, state)
  checkCanFail(run, state, 'catch')
  const { next } = expected
  if (next !== undefined) checkStateName(run, next)
  const timeline = timelineOf(run)
  const visits = selectVisits(timeline, state, expected)
  const fitting = visits.filter(
    ({ caught }) =>
      caught && (error === undefined || caught.error === error) && (next === undefined || caught.next === next),
  )
  const pass = fitting.length > 0
  const shown = pass ? fitting : visits
  const message = () => {
    const what = error === undefined ? 'an error' : printable(error)
    const wanted = `${pass ? 'not ' : ''}to catch ${what}${next === undefined ? '' : ` and go to ${quotedName(next)}`}`
    const seen = pass ? passText(visits, fitting) : failText(run, timeline, state, visits)
    return messageOf(run, `expected ${selectedText(state, expected)} ${wanted}; ${seen}`, {
      timeline,
      visits: shown,
      lines: visits.length === 0 ? [`path: ${pathText(run.path)}`] : [],
      pointer: definedField(run, state, 'Catch')?.pointer ?? shown[0]?.pointer,
    })
  }
  return { pass, message }
}

function passText(visits: readonly StateVisit[], fitting: readonly StateVisit[]): string {
  const [first] = fitting
  return visits.length > 1 && first ? `it did, in ${visitName(first)}` : 'it did'
}

function failText(run: Run, timeline: readonly StateVisit[], state: string, visits: readonly StateVisit[]): string {
  if (definedField(run, state, 'Catch')?.has === false) return 'it has no Catch: add one, or expect toFail'
  const [only, ...more] = visits
  if (!only) return absenceText(timeline, state)
  if (more.length > 0) return `none of its ${visits.length} visits did`
  const { caught, unhandled } = only
  if (caught) return `it caught ${errorName(caught.error)} and went to ${quotedName(caught.next)}`
  if (unhandled) return `none of its catchers took ${errorName(unhandled.error)}`
  return only.exitedAtMs === undefined ? 'it was cut off' : 'it succeeded, so there was nothing to catch'
}
