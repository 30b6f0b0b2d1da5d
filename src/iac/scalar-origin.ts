import { textPositions } from '../asl/text-positions.js'
import { nearestPosition, type SourceDocument } from './template.js'
import type { TextOrigin } from './traced-text.js'

/**
 * Where the characters of a string value stand in the file, as good as its notation allows: quoted strings by their
 * escapes; block and plain scalars by counting the characters that are not blank, as folding only changes blanks.
 */
export function scalarOrigin(document: SourceDocument, pointer: string, value: string): TextOrigin {
  let known: TextOrigin | undefined
  return (offset) => {
    known ??= originIn(document, pointer, value)
    return known(offset)
  }
}

function originIn(document: SourceDocument, pointer: string, value: string): TextOrigin {
  const begin = document.valueOffset(pointer)
  if (begin === undefined) {
    const around = nearestPosition(document, pointer)
    return () => around
  }
  const positionOf = textPositions(document.text)
  const skip = rawOffset(document.text.slice(begin), value)
  return (offset) => ({ file: document.file, ...positionOf(begin + skip(offset)) })
}

function rawOffset(raw: string, value: string): (offset: number) => number {
  if (raw.startsWith('"')) return (offset) => doubleQuotedOffset(raw, offset)
  if (raw.startsWith("'")) return (offset) => singleQuotedOffset(raw, offset)
  const header = /^[|>][^\n]*\n/.exec(raw)?.[0].length ?? 0
  const content = raw.slice(header)
  return (offset) => header + sameCharacter(content, value, offset)
}

const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { u: 6, x: 4, U: 10 }

function doubleQuotedOffset(raw: string, offset: number): number {
  let at = 1
  for (let count = 0; count < offset && at < raw.length; count++) {
    const escape = raw[at] === '\\' ? raw.charAt(at + 1) : undefined
    if (escape !== undefined) at += ESCAPE_LENGTHS[escape] ?? 2
    else at += foldLength(raw, at)
  }
  return at
}

function singleQuotedOffset(raw: string, offset: number): number {
  let at = 1
  for (let count = 0; count < offset && at < raw.length; count++) {
    at += raw.startsWith("''", at) ? 2 : foldLength(raw, at)
  }
  return at
}

/** How much of the raw text makes up one character: a line end with the blanks around it is one. */
function foldLength(raw: string, at: number): number {
  if (raw[at] !== ' ' && raw[at] !== '\r' && raw[at] !== '\n') return 1
  return /^\s*\n\s*/.exec(raw.slice(at, at + 200))?.[0].length ?? 1
}

/** The place in `content` of the character at `offset` of `value`, if the two differ in blanks only. */
function sameCharacter(content: string, value: string, offset: number): number {
  let wanted = value.slice(0, offset).replace(/\s+/g, '').length
  let at = 0
  for (; at < content.length; at++) {
    if (/\s/.test(content.charAt(at))) continue
    if (wanted === 0) break
    wanted--
  }
  return at
}
