import { UserError, type UserErrorKind } from '../asl/user-error.js'
import { noticingReads } from '../iac/read-files.js'
import type { Command } from './command.js'
import { findCommand } from './commands.js'
import type { ExitCode, Io } from './io.js'
<<<<<<< HEAD
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
=======
>>>>>>> bc88596 (Load a command only when it is asked for)

const EXIT_CODES: Readonly<Record<UserErrorKind, ExitCode>> = { usage: 2, definition: 3, unsupported: 4 }

/** The whole program: arguments in, exit code out. Nothing is thrown. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await noticingReads(() => dispatch(argv, io))
  } catch (error) {
<<<<<<< HEAD
    if (io.env['ASLX_DEBUG'] === '1' && error instanceof Error) tellStack(io, String(error.stack))
=======
    if (io.env['ASLX_DEBUG'] === '1' && error instanceof Error) io.stderr(`${error.stack}\n`)
    const { tell } = await import('./print.js')
>>>>>>> bc88596 (Load a command only when it is asked for)
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
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return await showHelp(rest[0], io)
  if (name === '--version' || name === '-v') {
<<<<<<< HEAD
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
=======
    const { version } = await import('./version.js')
    io.stdout(`${version()}\n`)
    return 0
  }
  if (name.startsWith('-')) throw new UserError('usage', `unknown option ${name} (aslx --help)`)
  const { load } = findCommand(name)
  return await runCommand(name, await load(), rest, io)
}

async function runCommand(name: string, command: Command, args: readonly string[], io: Io): Promise<ExitCode> {
  const { optionNames, withConfig } = await import('./with-config.js')
  const { readArguments } = await import('./options.js')
  const { operands, options } = readArguments(args, optionNames(command))
  if (options.has('help')) return await showHelp(name, io)
>>>>>>> bc88596 (Load a command only when it is asked for)
  if (operands.length > command.maxOperands) {
    const extra = operands[command.maxOperands]
    throw new UserError('usage', `unexpected argument ${extra}: usage: aslx ${name} ${command.operands}`)
  }
  checkFormat(name, command, options.text('format'))
  return await command.run({ operands, options: await withConfig(command, options) }, io)
}

<<<<<<< HEAD
function showHelp(name: string | undefined, io: Io): ExitCode {
  printHelp(name === undefined ? overview(COMMANDS) : commandHelp(findCommand(name)), io)
=======
async function showHelp(name: string | undefined, io: Io): Promise<ExitCode> {
  const { commandHelp, overview } = await import('./help.js')
  io.stdout(name === undefined ? overview() : await commandHelp(findCommand(name)))
>>>>>>> bc88596 (Load a command only when it is asked for)
  return 0
}

function checkFormat(name: string, command: Command, format: string | undefined): void {
  if (format === undefined || command.formats.includes(format)) return
  throw new UserError('usage', `${name} has no format "${format}": it prints ${command.formats.join(', ')}`)
}
