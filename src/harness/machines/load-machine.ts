import type { LoadOptions } from '../../iac/found-machines.js'
import { type Machine, machineFromSource } from './machine.js'

/**
 * Loads a machine from a file people have: ASL (JSON, YAML), or a CloudFormation, SAM or CDK template. `file#Name` picks
 * one of several. Throws UserError, one line with file, line and what to do.
 */
export async function loadMachine(spec: string, options: LoadOptions = {}): Promise<Machine> {
  // Loaded now: most tests write their machine themselves, and the template readers take long to load.
  const { loadMachineSource } = await import('../../iac/load-machine-source.js')
  return machineFromSource(loadMachineSource(spec, options))
}
