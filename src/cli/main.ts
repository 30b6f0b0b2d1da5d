import { didYouMean } from '../asl/suggest.js'
import { UserError, type UserErrorKind } from '../asl/user-error.js'
import { noticingReads } from '../iac/read-files.js'
import type { Command } from './command.js'
import { crosscheck } from './commands/crosscheck.js'
import { explain } from './commands/explain.js'
import { extract } from './commands/extract.js'
import { faults } from './commands/faults.js'
import { init } from './commands/init.js'
import { inject } from './commands/inject.js'
import { replay } from './commands/replay.js'
import { run } from './commands/run.js'
import { simulate } from './commands/simulate.js'
import { test } from './commands/test.js'
import { validate } from './commands/validate.js'
import { optionNames, withConfig } from './with-config.js'
import { commandHelp, overview } from './help.js'
import type { ExitCode, Io } from './io.js'
import { readArguments } from './options.js'
import { printHelp, tell, tellStack } from './print.js'
import { version } from './version.js'

const COMMANDS: readonly Command[] = [
  init,
  run,
  replay,
  test,
  inject,
  simulate,
  validate,
  extract,
  faults,
  explain,
  crosscheck,
]

const EXIT_CODES: Readonly<Record<UserErrorKind, ExitCode>> = { usage: 2, definition: 3, unsupported: 4 }

/** The whole program: arguments in, exit code out. Nothing is thrown. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await noticingReads(() => dispatch(argv, io))
  } catch (error) {
    if (io.env['ASLX_DEBUG'] === '1' && error instanceof Error) tellStack(io, String(error.stack))
    if (error instanceof UserError) {
      tell(io, error.message)
      return EXIT_CODES[error.kind]
    }
    const message = error instanceof Error ? error.message : String(error)
    tell(io, `internal error: ${message} (ASLX_DEBUG=1 shows where; please report it)`)
    return 70
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return showHelp(rest[0], io)
  if (name === '--version' || name === '-v') {
    printHelp(`${version()}\n`, io)
    return 0
  }
  if (name.startsWith('-')) throw new UserError('usage', `unknown option ${name} (aslx --help)`)
  const command = findCommand(name)
  const { operands, options } = readArguments(rest, optionNames(command))
  if (options.has('help')) {
    printHelp(commandHelp(command), io)
    return 0
  }
  if (operands.length > command.maxOperands) {
    const extra = operands[command.maxOperands]
    throw new UserError('usage', `unexpected argument ${extra}: usage: aslx ${command.name} ${command.operands}`)
  }
  checkFormat(command, options.text('format'))
  return await command.run({ operands, options: await withConfig(command, options) }, io)
}

function showHelp(name: string | undefined, io: Io): ExitCode {
  printHelp(name === undefined ? overview(COMMANDS) : commandHelp(findCommand(name)), io)
  return 0
}

function findCommand(name: string): Command {
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (command) return command
  const near = didYouMean(
    name,
    COMMANDS.map((candidate) => candidate.name),
  )
  throw new UserError(
    'usage',
    `unknown command "${name}"${near === undefined ? '' : `; did you mean "${near}"?`} (aslx --help)`,
  )
}

function checkFormat(command: Command, format: string | undefined): void {
  if (format === undefined || command.formats.includes(format)) return
  throw new UserError('usage', `${command.name} has no format "${format}": it prints ${command.formats.join(', ')}`)
}
