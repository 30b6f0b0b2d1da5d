import { quoteIfNeeded } from '../faults/quoted-text.js'
import type { Json } from '../asl/json.js'
import { toJsonText } from '../wire/wire-json.js'

/** Control characters, and those that reorder a line on a screen: an error's text must not drive the reader's terminal. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu

/** Characters of a text that are shown in a message; the rest is cut. */
const SHOWN = 200

/** A text from a machine or its input as one line of a message: escapes what does not print, and cuts what is too long. */
export function printable(text: string, atMost: number = SHOWN): string {
  const shown = text.length > atMost ? `${text.slice(0, atMost - 1)}…` : text
  return shown.replace(UNPRINTABLE, escape)
}

function escape(character: string): string {
  if (character === '\n') return '\\n'
  if (character === '\t') return '\\t'
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** A value as compact JSON on one line, cut when it is long. */
export function printableJson(value: Json, atMost: number = SHOWN): string {
  return printable(toJsonText(value), atMost)
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
