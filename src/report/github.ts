import { printPosition, type SourcePosition } from '../asl/positions.js'
import type { UserError } from '../asl/user-error.js'
import { linesText, printable } from '../verify/printable.js'
import type { CaseResult } from '../verify/expectations/try-case.js'
import { countsText } from './suite-text.js'

/** GitHub shows ten annotations of a kind for a step (https://docs.github.com/en/actions/reference/limits). */
export const MOST_ANNOTATIONS = 10

/** Characters of a path that are shown; systems have no longer ones. */
const SHOWN_PATH = 4096

/** What is shown at a line. */
export interface Annotation {
  readonly at: SourcePosition | undefined
  readonly file: string
  readonly title: string
  readonly message: string
}

/**
 * Results as workflow commands of GitHub Actions, which show at the line of the expectation: at most ten, then how many more
 * there are and `replay`, a command that shows them all; the sum is the last line.
 */
export function githubAnnotations(results: readonly CaseResult[], replay: string): string {
  const all = results.flatMap(annotationsOf)
  const lines = all.slice(0, MOST_ANNOTATIONS).map((one) => annotationCommand(one))
  const left = all.length - MOST_ANNOTATIONS
  const more =
    left > 0 ? [`::notice title=aslx test::${escapeData(`and ${left} more: ${replay} shows all of them`)}`] : []
  return [...lines, ...more, countsText(results), ''].join('\n')
}

function annotationsOf(result: CaseResult): readonly Annotation[] {
  const { file, name, at } = result
  if (result.outcome === 'passed') return []
  if (result.outcome === 'broken') return [brokenAnnotation(result.mistake, file, name, at)]
  return result.failures.map((failure) => ({ at: failure.at ?? at, file, title: name, message: failure.message }))
}

/** A mistake stands where it was found in the file, or else where the case is. */
function brokenAnnotation(
  { message, at: place }: UserError,
  file: string,
  title: string,
  caseAt: SourcePosition | undefined,
): Annotation {
  const isFound = place?.file === file && place.line !== undefined
  return { at: isFound ? { file, line: place.line, column: place.column ?? 1 } : caseAt, file, title, message }
}

/** An annotation as a workflow command of GitHub Actions. */
export function annotationCommand(
  { at, file, title, message }: Annotation,
  level: 'error' | 'warning' | 'notice' = 'error',
): string {
  const place = at
    ? [`file=${escapeProperty(printable(at.file, SHOWN_PATH))}`, `line=${at.line}`, `col=${at.column}`]
    : [`file=${escapeProperty(printable(file, SHOWN_PATH))}`]
  const where = at ? ` (${printPosition(at)})` : ''
  const told = linesText(`${message}${where}`.split('\n'))
  return `::${level} ${[...place, `title=${escapeProperty(printable(title))}`].join(',')}::${escapeData(told)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
