import type { Run } from '../../harness/machines/run.js'
import { decisiveVisits } from '../failed-visits.js'
import { printable } from '../printable.js'
import { endText } from '../run-text.js'
import { timelineOf } from '../timeline.js'
import { type Verdict, messageOf } from '../verdict.js'

/** Passes if the run ended with this status. */
export function toEnd(run: Run, status: string): Verdict {
  const message = () => {
    const timeline = timelineOf(run)
    const visits = decisiveVisits(run, timeline)
    const headline = `expected ${printable(run.machine)} to end with status ${printable(status)}; ${endText(run)}`
    return messageOf(run, headline, { timeline, visits, pointer: visits[0]?.pointer })
  }
  return { pass: run.status === status, message }
}
