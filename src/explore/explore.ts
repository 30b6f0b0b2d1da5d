import type { Machine } from '../harness/machines/machine.js'
import type { ExploreOptions } from './explore-machine.js'
import type { MachineFindings } from './machine-findings.js'

/**
 * Finds what goes wrong in a machine: every scenario of at most k faults in every run of its branch set.
 * @example
 * const order = machine({
 *   StartAt: 'Pay',
 *   States: { Pay: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', End: true } },
 * })
 * const { findings } = await explore(order)
 * findings.some((finding) => finding.class === 'hangs') // => true
 */
export async function explore(machine: Machine, options: ExploreOptions = {}): Promise<MachineFindings> {
  // A fifth of all code, that a test without exploration does without.
  const { exploreMachine } = await import('./explore-machine.js')
  return exploreMachine(machine, options)
}
