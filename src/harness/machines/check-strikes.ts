import { UserError } from '../../asl/user-error.js'
import type { Fault } from '../../faults/fault.js'
import { whyNowhere } from '../../faults/planned-sites.js'
import type { Session } from '../sessions/members.js'
import { type Log, linksOf, stateOf } from '../sessions/call-log.js'
import type { Rules } from '../answering/rules.js'
import type { Scenario } from '../scenarios/scenario.js'
import { functionOf } from '../answering/strikes.js'
import type { World } from '../sessions/world.js'

/**
 * UserError if faults were asked for and none of them struck: such a test would pass for nothing. The faults of a machine
 * that a Task starts must strike in one of its executions.
 */
export function checkStrikes(session: Session): void {
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

/** The same for faults that a redrive has brought: they must strike after it. Those of a replay may have struck before. */
export function checkStrikesSince(before: Session, { world }: Session, { faults = [], replay }: Scenario): void {
  if (faults.length === 0 || replay) return
  checkCalls(world.rules, linksOf(world.log).slice(linksOf(before.world.log).length))
}

/** Executions of one machine, under one scenario. */
function checkWorlds(executions: readonly [World, ...World[]]): void {
  checkCalls(
    executions[0].rules,
    executions.flatMap(({ log }) => linksOf(log)),
  )
}

function checkCalls(rules: Rules, log: readonly Log[]): void {
  const { plan, strikes, machineName } = rules
  if (plan.length === 0 && strikes.length === 0) return
  if (log.some((link) => 'entry' in link && link.entry.struck)) return
  const asked = plan.length > 0 ? plan.map((fault) => whyUnstruck(fault, rules)) : strikes.map((strike) => strike.state)
  const called = [...new Set(log.map(stateOf))]
  throw new UserError(
    'usage',
    `no fault struck in ${machineName}: ${asked.join(', ')} never met a call it applies to (tasks called: ${called.join(', ') || 'none'})`,
  )
}

/** The fault as asked for, and why it can strike nowhere at all, if that is so. */
function whyUnstruck(fault: Fault, { targets, functions, seed }: Rules): string {
  const why = whyNowhere(fault, targets.values(), (target) => functionOf(functions, target.resource, target.definition))
  if (why !== undefined) return `${String(fault)} (${why})`
  return fault.conditions.chance === undefined ? String(fault) : `${String(fault)} (with seed ${seed})`
}
