import { isArray, isObject } from '../asl/json.js'
import type { Json } from '../asl/json.js'

/** Compact JSON text, as every payload of AWS's API is given. Any depth of nesting is well, also where `JSON.stringify` runs out of stack. */
export function toJsonText(value: Json): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (error instanceof RangeError) return toJsonTextWithoutRecursion(value)
    throw error
  }
}

/** What is left to write: a value, or text that stands between values. */
type Piece = { readonly value: Json } | { readonly text: string }

function toJsonTextWithoutRecursion(root: Json): string {
  const written: string[] = []
  const left: Piece[] = [{ value: root }]
  for (let piece = left.pop(); piece !== undefined; piece = left.pop()) {
    if ('text' in piece) written.push(piece.text)
    else if (isArray(piece.value) || isObject(piece.value)) pushBackwards(left, parts(piece.value))
    else written.push(JSON.stringify(piece.value))
  }
  return written.join('')
}

function parts(value: readonly Json[] | { readonly [key: string]: Json }): Piece[] {
  if (isArray(value)) {
    const items = value.flatMap((item, index): Piece[] =>
      index === 0 ? [{ value: item }] : [{ text: ',' }, { value: item }],
    )
    return [{ text: '[' }, ...items, { text: ']' }]
  }
  const members = Object.entries(value).flatMap(([key, item], index): Piece[] => [
    { text: `${index === 0 ? '' : ','}${JSON.stringify(key)}:` },
    { value: item },
  ])
  return [{ text: '{' }, ...members, { text: '}' }]
}

function pushBackwards(left: Piece[], pieces: readonly Piece[]): void {
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const piece = pieces[index]
    if (piece !== undefined) left.push(piece)
  }
}
