import { printDuration } from '../asl/duration.js'
import type { Json } from '../asl/json.js'
import type { Run } from '../harness/machines/run.js'
import { errorName, printable, printableJson } from '../verify/printable.js'
import { timelineOf } from '../verify/timeline.js'
import { replayCall } from '../verify/verdict.js'
import type { Colour, Style } from './colour.js'
import { inferredInputText } from './inferred.js'
import { screenText, type ScreenText } from './screen-text.js'
import { type Row, timelineRows } from './timeline-rows.js'

export interface TimelineOptions {
  readonly colour: Colour
  /** The command or code that runs the same scenario again; by default the call for a test. */
  readonly replayCommand?: string
  /** The input, if it was inferred as nobody gave one. */
  readonly inferredInput?: Json | undefined
  /** Real time that the run took, in ms; left out when not known. */
  readonly realMs?: number
}

/** Characters of output, error and cause that are shown. */
const SHOWN_RESULT = 300
/** Deeper levels are no longer indented. */
const DEEPEST_INDENT = 12

/** A run as lines of text for people, with a newline at the end: what happened when, and how it ended. */
export function printTimeline(run: Run, options: TimelineOptions): ScreenText {
  const { colour } = options
  const rows = timelineRows(run, timelineOf(run))
  const title = `${colour('bold', printable(run.machine))} ${colour('dim', `(${run.type})`)}`
  return screenText([title, '', ...tableLines(rows, colour), '', ...endLines(run, options), ''], colour)
}

function tableLines(rows: readonly Row[], colour: Colour): readonly string[] {
  const table = rows.map((row) => ('remark' in row ? undefined : cellsOf(row)))
  const headings = ['at', 'state', 'attempt', 'outcome', ''].map((text) => ({ text, style: 'dim' as const }))
  const widths = [0, 1, 2, 3].map((column) =>
    [headings, ...table].reduce((width, cells) => Math.max(width, cells?.[column]?.text.length ?? 0), 0),
  )
  return [headings, ...table].map((cells, i) => {
    if (cells)
      return cells
        .map(({ text, style }, column) => padded(text, style, widths[column] ?? 0, colour))
        .join('  ')
        .trimEnd()
    const row = rows[i - 1]
    const remark = row && 'remark' in row ? row.remark : ''
    return `${' '.repeat((widths[0] ?? 0) + 2)}${indent(row?.depth ?? 0)}${colour('dim', remark)}`
  })
}

type StyledText = { readonly text: string; readonly style?: Style }

function cellsOf(row: Exclude<Row, { readonly remark: string }>): readonly StyledText[] {
  return [
    { text: row.at, style: 'dim' },
    { text: indent(row.depth) + row.state },
    { text: row.attempt },
    row.outcome,
    row.sequel,
  ]
}

function indent(depth: number): string {
  return '  '.repeat(Math.min(depth, DEEPEST_INDENT))
}

/** Colour codes take no room on the screen, so the padding stands outside them. */
function padded(text: string, style: Style | undefined, width: number, colour: Colour): string {
  const shown = style === undefined || text === '' ? text : colour(style, text)
  return shown + ' '.repeat(Math.max(0, width - text.length))
}

/** Status and times, then output, or error and cause, then how to run it again. */
function endLines(run: Run, { colour, replayCommand, realMs, inferredInput }: TimelineOptions): readonly string[] {
  const { status, output, error, cause, tookMs } = run
  const succeeded = status === 'SUCCEEDED'
  const real = realMs === undefined ? '' : `, ${realText(realMs)} of real time`
  const lines = inferredInput === undefined ? [] : [inferredInputText(inferredInput, colour)]
  lines.push(
    `${colour('bold', colour(succeeded ? 'green' : 'red', status))} in ${printDuration(tookMs)} of virtual time${real}`,
  )
  if (succeeded) lines.push(`output  ${printableJson(output ?? null, SHOWN_RESULT)}`)
  if (error !== undefined || status === 'FAILED') lines.push(`error   ${colour('red', errorName(error))}`)
  if (cause !== undefined && cause !== '') lines.push(`cause   ${printable(cause, SHOWN_RESULT)}`)
  return [...lines, colour('dim', `replay: ${replayCommand ?? replayCall(run)}`)]
}

function realText(realMs: number): string {
  return realMs < 1 ? 'under 1ms' : printDuration(Math.round(realMs))
}
