import type { Position, SourcePosition } from '../asl/positions.js'
import { lastAtOrBefore, textPositions } from '../asl/text-positions.js'
import { UserError } from '../asl/user-error.js'

/** Where the character at an offset of a piece of text was written. */
export type TextOrigin = (offset: number) => SourcePosition

/** Longest text that is put together: as long as a file may be. */
const MAX_LENGTH = 16 * 1024 * 1024

interface Piece {
  readonly text: string
  readonly origin: TextOrigin
}

/** A text put together from parts of files (join, substitution), each of which remembers where it was written. */
export class TracedText {
  readonly #pieces: readonly Piece[]
  /** Where each piece begins in the text. */
  readonly #starts: readonly number[]
  readonly text: string

  constructor(pieces: readonly Piece[]) {
    const starts: number[] = []
    let length = 0
    for (const piece of pieces) {
      starts.push(length)
      length += piece.text.length
    }
    if (length > MAX_LENGTH)
      throw new UserError('definition', 'the text of a definition is put together to more than 16 MiB')
    this.#pieces = pieces
    this.#starts = starts
    this.text = pieces.map((piece) => piece.text).join('')
  }

  /** Text of which only the beginning is known. */
  static at(text: string, position: SourcePosition): TracedText {
    return new TracedText([{ text, origin: () => position }])
  }

  /** Text that stands in its file as it is here. */
  static ofFile(text: string, file: string): TracedText {
    const positionOf = textPositions(text)
    return new TracedText([{ text, origin: (offset) => ({ file, ...positionOf(offset) }) }])
  }

  static join(parts: readonly TracedText[], separator = ''): TracedText {
    const pieces: Piece[] = []
    for (const [index, part] of parts.entries()) {
      const [first] = part.#pieces
      if (index > 0 && separator !== '' && first) pieces.push({ text: separator, origin: () => first.origin(0) })
      for (const piece of part.#pieces) pieces.push(piece)
    }
    return new TracedText(pieces)
  }

  /** Replaces what the pattern (a global one) matches; undefined leaves the match as it is. */
  replace(pattern: RegExp, by: (match: RegExpExecArray) => string | undefined): TracedText {
    const pieces: Piece[] = []
    let from = 0
    for (const match of this.text.matchAll(pattern)) {
      const text = by(match)
      if (text === undefined) continue
      this.#slice(from, match.index, pieces)
      pieces.push({ text, origin: () => this.origin(match.index) })
      from = match.index + match[0].length
    }
    if (from === 0) return this
    this.#slice(from, this.text.length, pieces)
    return new TracedText(pieces)
  }

  /** Where the character at an offset was written. */
  origin(offset: number): SourcePosition {
    const index = lastAtOrBefore(this.#starts, offset)
    const piece = this.#pieces[index]
    if (piece === undefined) throw new Error('a text without pieces has no position')
    return piece.origin(Math.min(offset - (this.#starts[index] ?? 0), piece.text.length))
  }

  /** Where the character at a line and column of this text was written. */
  originOf(position: Position): SourcePosition {
    return this.origin(offsetAt(this.text, position))
  }

  #slice(from: number, to: number, into: Piece[]): void {
    for (let index = lastAtOrBefore(this.#starts, from); index < this.#pieces.length; index++) {
      const piece = this.#pieces[index]
      const begin = this.#starts[index] ?? 0
      if (piece === undefined || begin >= to) break
      const start = Math.max(from - begin, 0)
      const end = Math.min(to - begin, piece.text.length)
      if (start < end)
        into.push({ text: piece.text.slice(start, end), origin: (offset) => piece.origin(offset + start) })
    }
  }
}

/** The offset of a line and column. */
export function offsetAt(text: string, { line, column }: Position): number {
  let start = 0
  for (let at = 1; at < line; at++) {
    const end = text.indexOf('\n', start)
    if (end === -1) break
    start = end + 1
  }
  return start + column - 1
}
