import { UserError } from '../asl/user-error.js'
import type { Session } from './members.js'
import { type World, logOf } from './world.js'

/**
 * UserError if faults were asked for and none of them struck: such a test would pass for nothing. The faults of a machine
 * that a Task starts must strike in one of its executions.
 */
export function checkStruck(session: Session): void {
  checkWorlds([session.world])
  const byMachine = new Map<string, [World, ...World[]]>()
  for (const { world } of session.children) {
    const { machineName, plan } = world.rules
    if (plan.length === 0) continue
    const worlds = byMachine.get(machineName)
    if (worlds) worlds.push(world)
    else byMachine.set(machineName, [world])
  }
  for (const worlds of byMachine.values()) checkWorlds(worlds)
}

/** Executions of one machine, under one scenario. */
function checkWorlds(executions: readonly [World, ...World[]]): void {
  const { plan, strikes, machineName } = executions[0].rules
  if (plan.length === 0 && strikes.length === 0) return
  const log = executions.flatMap(logOf)
  if (log.some((entry) => entry.struck)) return
  const asked = plan.length > 0 ? plan.map(String) : strikes.map((strike) => strike.state)
  const called = [...new Set(log.map((entry) => entry.call.state))]
  throw new UserError(
    'usage',
    `no fault struck in ${machineName}: ${asked.join(', ')} never met a call it applies to (tasks called: ${called.join(', ') || 'none'})`,
  )
}
