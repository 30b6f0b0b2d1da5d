import { printPosition, type SourcePosition } from '../asl/positions.js'
import type { CaseResult } from '../verify/expectations/try-case.js'
import { countsText } from './suite-text.js'

/** GitHub shows ten annotations of a kind for a step (https://docs.github.com/en/actions/reference/limits). */
const MOST_ANNOTATIONS = 10

interface Annotation {
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
  const lines = all.slice(0, MOST_ANNOTATIONS).map(errorCommand)
  const left = all.length - MOST_ANNOTATIONS
  const more =
    left > 0 ? [`::notice title=aslx test::${escapeData(`and ${left} more: ${replay} shows all of them`)}`] : []
  return [...lines, ...more, countsText(results), ''].join('\n')
}

function annotationsOf(result: CaseResult): readonly Annotation[] {
  const { file, name, at } = result
  if (result.outcome === 'passed') return []
  if (result.outcome === 'broken') return [brokenAnnotation(result.mistake.message, file, name, at)]
  return result.failures.map((failure) => ({ at: failure.at ?? at, file, title: name, message: failure.message }))
}

/** The message of a mistake begins with its place. */
function brokenAnnotation(message: string, file: string, title: string, at: SourcePosition | undefined): Annotation {
  const [, line, column] = message.startsWith(`${file}:`)
    ? (/^:(\d+):(\d+)/.exec(message.slice(file.length)) ?? [])
    : []
  const told = line === undefined ? at : { file, line: Number(line), column: Number(column) }
  return { at: told, file, title, message }
}

function errorCommand({ at, file, title, message }: Annotation): string {
  const place = at
    ? [`file=${escapeProperty(at.file)}`, `line=${at.line}`, `col=${at.column}`]
    : [`file=${escapeProperty(file)}`]
  const where = at ? ` (${printPosition(at)})` : ''
  return `::error ${[...place, `title=${escapeProperty(title)}`].join(',')}::${escapeData(`${message}${where}`)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
