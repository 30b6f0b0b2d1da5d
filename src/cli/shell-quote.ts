import { escapeUnprintable, hasUnprintable } from '../asl/unprintable.js'

/**
 * The argument as a shell reads it back: bare, in single quotes (any POSIX shell), or, with something in it that must not be printed as
 * it is, as `$'\033[31m'` (bash, zsh, ksh and POSIX from 2024 on), its bytes in octal.
 */
export function shellQuote(text: string): string {
  if (hasUnprintable(text)) {
    return `$'${escapeUnprintable(
      text.replaceAll(/['\\]/g, (character) => `\\${character}`),
      octalBytes,
    )}'`
  }
  return /^[\w@%+=:,./-][\w@%+=:,./#-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

function octalBytes(character: string): string {
  return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
}
