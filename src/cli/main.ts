import { UserError, type UserErrorKind } from '../asl/user-error.js'
import { noticingReads } from '../iac/read-files.js'
import type { Command } from './command.js'
import { findCommand } from './commands.js'
import type { ExitCode, Io } from './io.js'

const EXIT_CODES: Readonly<Record<UserErrorKind, ExitCode>> = { usage: 2, definition: 3, unsupported: 4 }

/** The whole program: arguments in, exit code out. Nothing is thrown. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await noticingReads(() => dispatch(argv, io))
  } catch (error) {
    const { tell, tellStack } = await import('./print.js')
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
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return await showHelp(rest[0], io)
  if (name === '--version' || name === '-v') return await showVersion(io)
  if (name.startsWith('-')) throw new UserError('usage', `unknown option ${name} (aslx --help)`)
  return await runCommand(name, await findCommand(name).load(), rest, io)
}

async function runCommand(name: string, command: Command, args: readonly string[], io: Io): Promise<ExitCode> {
  const { optionNames, withConfig } = await import('./with-config.js')
  const { readArguments } = await import('./options.js')
  const { operands, options } = readArguments(args, optionNames(command))
  if (options.has('help')) return await showHelp(name, io)
  if (operands.length > command.maxOperands) {
    const extra = operands[command.maxOperands]
    throw new UserError('usage', `unexpected argument ${extra}: usage: aslx ${name} ${command.operands}`)
  }
  checkFormat(name, command, options.text('format'))
  return await command.run({ operands, options: await withConfig(command, options) }, io)
}

async function showVersion(io: Io): Promise<ExitCode> {
  const { version } = await import('./version.js')
  const { printHelp } = await import('./print.js')
  printHelp(`${version()}\n`, io)
  return 0
}

async function showHelp(name: string | undefined, io: Io): Promise<ExitCode> {
  const { commandHelp, overview } = await import('./help.js')
  const { printHelp } = await import('./print.js')
  printHelp(name === undefined ? overview() : await commandHelp(findCommand(name)), io)
  return 0
}

function checkFormat(name: string, command: Command, format: string | undefined): void {
  if (format === undefined || command.formats.includes(format)) return
  throw new UserError('usage', `${name} has no format "${format}": it prints ${command.formats.join(', ')}`)
}
