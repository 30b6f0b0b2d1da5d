import { linesText } from '../verify/printable.js'
import { type Colour, COLOUR_CODES, hasColours } from './colour.js'

declare const MADE_HERE: unique symbol

/** Text for people and the logs of CI jobs in which nothing acts but our own line breaks and colours; only `screenText` makes it. */
export type ScreenText = string & { readonly [MADE_HERE]: true }

/** Lines as text, with a line break between them; of control sequences only those of `colour` stay. */
export function screenText(lines: readonly string[], colour?: Colour): ScreenText {
  const text = linesText(lines, colour && hasColours(colour) ? COLOUR_CODES : undefined)
  // The mark is a matter of types alone: it says that the text has come through here.
  return text as ScreenText
}

/** Texts one after another, with a line break between them. */
export function joinedTexts(texts: readonly ScreenText[]): ScreenText {
  return texts.join('\n') as ScreenText
}
