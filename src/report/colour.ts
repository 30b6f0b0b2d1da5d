import pc from 'picocolors'

/** The styles that reports use. */
export type Style = 'red' | 'green' | 'yellow' | 'dim' | 'bold' | 'cyan'

/** Puts a text in a style, or leaves it as it is where colours are off. */
export type Colour = (style: Style, text: string) => string

/** ANSI colours if `enabled`, else plain text. Whether the terminal wants them is for the caller to know. */
export function terminalColour(enabled: boolean): Colour {
  const colours = pc.createColors(enabled)
  return (style, text) => colours[style](text)
}

/** Whether a text gets codes at all. */
export function hasColours(colour: Colour): boolean {
  return colour('bold', '') !== ''
}

/** The codes that begin and end the styles, for `split`: what is captured is one of them. */
// oxlint-disable-next-line no-control-regex
export const COLOUR_CODES = /(\u001B\[(?:1|2|22|31|32|33|36|39)m)/
