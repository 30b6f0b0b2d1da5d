import type { ExitCode, Io } from './io.js'
import type { OptionName, OptionValues } from './options.js'

/** What one `aslx <name>` takes, tells and does. */
export interface Command {
  /** What follows the name, e.g. `<source>`. */
  readonly operands: string
  /** The most operands it takes. */
  readonly maxOperands: number
  readonly options: readonly OptionName[]
  /** Formats of `--format`, the default first. */
  readonly formats: readonly string[]
  /** Two or three lines people can copy. */
  readonly examples: readonly string[]
  run(args: CommandArgs, io: Io): Promise<ExitCode>
}

export interface CommandArgs {
  readonly operands: readonly string[]
  readonly options: OptionValues
}
