import { isDeepStrictEqual } from 'node:util'
import type { Run } from '../harness/run.js'
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

/** An expected output in a sentence, wherever in it an asymmetric matcher stands. */
function expectedText(output: unknown): string {
  if (isAsymmetric(output)) return printable(matcherText(output))
  try {
    const text = JSON.stringify(output, (_key, value: unknown) => (isAsymmetric(value) ? matcherText(value) : value))
    return printable(text ?? String(output))
  } catch {
    return 'the expected output'
  }
}

function matcherText(matcher: Asymmetric): string {
  if (matcher.toAsymmetricMatcher) return matcher.toAsymmetricMatcher()
  const sample = JSON.stringify(matcher.sample)
  return sample === undefined ? matcher.toString() : `${matcher.toString()} ${sample}`
}

/** A matcher such as `expect.any(String)`, whose text says what it takes. */
interface Asymmetric {
  readonly asymmetricMatch: unknown
  readonly sample?: unknown
  readonly toAsymmetricMatcher?: () => string
  toString(): string
}

function isAsymmetric(value: unknown): value is Asymmetric {
  return typeof value === 'object' && value !== null && 'asymmetricMatch' in value
}
