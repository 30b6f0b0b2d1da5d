import { isArray, isObject, type Json } from '../asl/json.js'
import { printableJsonText } from '../asl/unprintable.js'
import { toJsonText } from '../wire/wire-json.js'

/** JSON text for a terminal or a file, indented: nothing in it acts on a screen. */
export function indentedJson(value: unknown): string {
  return printableJsonText(JSON.stringify(value, null, 2))
}

/**
 * The JSON text of a value in pieces, as together they may be longer than a string can be. The members and elements of
 * the `levels` outermost levels stand on lines of their own; what is deeper is compact.
 */
export function* jsonLines(value: Json, levels: number, indent = ''): Generator<string> {
  const parts = levels > 0 ? partsOf(value) : []
  if (parts.length === 0) {
    yield printableJsonText(toJsonText(value))
    return
  }
  const inner = `${indent}  `
  let before = isArray(value) ? '[' : '{'
  for (const [name, part] of parts) {
    yield `${before}\n${inner}${name === undefined ? '' : `${printableJsonText(JSON.stringify(name))}: `}`
    yield* jsonLines(part, levels - 1, inner)
    before = ','
  }
  yield `\n${indent}${isArray(value) ? ']' : '}'}`
}

function partsOf(value: Json): readonly (readonly [string | undefined, Json])[] {
  if (isArray(value)) return value.map((item) => [undefined, item])
  return isObject(value) ? Object.entries(value).filter(([, item]) => item !== undefined) : []
}
