import type { Json } from '../asl/json.js'
import { printPosition, type SourcePosition } from '../asl/positions.js'
import { escapeUnprintable, unicodeEscape } from '../asl/unprintable.js'
import { quoteIfNeeded } from '../faults/quoted-text.js'
import { toJsonText } from '../wire/wire-json.js'

/** Characters of a text that are shown in a message; the rest is cut. */
const SHOWN = 200

/** A text from a machine or its input as one line of a message: escapes what does not print, and cuts what is too long. */
export function printable(text: string, atMost: number = SHOWN): string {
  const shown = text.length > atMost ? `${text.slice(0, atMost - 1)}…` : text
  return escapeUnprintable(shown, escape)
}

function escape(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  return unicodeEscape(character)
}

/**
 * Lines as one text for people and the logs of CI jobs, the one way from lines to text: each stays one line, and nothing that a name,
 * path or payload holds acts on the screen or as a command of the runner (`::error::` at the start of a line). What `ours`
 * captures stays as it is, such as the codes of colours.
 */
export function linesText(lines: readonly string[], ours: RegExp = NOTHING): string {
  return lines.map((line) => printableLine(line, ours)).join('\n')
}

const NOTHING = /(?!)/

/** A runner of GitHub obeys what begins with two colons, blanks before them or not. */
const COMMAND = /^\s*:(?=:)/

function printableLine(line: string, ours: RegExp): string {
  let isStart = true
  const parts = line.split(ours).map((part, index) => {
    if (index % 2 === 1) return part
    const plain = isStart ? part.replace(COMMAND, (start) => `${start.slice(0, -1)}${unicodeEscape(':')}`) : part
    isStart &&= part.trim() === ''
    return escapeUnprintable(plain, escape)
  })
  return parts.join('')
}

/** A value as compact JSON on one line, cut when it is long. */
export function printableJson(value: Json, atMost: number = SHOWN): string {
  return printable(toJsonText(value), atMost)
}

/** Characters of a place that are shown; systems have no longer paths. */
const SHOWN_PLACE = 4200

/** `file:line:col`, whatever the file is called. */
export function placeText(at: SourcePosition): string {
  return printable(printPosition(at), SHOWN_PLACE)
}

/** A state's name in a sentence: `"Ship"`. */
export function quotedName(name: string): string {
  return `"${printable(name)}"`
}

/** The name of an error, also of one that has none. */
export function errorName(error: string | undefined): string {
  return error === undefined ? '(error without a name)' : printable(error)
}

/** A state's name as sites have it, in double quotes if it needs them: `Resize`. */
export function siteName(name: string): string {
  return printable(quoteIfNeeded(name))
}

/** `once`, `2 times`. */
export function timesText(times: number): string {
  return times === 1 ? 'once' : `${times} times`
}

/** `1 visit`, `2 visits`. */
export function countText(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
