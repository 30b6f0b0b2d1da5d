import { dirname, join, relative } from 'node:path'
import { isAssembly } from '../iac/cdk/assembly.js'
import type { LoadOptions } from '../iac/found-machines.js'
import { findMachines } from '../iac/load-machine-source.js'
import type { MachineSource } from '../iac/machine-source.js'

/** A file or folder with machines, as `aslx init` writes it into a configuration. */
export interface InitSource {
  /** From the folder of the configuration. */
  readonly path: string
  readonly machines: readonly MachineSource[]
  /** Whether a tool writes it anew, so that nothing is kept beside it. */
  readonly isGenerated: boolean
}

/** The sources below a folder: a machine of CDK counts to its `cdk.out`. UserError where no machine can be read. */
export function initSources(folder: string, options: LoadOptions = {}): readonly InitSource[] {
  const { machines, problems } = findMachines(folder, options)
  const [problem] = problems
  if (machines.length === 0 && problem) throw problem.error
  const paths = new Set(machines.map(({ file }) => assemblyOf(file, folder) ?? file))
  return [...paths].map((path) => ({
    path: relative(folder, path),
    machines: findMachines(path, options).machines,
    isGenerated: assemblyOf(join(path, 'x'), folder) !== undefined,
  }))
}

/** The outermost cloud assembly around a file, below the folder. */
function assemblyOf(file: string, folder: string): string | undefined {
  let found: string | undefined
  for (let here = dirname(file); here.length >= folder.length && here !== dirname(here); here = dirname(here)) {
    if (isAssembly(here)) found = here
  }
  return found
}
