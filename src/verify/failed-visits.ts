import type { Run } from '../harness/machines/run.js'
import { type StateVisit, wasCutOff } from './state-visit.js'

/** The visits that explain how a run ended: where its error came from, or for a timeout or abort what was going on. */
export function decisiveVisits(run: Run, timeline: readonly StateVisit[]): readonly StateVisit[] {
  if (run.status === 'SUCCEEDED') return []
  if (run.status !== 'FAILED') return timeline.filter(wasCutOff)
  // A container is entered before its states, and a retried one enters them again: the last is the innermost.
  const last = timeline.findLast(({ unhandled }) => unhandled && unhandled.error === run.error)
  return last ? [last] : []
}

/** The visits that met an error and dealt with it, by a retry or a catcher. */
export function handledVisits(timeline: readonly StateVisit[]): readonly StateVisit[] {
  return timeline.filter(({ attempts, unhandled }) => !unhandled && attempts.some(({ failed }) => failed))
}
