import { escapeUnprintable } from '../asl/unprintable.js'

/** A text as a literal of JavaScript in single quotes, on one line and with nothing that acts on a screen. */
export function codeLiteral(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${escapeUnprintable(inner)}'`
}
