import { UserError } from '../asl/user-error.js'
import { type Machine, machineFromSource } from '../harness/machines/machine.js'
import type { MachineSource } from '../iac/machine-source.js'
import { isFolder } from '../iac/source-file.js'
import type { CommandArgs } from './command.js'
import { splitSource } from '../iac/split-source.js'
import { findSource } from './command-source.js'

/** A machine of the sources that a command line names, or the configuration where it names none. */
export interface SourcedMachine {
  readonly found: MachineSource
  /** Undefined where Step Functions would refuse the definition. */
  readonly machine: Machine | undefined
  /** Why there is none. */
  readonly refusal: UserError | undefined
  /** The source of this one machine, as a command line takes it. */
  readonly source: string
  /** The file whose scenario, mocks and suites stand beside it. */
  readonly file: string
}

/** All machines of the sources of a command line. */
export interface SourcedMachines {
  readonly machines: readonly SourcedMachine[]
  /** Sources and machines that could not be loaded. */
  readonly problems: readonly UserError[]
}

/** Loads all sources: operands, else those of the configuration. UserError if there are none. */
export function sourcedMachines({ operands, options }: CommandArgs, usage: string): SourcedMachines {
  const sources = operands.length > 0 ? operands : (options.config?.config.sources ?? [])
  if (sources.length === 0) throw new UserError('usage', `no source given: usage: ${usage}`)
  const machines: SourcedMachine[] = []
  const problems: UserError[] = []
  for (const source of sources) {
    try {
      const found = findSource(source, options)
      problems.push(...found.problems.map(({ error }) => error))
      machines.push(...found.machines.map((machine) => sourced(source, machine, found.machines)))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      problems.push(error)
    }
  }
  return { machines, problems }
}

function sourced(source: string, found: MachineSource, all: readonly MachineSource[]): SourcedMachine {
  const { file: path } = splitSource(source)
  const file = isFolder(path) ? found.file : path
  const isOnly = all.filter((other) => (isFolder(path) ? other.file : path) === file).length === 1
  const common = { found, file, source: isOnly && source !== path ? source : isOnly ? file : `${file}#${found.name}` }
  try {
    return { ...common, machine: machineFromSource(found), refusal: undefined }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { ...common, machine: undefined, refusal: error }
  }
}
