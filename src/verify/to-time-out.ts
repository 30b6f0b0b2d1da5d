import { UserError } from '../asl/user-error.js'
import type { Run } from '../harness/machines/run.js'
import { decisiveVisits } from './failed-visits.js'
import {
  type VisitSelection,
  absenceText,
  checkStateName,
  definedField,
  selectVisits,
  selectedText,
} from './known-states.js'
import { countText, printable, quotedName } from './printable.js'
import { endText } from './run-text.js'
import type { StateVisit } from './state-visit.js'
import { timelineOf } from './timeline.js'
import { type Verdict, messageOf, pathText } from './verdict.js'

/** What is expected to time out; nothing for the execution itself. */
export interface TimeOutExpectation<State extends string = string> extends VisitSelection {
  /** The state whose task ran out of time in some attempt. */
  readonly state?: State
  /** Which of its times ran out: TimeoutSeconds, or HeartbeatSeconds. Default: either. */
  readonly by?: 'timeout' | 'heartbeat'
}

/**
 * Passes if the execution ran out of its own TimeoutSeconds (status TIMED_OUT). With `state`, passes if a task of that state
 * ran out of time in some attempt, whatever became of it then.
 */
export function toTimeOut(run: Run, expected: TimeOutExpectation = {}): Verdict {
  const { state, ...others } = expected
  if (state !== undefined) return stateTimesOut(run, state, others)
  if (Object.keys(others).length > 0) {
    throw new UserError('usage', 'toTimeOut needs { state } beside { by, visit, item }: an execution has one time only')
  }
  return executionTimesOut(run)
}

function executionTimesOut(run: Run): Verdict {
  const pass = run.status === 'TIMED_OUT'
  const message = () => {
    const timeline = timelineOf(run)
    const visits = decisiveVisits(run, timeline)
    const wanted = `${pass ? 'not ' : ''}to run out of its own TimeoutSeconds`
    return messageOf(run, `expected ${printable(run.machine)} ${wanted}; ${pass ? 'it did' : endText(run)}`, {
      timeline,
      visits,
      lines: [...(visits.length === 0 ? [`path: ${pathText(run.path)}`] : []), ...stateHints(timeline, pass)],
      pointer: visits[0]?.pointer,
    })
  }
  return { pass, message }
}

/** That a task timed out is easily taken for a timeout of the execution. */
function stateHints(timeline: readonly StateVisit[], pass: boolean): readonly string[] {
  const late = timeline.find((visit) => !pass && expiredIn(visit).length > 0)
  return late
    ? [`a task of ${quotedName(late.state)} did: that is toTimeOut({ state: '${printable(late.state)}' })`]
    : []
}

function expiredIn(visit: StateVisit, by?: 'timeout' | 'heartbeat') {
  return visit.attempts.filter(({ expired }) => expired !== undefined && (by === undefined || expired === by))
}

function stateTimesOut(run: Run, state: string, expected: Omit<TimeOutExpectation, 'state'>): Verdict {
  checkStateName(run, state)
  const { by } = expected
  const timeline = timelineOf(run)
  const visits = selectVisits(timeline, state, expected)
  const fitting = visits.filter((visit) => expiredIn(visit, by).length > 0)
  const pass = fitting.length > 0
  const field = by === 'heartbeat' ? 'HeartbeatSeconds' : 'TimeoutSeconds'
  const message = () => {
    const what = by === 'heartbeat' ? 'miss its heartbeat' : by === 'timeout' ? 'run out of TimeoutSeconds' : 'time out'
    const seen = pass ? 'it did' : whyNot(run, timeline, state, visits, by)
    return messageOf(run, `expected ${selectedText(state, expected)} ${pass ? 'not ' : ''}to ${what}; ${seen}`, {
      timeline,
      visits: pass ? fitting : visits,
      lines: visits.length === 0 ? [`path: ${pathText(run.path)}`] : [],
      pointer: definedField(run, state, field)?.pointer ?? visits[0]?.pointer,
    })
  }
  return { pass, message }
}

function whyNot(
  run: Run,
  timeline: readonly StateVisit[],
  state: string,
  visits: readonly StateVisit[],
  by: 'timeout' | 'heartbeat' | undefined,
): string {
  if (visits.length === 0) return absenceText(timeline, state)
  const other = visits.flatMap((visit) => expiredIn(visit))[0]?.expired
  if (other !== undefined) return other === 'heartbeat' ? 'it missed its heartbeat' : 'it ran out of TimeoutSeconds'
  const has = (field: string) => definedField(run, state, field)?.has === true
  const fields = by === 'heartbeat' ? ['HeartbeatSeconds'] : ['TimeoutSeconds']
  if (fields.every((field) => !has(field) && !has(`${field}Path`)) && definedField(run, state, 'Type')) {
    return `it has no ${fields[0]}, so it waits for as long as the execution lasts`
  }
  const attempts = visits.reduce((sum, visit) => sum + visit.attempts.length, 0)
  return attempts === 1
    ? 'its attempt came to its end in time'
    : `all of its ${countText(attempts, 'attempt')} came to their end in time`
}
