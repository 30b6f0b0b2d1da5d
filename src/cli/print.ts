import { writeFileSync } from 'node:fs'
import { UserError } from '../asl/user-error.js'
import { type Colour, terminalColour } from '../report/colour.js'
import type { Io } from './io.js'
import type { OptionValues } from './options.js'

/** Colours only on a terminal, unless asked for or forbidden (`--color`, `--no-color`, NO_COLOR). */
export function colourOf(options: OptionValues, io: Io): Colour {
  const forbidden = options.has('no-color') || (io.env['NO_COLOR'] ?? '') !== ''
  const wanted = options.has('color') || (io.isTerminal && options.text('output') === undefined)
  return terminalColour(options.has('color') || (wanted && !forbidden))
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

/** The version of every JSON output's shape; it rises when a member changes its meaning or goes. */
const SCHEMA_VERSION = 1

export function printJson(value: Readonly<Record<string, unknown>>, options: OptionValues, io: Io): void {
  print(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...value }, null, 2)}\n`, options, io)
}

/** The argument as a shell reads it back. */
export function shellQuote(text: string): string {
  return /^[\w@%+=:,./#-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
