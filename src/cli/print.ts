import { writeFileSync } from 'node:fs'
import { UserError } from '../asl/user-error.js'
import { type Colour, terminalColour } from '../report/colour.js'
import { printable } from '../verify/printable.js'
import type { Io } from './io.js'
import type { OptionValues } from './options.js'

/** Colours on a terminal only, unless NO_COLOR forbids them; `--color` and `--no-color` decide whatever there is. */
export function colourOf(options: OptionValues, io: Io): Colour {
  const isAsked = options.has('color')
  if (isAsked && options.has('no-color')) throw new UserError('usage', '--color and --no-color at once: drop one')
  const isForbidden = options.has('no-color') || (io.env['NO_COLOR'] ?? '') !== ''
  return terminalColour(isAsked || (io.isTerminal && options.text('output') === undefined && !isForbidden))
}

/** Prints to standard output, or to the file of `--output`. */
export function print(text: string, options: OptionValues, io: Io): void {
  const file = options.text('output')
  if (file === undefined) return io.stdout(text)
  try {
    return writeFileSync(file, text)
  } catch (error) {
    throw new UserError(
      'usage',
      `--output ${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

/** Characters of a message that are shown: an argument or a name in it may be of any length. */
const SHOWN_LENGTH = 1000

/** Tells something in one line on standard error. */
export function tell(io: Io, message: string): void {
  io.stderr(`aslx: ${printable(message.replaceAll(/\s*[\r\n]+\s*/g, ' '), SHOWN_LENGTH)}\n`)
}

/** The version of every JSON output's shape; it rises when a member changes its meaning or goes. */
const SCHEMA_VERSION = 1

export function printJson(value: Readonly<Record<string, unknown>>, options: OptionValues, io: Io): void {
  print(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...value }, null, 2)}\n`, options, io)
}

/** The argument as a POSIX shell reads it back. */
export function shellQuote(text: string): string {
  return /^[\w@%+=:,./-][\w@%+=:,./#-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
