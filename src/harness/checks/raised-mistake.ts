import type { Json } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import type { Fault } from '../../faults/fault.js'
import { faultTargets } from '../../faults/fault-target.js'
import { matchesState } from '../../faults/state-pattern.js'
import { neverRaises } from './never-raises.js'

/**
 * What is wrong with a fault that raises an error by its name, `error(S3.SlowDownException)@PutPage`: that none of the
 * resources it strikes ever fails with it. A test of it would pass for an error that never comes. Undefined if nothing is.
 */
export function raisedMistake(machineName: string, definition: Json, fault: Fault): UserError | undefined {
  const name = fault.args['name']
  const { definition: row, site, conditions } = fault
  if (row.effect.kind !== 'named-error' || typeof name !== 'string' || conditions.on) return undefined
  const nevers = faultTargets(definition, 'STANDARD')
    .filter((target) => row.appliesTo(target) && matchesState(site.state, target.name))
    .map(({ resource, name: state }) => ({ state, never: resource && neverRaises(resource, name) }))
  const [first] = nevers
  if (!first?.never || nevers.some(({ never }) => !never)) return undefined
  const { why, instead, right } = first.never
  const insist = '--force insists, in a test { force: true }'
  const details = { hint: `${instead} (${insist})`, nearest: right.length > 1 ? right[0] : undefined }
  return new UserError('usage', `${machineName}: "${first.state}" never sees ${name}: ${why}`, details)
}
