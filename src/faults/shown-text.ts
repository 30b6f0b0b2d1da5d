import { hasUnprintable, printableJsonText } from '../asl/unprintable.js'

/** What a message shows of a text at most. */
const SHOWN = 80

/** A text of the user within a message: in double quotes, on one line, and not longer than a line. */
export function shown(text: string): string {
  const short = text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text
  return hasUnprintable(short) ? printableJsonText(JSON.stringify(short)) : `"${short}"`
}
