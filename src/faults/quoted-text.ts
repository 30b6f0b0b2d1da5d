import { hasUnprintable, printableJsonText } from '../asl/unprintable.js'

/** The characters that mean something in sites and scenario strings, and those that a line of text cannot hold. */
const NEEDS_QUOTES = /[[\]#.!~*:@;="]|^\s|\s$/u

/** A JSON string at the start of a text. */
export const QUOTED = /^"(?:[^"\\]|\\.)*"/su

/** The text as it is, or as a JSON string if a reader could take part of it for syntax. */
export function quoteIfNeeded(text: string): string {
  return text === '' || NEEDS_QUOTES.test(text) || hasUnprintable(text) ? quoted(text) : text
}

/** The text as a JSON string in which nothing acts on a screen: no line break of any kind, no mark that reorders. */
export function quoted(text: string): string {
  return printableJsonText(JSON.stringify(text))
}

/** What stands in a JSON string; undefined if it is none. */
export function unquote(quoted: string): string | undefined {
  try {
    const value: unknown = JSON.parse(quoted)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

/** Cuts a text at a separator (one character) wherever it stands outside double quotes. */
export function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  const parts: string[] = []
  let start = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (quoted && character === '\\') i++
    else if (character === '"') quoted = !quoted
    else if (character === separator && !quoted) {
      parts.push(text.slice(start, i))
      start = i + 1
    }
  }
  return [...parts, text.slice(start)]
}

/** Where the parenthesis that a text begins with is closed; -1 if nowhere. Brackets within double quotes do not count. */
export function closingParenthesis(text: string): number {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? ''
    if (quoted && character === '\\') i++
    else if (character === '"') quoted = !quoted
    else if (!quoted && '([{'.includes(character)) depth++
    else if (!quoted && ')]}'.includes(character) && --depth === 0) return character === ')' ? i : -1
  }
  return -1
}
