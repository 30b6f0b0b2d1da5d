import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import { folderMachines } from './folder.js'
import { fileMachines } from './forms.js'
import type { FoundMachines, LoadOptions } from './found-machines.js'
import type { MachineSource } from './machine-source.js'
import { isFolder } from './source-file.js'
import { splitSource } from './split-source.js'

/** Everything a file or folder holds, including the machines whose definition is out of reach. Throws UserError. */
export function findMachines(path: string, options: LoadOptions = {}): FoundMachines {
  return isFolder(path) ? folderMachines(path, options) : fileMachines(path, options)
}

/** One machine: `file` where it holds one, `file#Name` where it holds several. Throws UserError. */
export function loadMachineSource(spec: string, options: LoadOptions = {}): MachineSource {
  const { file: path, name } = splitSource(spec)
  const found = findMachines(path, options)
  const names = [...found.machines, ...found.problems].map((machine) => machine.name)
  const wanted = name === undefined ? onlyName(names, path) : knownName(name, names, path)
  const problem = found.problems.find((candidate) => candidate.name === wanted)
  if (problem) throw problem.error
  const machine = found.machines.find((candidate) => candidate.name === wanted)
  if (machine === undefined) throw new Error(`no machine ${wanted}`)
  return machine
}

function onlyName(names: readonly string[], path: string): string {
  const [name = '', second] = names
  if (second === undefined) return name
  throw new UserError(
    'usage',
    `${path} holds ${names.length} state machines: ${list(names)}; name one, e.g. ${path}#${name}`,
  )
}

/**
 * The machine's name; also, where only one is meant, the last part of a path or of a Terraform address, and for CDK the logical id
 * without the eight hex digits that it adds.
 */
function knownName(wanted: string, names: readonly string[], path: string): string {
  if (names.includes(wanted)) return wanted
  const isMeant = (name: string): boolean =>
    name.endsWith(`/${wanted}`) || name.endsWith(`.${wanted}`) || name.replace(/[0-9A-F]{8}$/, '') === wanted
  const [only, second] = names.filter(isMeant)
  if (only !== undefined && second === undefined) return only
  const nearest = didYouMean(wanted, names)
  const [what, holds] = [`${path} has no state machine "${wanted}"`, `It holds ${list(names)}`]
  if (nearest === undefined) throw new UserError('usage', `${what}. ${holds}`)
  throw new UserError('usage', what, { nearest, hint: `did you mean "${nearest}"? ${holds}` })
}

function list(names: readonly string[]): string {
  return names.length > 20 ? `${names.slice(0, 20).join(', ')} and ${names.length - 20} more` : names.join(', ')
}
