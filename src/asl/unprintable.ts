/**
 * What must not reach a terminal or the log of a CI job as it is: control characters (C0 and C1, so escape sequences too), half
 * surrogates, line and paragraph separators, marks that reorder a line, and the `#` of `##[error]` and `##vso[...]`, which runners
 * of GitHub and Azure obey wherever it stands in a line.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]|#(?=#\w*\[)/gu

/** Whether a text has something in it that must not be printed as it is. */
export function hasUnprintable(text: string): boolean {
  return text.search(UNPRINTABLE) !== -1
}

/** The text with everything unprintable written otherwise: `\u001b`, unless `write` says how. */
export function escapeUnprintable(text: string, write: (character: string) => string = unicodeEscape): string {
  return text.replace(UNPRINTABLE, write)
}

/** `\u202e`, as JSON, YAML and JavaScript read it. */
export function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** JSON text in which nothing unprintable is left but its own line breaks; it stands for the same value. */
export function printableJsonText(json: string): string {
  return escapeUnprintable(json, (character) => (character === '\n' ? character : unicodeEscape(character)))
}
