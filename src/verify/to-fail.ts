import type { Run } from '../harness/machines/run.js'
import { decisiveVisits, handledVisits } from './failed-visits.js'
import { printable } from './printable.js'
import { endText } from './run-text.js'
import { timelineOf } from './timeline.js'
import { type Verdict, messageOf, pathText } from './verdict.js'

/** How a run is expected to fail, beside the name of its error. */
export interface FailExpectation {
  /** Part of the cause, or a pattern it matches. */
  readonly cause?: string | RegExp
}

/**
 * Passes if the run has status FAILED, with this error (the whole name, or a pattern) if one is given. An execution that
 * ran into its own TimeoutSeconds has status TIMED_OUT and did not fail.
 */
export function toFail(run: Run, error?: string | RegExp, { cause }: FailExpectation = {}): Verdict {
  const pass =
    run.status === 'FAILED' &&
    (error === undefined || matches(run.error, error, (text) => text === error)) &&
    (cause === undefined || matches(run.cause, cause, (text) => text.includes(String(cause))))
  const message = () => {
    const timeline = timelineOf(run)
    const succeeded = run.status === 'SUCCEEDED'
    const visits = succeeded ? handledVisits(timeline) : decisiveVisits(run, timeline)
    const wanted = `${pass ? 'not ' : ''}to fail${expectationText(error, cause)}`
    return messageOf(run, `expected ${printable(run.machine)} ${wanted}; ${endText(run)}`, {
      timeline,
      visits,
      lines: succeeded ? [`path: ${pathText(run.path)}`] : [],
      pointer: visits[0]?.pointer,
    })
  }
  return { pass, message }
}

/** A pattern is tried from the start of the text, also when it is sticky or global and was used before. */
function matches(text: string | undefined, expected: string | RegExp, isText: (text: string) => boolean): boolean {
  if (text === undefined) return false
  return typeof expected === 'string' ? isText(text) : text.search(expected) !== -1
}

function expectationText(error: string | RegExp | undefined, cause: string | RegExp | undefined): string {
  const parts: string[] = []
  if (error !== undefined)
    parts.push(typeof error === 'string' ? printable(error) : `an error like ${printable(String(error))}`)
  if (cause !== undefined) {
    parts.push(
      typeof cause === 'string' ? `a cause with "${printable(cause)}"` : `a cause like ${printable(String(cause))}`,
    )
  }
  return parts.length === 0 ? '' : ` with ${parts.join(' and ')}`
}
