import type { CommandArgs } from './command.js'
import { type CommandScenario, commandScenario } from './command-scenario.js'
import { sourcesOf } from './command-source.js'
import type { Io } from './io.js'

/** The scenario of each machine of a command: what stands beside its file, read once, as standard input is. */
export function sourcedScenarios(args: CommandArgs, io: Io): (file: string) => CommandScenario {
  const known = new Map<string, CommandScenario>()
  const sources = sourcesOf(args)
  let stdin: string | undefined
  const readOnce: Io = { ...io, readStdin: () => (stdin ??= io.readStdin()) }
  return (file) => {
    const scenario = known.get(file) ?? commandScenario(file, args.options, readOnce, { sources })
    known.set(file, scenario)
    return scenario
  }
}
