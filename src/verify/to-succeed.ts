import { isDeepStrictEqual } from 'node:util'
import type { Run } from '../harness/machines/run.js'
import { expectedText } from './expected-text.js'
import { decisiveVisits } from './failed-visits.js'
import { printable } from './printable.js'
import { endText } from './run-text.js'
import { timelineOf } from './timeline.js'
import { type Equals, type Verdict, messageOf, pathText } from './verdict.js'

/** Passes if the run succeeded, with this output if one is given; `equals` says what counts as equal. */
export function toSucceed(run: Run, output?: unknown, equals: Equals = isDeepStrictEqual): Verdict {
  const succeeded = run.status === 'SUCCEEDED'
  const pass = succeeded && (output === undefined || equals(run.output, output))
  const message = () => {
    const timeline = timelineOf(run)
    const visits = decisiveVisits(run, timeline)
    const wanted = `${pass ? 'not ' : ''}to succeed${output === undefined ? '' : ` with ${expectedText(output)}`}`
    return messageOf(run, `expected ${printable(run.machine)} ${wanted}; ${endText(run)}`, {
      timeline,
      visits,
      lines: succeeded ? [`path: ${pathText(run.path)}`] : [],
      pointer: visits[0]?.pointer,
    })
  }
  return { pass, message, ...(succeeded && !pass && { expected: output, actual: run.output }) }
}
