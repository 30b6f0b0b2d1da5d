import { UserError } from '../../asl/user-error.js'
import type { LoadOptions } from '../../iac/found-machines.js'
import { type Machine, machineFromSource } from './machine.js'

/**
 * Loads a machine from a file people have: ASL (JSON, YAML), or a CloudFormation, SAM or CDK template. `file#Name` picks
 * one of several. Throws UserError, one line with file, line and what to do.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const run = await order.run({ tasks: { Charge: returns({ paid: true }), Ship: returns({ parcel: 'p-1' }) } })
 * run.output // => { parcel: 'p-1' }
 */
export async function loadMachine(spec: string, options: LoadOptions = {}): Promise<Machine> {
  checkSpec(spec)
  // Loaded now: most tests write their machine themselves, and the template readers take long to load.
  const { loadMachineSource } = await import('../../iac/load-machine-source.js')
  return machineFromSource(loadMachineSource(spec, options))
}

/** Callers without types give a definition here now and then. */
function checkSpec(spec: unknown): void {
  if (typeof spec === 'string') return
  throw new UserError('usage', 'loadMachine takes the path of a file', {
    hint: 'for a definition given as a value, call machine({ StartAt, States })',
  })
}
