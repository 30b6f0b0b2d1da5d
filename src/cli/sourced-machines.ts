import { UserError } from '../asl/user-error.js'
import { type Machine, machineFromSource } from '../harness/machines/machine.js'
import type { FoundMachines, MachineProblem } from '../iac/found-machines.js'
import type { MachineSource } from '../iac/machine-source.js'
import { isFolder } from '../iac/source-file.js'
import { splitSource } from '../iac/split-source.js'
import type { CommandArgs } from './command.js'
import { findSource, sourcesOf } from './command-source.js'

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
  readonly problems: readonly MachineProblem[]
}

/** What is in all sources together: a source that cannot be read becomes a problem. UserError if no source is named. */
export function foundMachines(args: CommandArgs, usage: string): FoundMachines {
  const found = foundSources(args, usage)
  return {
    machines: found.flatMap(({ machines }) => machines),
    problems: found.flatMap(({ problems }) => problems),
  }
}

/** Loads all sources: operands, else those of the configuration. UserError if there are none. */
export function sourcedMachines(args: CommandArgs, usage: string): SourcedMachines {
  const found = foundSources(args, usage)
  return {
    machines: found.flatMap(({ source, machines }) => machines.map((machine) => sourced(source, machine, machines))),
    problems: found.flatMap(({ problems }) => problems),
  }
}

interface FoundSource extends FoundMachines {
  readonly source: string
}

function foundSources(args: CommandArgs, usage: string): readonly FoundSource[] {
  const sources = sourcesOf(args)
  if (sources.length === 0 || sources[0] === '') throw new UserError('usage', `no source given: usage: ${usage}`)
  const [only, second] = sources
  if (only !== undefined && second === undefined) return [{ source: only, ...findSource(only, args.options) }]
  return sources.map((source) => ({ source, ...readable(source, args) }))
}

/** One of several sources: that it cannot be read keeps none of the others from being answered. */
function readable(source: string, { options }: CommandArgs): FoundMachines {
  try {
    return findSource(source, options)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const declaredAt = { file: source, line: 1, column: 1 }
    return { machines: [], problems: [{ name: source, declaredAt, error }] }
  }
}

function sourced(source: string, found: MachineSource, all: readonly MachineSource[]): SourcedMachine {
  const { file: path } = splitSource(source)
  const file = isFolder(path) ? found.file : path
  const inFile = all.filter((other) => !isFolder(path) || other.file === file)
  const common = {
    found,
    file,
    source: inFile.length === 1 ? (isFolder(path) ? file : source) : `${file}#${nameIn(found)}`,
  }
  try {
    return { ...common, machine: machineFromSource(found), refusal: undefined }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { ...common, machine: undefined, refusal: error }
  }
}

/** The name of a machine in its own file: one of a folder may have the file before it, to be told from others of its name. */
function nameIn({ name }: MachineSource): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
