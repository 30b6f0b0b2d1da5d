import type { FunctionFacts } from '../asl/function-facts.js'
import { conditionsHold } from './conditions.js'
import { definitionAt, type FaultDefinition, strikePoint } from './fault-definition.js'
import type { FaultSpec } from './fault-spec.js'
import type { FaultTarget } from './fault-target.js'
import type { Call } from '../engine/ports.js'
import { matchesResource } from './resource-pattern.js'
import { matchesSite } from './site.js'
import { isEveryState } from './state-pattern.js'

/** What a selector needs to know of a call besides the call itself. */
export interface SelectorContext {
  readonly target: FaultTarget
  /** The function behind the call, if it is known. */
  readonly function?: FunctionFacts
  /** Virtual time since the execution's start. */
  readonly sinceStartMs: number
}

/** Whether a fault asks for a state or a function by name, so that its `insideFunction` counts too. */
export function namesPlace({ site, conditions: { on } }: FaultSpec): boolean {
  return !isEveryState(site.state) || (on?.by === 'fn' && !isEveryState(on.name))
}

/**
 * The row that tells what the fault does to this call, or undefined if it does not strike it. Whether chance and count
 * (`nth`) let it is a matter of the plan.
 */
export function definitionForCall(fault: FaultSpec, call: Call, place: SelectorContext): FaultDefinition | undefined {
  const { definition, site, conditions } = fault
  if (!matchesSite(site, call)) return undefined
  const found = definitionAt(definition, place.target, namesPlace(fault))
  if (found === undefined || strikePoint(found) !== call.purpose) return undefined
  const { on } = conditions
  if (on && !matchesResource(on, call, place.function)) return undefined
  return conditionsHold(conditions, call, place.sinceStartMs) ? found : undefined
}
