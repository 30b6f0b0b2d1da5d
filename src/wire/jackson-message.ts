import { findJacksonMistake } from './jackson-scanner.js'
import type { JacksonMistake } from './jackson-scanner.js'

/** What Step Functions says of a definition that is no JSON. */
export interface JacksonFault {
  /** What is wrong, without the place. */
  readonly text: string
  /** Jackson's whole message, with the place on a line of its own. */
  readonly message: string
  /** The place alone: `[Source: (String)"not a definition"; line: 1, column: 4]` (recorded). */
  readonly location: string
}

/** Characters of the source that a place quotes. */
const QUOTED = 500

/** The first mistake of a text that is no JSON; undefined if it is JSON. */
export function findJacksonFault(text: string): JacksonFault | undefined {
  const mistake = findJacksonMistake(text)
  if (mistake === undefined) return undefined
  const location = placeOf(text, mistake)
  const said = mistake.text.replaceAll(/@\{(\d+)\}/g, (_mark, start: string) => placeOfBracket(text, Number(start)))
  return { text: said, message: `${said}\n at ${location}`, location }
}

/** Columns count from 1, and Jackson's is that of the character behind the last one it read. */
function placeOf(text: string, { at, linesUpTo }: Pick<JacksonMistake, 'at' | 'linesUpTo'>): string {
  const { line, start } = lineAt(text, linesUpTo)
  return printed(text, line, at - start + 1)
}

function placeOfBracket(text: string, behind: number): string {
  const { line, start } = lineAt(text, behind)
  return printed(text, line, behind - start)
}

function lineAt(text: string, offset: number): { readonly line: number; readonly start: number } {
  let line = 1
  let start = 0
  for (const lineBreak of text.slice(0, offset).matchAll(/\r\n|\r|\n/g)) {
    line += 1
    start = lineBreak.index + lineBreak[0].length
  }
  return { line, start }
}

function printed(text: string, line: number, column: number): string {
  const left = text.length - QUOTED
  const quoted = `"${text.slice(0, QUOTED)}"${left > 0 ? `[truncated ${left} chars]` : ''}`
  return `[Source: (String)${quoted}; line: ${line}, column: ${column}]`
}
