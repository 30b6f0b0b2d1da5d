import type { SourcePosition } from '../asl/positions.js'
import { type TextEdit, withEdits } from '../iac/editing/text-edit.js'
import { placeText, printable } from '../verify/printable.js'
import { screenText, type ScreenText } from './screen-text.js'
import { wrapped } from './wrapped-text.js'

/** A mend that was written, or why it was not. */
export interface FixLine {
  readonly state: string
  readonly what: string
  readonly at: SourcePosition | undefined
  readonly because: string | undefined
}

/** A mend as JSON has it; `because`: why it was not written, or null. */
export function fixJson({ state, what, at, because }: FixLine) {
  const { file = null, line = null, column = null } = at ?? {}
  return { state, what, file, line, column, because: because ?? null }
}

/** A line for each mend that was written, and for each that was not. */
export function fixLines(fixes: readonly FixLine[], columns: number): ScreenText {
  const lines = fixes.flatMap(({ state, what, at, because }) => {
    const place = at ? `${placeText(at)}: ` : ''
    const told = `${printable(state)}: ${printable(what)}`
    const [head, end] = because === undefined ? ['fixed  ', ''] : ['left   ', ` (${because})`]
    const [first = '', ...rest] = wrapped(`${place}${told}${end}`, columns - head.length)
    return [`${head}${first}`, ...rest.map((line) => `${' '.repeat(head.length)}${line}`)]
  })
  return screenText(lines.length === 0 ? ['nothing to fix by itself', ''] : [...lines, ''])
}

interface ChangedFile {
  readonly path: string
  readonly before: string
  readonly edits: readonly TextEdit[]
}

/** The changes of files as a unified difference without context. */
export function fixDiff(files: readonly ChangedFile[]): ScreenText {
  const lines = files.flatMap(({ path, before, edits }) => [
    `--- ${printable(path)}`,
    `+++ ${printable(path)}`,
    ...hunks(before, edits),
  ])
  return screenText(lines.length === 0 ? ['nothing to fix by itself', ''] : [...lines, ''])
}

/** A hunk for the lines that edits touch; edits of one line are one hunk. */
function hunks(text: string, edits: readonly TextEdit[]): readonly string[] {
  const byLine = new Map<number, TextEdit[]>()
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const start = text.lastIndexOf('\n', edit.start - 1) + 1
    byLine.set(start, [...(byLine.get(start) ?? []), edit])
  }
  let shift = 0
  return [...byLine].flatMap(([start, ofLine]) => {
    const newline = text.indexOf('\n', start)
    const old = text.slice(start, newline === -1 ? text.length : newline)
    const moved = ofLine.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
    const written = withEdits(old, moved).split('\n')
    const line = text.slice(0, start).split('\n').length
    const head = `@@ -${line} +${line + shift},${written.length} @@`
    shift += written.length - 1
    return [head, `-${shown(old)}`, ...written.map((one) => `+${shown(one)}`)]
  })
}

/** A line of a file: its tabs and blanks count, and nothing else in it may act on a terminal. */
function shown(line: string): string {
  return line
    .replace(/\r$/, '')
    .split('\t')
    .map((part) => printable(part, Infinity))
    .join('\t')
}
