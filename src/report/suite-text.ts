import { printPosition } from '../asl/positions.js'
import { printable } from '../verify/printable.js'
import type { CaseResult, FailedExpectation } from '../verify/expectations/try-case.js'
import type { Colour } from './colour.js'
import { joinedTexts, screenText, type ScreenText } from './screen-text.js'

export interface SuiteTextOptions {
  readonly colour: Colour
  /** Only what is not passed. */
  readonly quiet: boolean
  /** The command that repeats a case. */
  readonly replayCommand: (result: CaseResult) => string
}

/** Results as text for people: a line for each file, then every failure with its evidence, then the sum. */
export function printSuites(results: readonly CaseResult[], options: SuiteTextOptions): ScreenText {
  const { colour, quiet } = options
  const files = [...resultsByFile(results)]
  const lines = files.flatMap(([file, own]) => {
    const isFine = own.every(({ outcome }) => outcome === 'passed')
    if (quiet && isFine) return []
    return [`${colour('bold', printable(file))}  ${colour(isFine ? 'green' : 'red', countsText(own))}`]
  })
  const failures = results.flatMap((result) => failureLines(result, options))
  const summary = `${countsText(results)} in ${files.length === 1 ? 'one file' : `${files.length} files`}`
  const isFine = results.every(({ outcome }) => outcome === 'passed')
  const blocks = [lines, failures.slice(0, -1), quiet && isFine ? [] : [colour(isFine ? 'green' : 'red', summary)]]
  const shown = blocks.filter((block) => block.length > 0).map((block) => screenText([...block, ''], colour))
  return joinedTexts(shown)
}

/** The results of each file, in the order of the files. */
export function resultsByFile<T extends CaseResult>(results: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const byFile = new Map<string, T[]>()
  for (const result of results) {
    const own = byFile.get(result.file)
    if (own) own.push(result)
    else byFile.set(result.file, [result])
  }
  return byFile
}

/** `12 passed, 1 failed, 1 broken`. */
export function countsText(results: readonly CaseResult[]): string {
  const parts = (['passed', 'failed', 'broken'] as const).flatMap((outcome) => {
    const count = results.filter((result) => result.outcome === outcome).length
    return count > 0 || outcome === 'passed' ? [`${count} ${outcome}`] : []
  })
  return parts.join(', ')
}

function failureLines(result: CaseResult, { colour, replayCommand }: SuiteTextOptions): readonly string[] {
  if (result.outcome === 'passed') return []
  const title = colour('bold', printable(result.name))
  if (result.outcome === 'broken')
    return [`${colour('red', 'BROKEN')} ${title}`, `  ${printable(result.mistake.message, 1000)}`, '']
  const told = result.failures.flatMap((failure) => [
    `  ${printable(failurePlace(failure, result), 1000)}`,
    ...failure.message.split('\n').map((line) => (line === '' ? '' : `  ${line}`)),
    '',
  ])
  return [`${colour('red', 'FAILED')} ${title}`, ...told, colour('dim', `  replay: ${replayCommand(result)}`), '']
}

/** `file:line:col` of the expectation, or else of the case. */
export function failurePlace({ at }: FailedExpectation, result: CaseResult): string {
  const position = at ?? result.at
  return position ? printPosition(position) : result.file
}
