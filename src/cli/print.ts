import type { Json } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { type Colour, terminalColour } from '../report/colour.js'
import type { JsonOutput } from '../report/json-output.js'
import { jsonLines, indentedJson } from '../report/json-lines.js'
import type { ScreenText } from '../report/screen-text.js'
import { linesText, printable } from '../verify/printable.js'
import type { Io } from './io.js'
import type { OptionValues } from './options.js'
import { writeFile } from './write-file.js'

/** Colours on a terminal only, unless NO_COLOR forbids them; `--color` and `--no-color` decide whatever there is. */
export function colourOf(options: OptionValues, io: Io): Colour {
  const isAsked = options.has('color')
  if (isAsked && options.has('no-color')) throw new UserError('usage', '--color and --no-color at once: drop one')
  const isForbidden = options.has('no-color') || (io.env['NO_COLOR'] ?? '') !== ''
  return terminalColour(isAsked || (io.isTerminal && options.text('output') === undefined && !isForbidden))
}

/** Columns of what is no terminal, and of a terminal that does not tell. */
const DEFAULT_COLUMNS = 120
const FEWEST_COLUMNS = 40

/** How wide the output may be: as the terminal is, or as COLUMNS says, or else `otherwise`. */
export function columnsOf(options: OptionValues, io: Io, otherwise = DEFAULT_COLUMNS): number {
  const told = Number(io.env['COLUMNS'] ?? '')
  const own = options.text('output') === undefined ? io.columns : undefined
  return Math.max(FEWEST_COLUMNS, own ?? (Number.isSafeInteger(told) && told > 0 ? told : otherwise))
}

/** Prints a text for people. */
export function printText(text: ScreenText, options: OptionValues, io: Io): void {
  printData(text, options, io)
}

/** Prints the help of the program or of a command. */
export function printHelp(text: string, io: Io): void {
  io.stdout(text)
}

/**
 * Prints what a format's own printer has made harmless (JSON, YAML, XML, commands for a CI job) as it is, to standard output or
 * whole to the file of `--output`. A text too long for a string comes in pieces.
 */
export function printData(text: string | Iterable<string>, options: OptionValues, io: Io): void {
  const pieces = typeof text === 'string' ? [text] : text
  const file = options.text('output')
  if (file !== undefined) return writeFile(file, pieces, { named: `--output ${file}` })
  for (const block of inBlocks(pieces)) io.stdout(block)
}

/** Characters that are printed at once. */
const BLOCK_LENGTH = 65_536

function* inBlocks(pieces: Iterable<string>): Generator<string> {
  let block = ''
  for (const piece of pieces) {
    block += piece
    if (block.length < BLOCK_LENGTH) continue
    yield block
    block = ''
  }
  yield block
}

/** Characters of a message that are shown: an argument or a name in it may be of any length. */
const SHOWN_LENGTH = 1000

/** Tells something in one line on standard error. */
export function tell(io: Io, message: string): void {
  io.stderr(`aslx: ${printable(message.replaceAll(/\s*[\r\n]+\s*/g, ' '), SHOWN_LENGTH)}\n`)
}

/** Writes over the line of standard error that says how far a command is: the text begins with its own `\r`. */
export function tellProgress(io: Io, text: string): void {
  io.stderr(text)
}

/** Tells where in the code an error came from, on standard error. */
export function tellStack(io: Io, stack: string): void {
  io.stderr(`${linesText(stack.split('\n'))}\n`)
}

/** The version of every JSON output's shape; it rises when a member changes its meaning or goes. */
const SCHEMA_VERSION = 1

export function printJson(value: JsonOutput, options: OptionValues, io: Io): void {
  printData(`${indentedJson({ schemaVersion: SCHEMA_VERSION, ...value })}\n`, options, io)
}

/** As `printJson`, for what may be large: only the members and elements of the three outermost levels have lines of their own. */
export function printLargeJson(value: JsonOutput, options: OptionValues, io: Io): void {
  // Plain data; that optional members make no JsonObject is a matter of types alone.
  const json = { schemaVersion: SCHEMA_VERSION, ...value } as unknown as Json
  printData(withNewline(jsonLines(json, 3)), options, io)
}

function* withNewline(pieces: Iterable<string>): Generator<string> {
  yield* pieces
  yield '\n'
}
