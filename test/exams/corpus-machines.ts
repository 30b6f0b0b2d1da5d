import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Machine, machineFromSource } from '../../src/harness/machines/machine.js'
import { findMachines } from '../../src/iac/load-machine-source.js'
import type { MachineSource } from '../../src/iac/machine-source.js'

/** A machine of a corpus of templates that AWS would take. */
export interface CorpusMachine {
  /** `<entry>#<machine>`. */
  readonly id: string
  readonly source: MachineSource
  readonly machine: Machine
  /** The template. */
  readonly path: string
}

interface Entry {
  readonly id: string
  readonly main: string
}

/** The machines of the templates that `index.json` of a folder names; undefined where there is none. Without a folder the shared ones. */
export function corpusMachines(dir = sharedTemplates(), only = ''): readonly CorpusMachine[] | undefined {
  const index = join(dir, 'index.json')
  if (!existsSync(index)) {
    console.error(`no corpus: ${dir} has no index.json; name one with --dir`)
    return undefined
  }
  const entries = JSON.parse(readFileSync(index, 'utf8')) as readonly Entry[]
  return entries
    .filter(({ id }) => id.includes(only))
    .flatMap(({ id, main }) =>
      machinesIn(join(dir, id, main)).map((one) => ({ ...one, id: `${id}#${one.source.name}` })),
    )
}

function sharedTemplates(): string {
  return join(process.env['ASLX_SHARED'] ?? resolve(import.meta.dirname, '../../../shared'), 'iac')
}

/** Machines that cannot be loaded or that AWS would refuse are left out. */
export function machinesIn(
  path: string,
  parameters: Readonly<Record<string, string>> = {},
): readonly Omit<CorpusMachine, 'id'>[] {
  try {
    return findMachines(path, { parameters }).machines.flatMap((source) => {
      try {
        return [{ source, machine: machineFromSource(source), path }]
      } catch {
        return []
      }
    })
  } catch {
    return []
  }
}

/** The value in the middle; of two the larger. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
