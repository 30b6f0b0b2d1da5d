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
