import { UserError } from '../asl/user-error.js'
import { type World, logOf } from './world.js'

/** UserError if faults were asked for and none of them struck: such a test would pass for nothing. */
export function checkStruck(world: World): void {
  const { plan, strikes, machineName } = world.rules
  const log = logOf(world)
  if ((plan.length === 0 && strikes.length === 0) || log.some((entry) => entry.struck)) return
  const asked = plan.length > 0 ? plan.map(String) : strikes.map((strike) => strike.state)
  const called = [...new Set(log.map((entry) => entry.call.state))]
  throw new UserError(
    'usage',
    `no fault struck in ${machineName}: ${asked.join(', ')} never met a call it applies to (tasks called: ${called.join(', ') || 'none'})`,
  )
}
