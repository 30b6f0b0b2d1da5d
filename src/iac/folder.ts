import { join, relative } from 'node:path'
import { UserError } from '../asl/user-error.js'
import { assemblyMachines } from './cdk/assembly.js'
import { findSources, type Source } from './folder-walk.js'
import { textMachines } from './forms.js'
import type { FoundMachines, LoadOptions, MachineProblem } from './found-machines.js'
import type { MachineSource } from './machine-source.js'
import { noteRead } from './read-files.js'

/** What one file of the folder holds. */
interface FileMachines extends FoundMachines {
  readonly path: string
}

/**
 * The machines of everything below a folder, in the order of their paths. A file that looks as if it held machines and
 * cannot be read becomes a problem. An ASL file that a template refers to, or a
 * Terraform module that another calls, is told once, as the machine of the template or caller. Where two
 * machines have one name, that of their file goes before it. Throws UserError if there is none at all.
 */
export function folderMachines(folder: string, options: LoadOptions): FoundMachines {
  const files = withoutReferred(findSources(folder).map((source) => readSource(source, folder, options)))
  const machines = unambiguous(files, folder, ({ machines }) => machines)
  const problems = unambiguous(files, folder, ({ problems }) => problems)
  if (machines.length + problems.length > 0) return { machines, problems }
  const what = 'no state machine found below this folder'
  const expected = 'expected an ASL file (*.asl.json, *.asl.yaml), a template or a Serverless, Terraform or Pulumi file'
  throw new UserError('definition', what, { at: { file: folder }, hint: expected })
}

function readSource(source: Source, folder: string, options: LoadOptions): FileMachines {
  const { path } = source
  try {
    if (source.kind === 'assembly') return { path, ...assemblyMachines(path, options) }
    const found = textMachines(source.read(), path, options)
    if (found) noteRead(path)
    return { path, ...(found ?? { machines: [], problems: [] }) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const declaredAt = { file: path, line: 1, column: 1 }
    const problem: MachineProblem = { name: relative(folder, path), declaredAt, error }
    return { path, machines: [], problems: [problem] }
  }
}

/** Without the ASL files of which a template makes its machines, and the Terraform modules that another one calls. */
function withoutReferred(files: readonly FileMachines[]): readonly FileMachines[] {
  const referred = new Set<string>()
  for (const { path, machines } of files) {
    for (const { locate, declaredAt } of machines) {
      for (const file of [declaredAt.file, locate('/States')?.file]) {
        if (file !== undefined && join(file) !== join(path)) referred.add(join(file))
      }
    }
  }
  return files.filter(({ path }) => !referred.has(join(path)))
}

/** The machines or problems of all files, each with a name of its own. */
function unambiguous<T extends MachineSource | MachineProblem>(
  files: readonly FileMachines[],
  folder: string,
  of: (file: FileMachines) => readonly T[],
): readonly T[] {
  const counts = new Map<string, number>()
  for (const { machines, problems } of files) {
    for (const { name } of [...machines, ...problems]) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return files.flatMap((file) =>
    of(file).map((item) => {
      if (counts.get(item.name) === 1) return item
      return { ...item, name: `${relative(folder, file.path)}/${item.name}` }
    }),
  )
}
