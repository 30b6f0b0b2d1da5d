import { UserError } from '../asl/user-error.js'
import type { AslError, Call } from '../engine/ports.js'
import { definitionForCall, Fault } from './fault.js'
import type { FaultDefinition } from './fault-definition.js'
import { functionTimeoutSeconds, renderFault, type CalledFunction } from './render.js'
import { runtimeFamily } from './runtime.js'
import { siteOfStrike, type ResolvedStrike } from './scenario-string.js'
import { matchesSite } from './site.js'
import { resolveStrikeName } from './strike-name.js'

/** The faults of a run, in order of precedence: the first that strikes a call decides. */
export type FaultPlan = readonly Fault[]

/** A fault that struck one attempt. */
export interface Strike {
  /** As asked for, to count which faults of a plan struck at all. */
  readonly fault: Fault
  /** The row that tells what happened: the fault's own, or its `insideFunction`. */
  readonly definition: FaultDefinition
  readonly outcome: AslError | 'hang'
  /** Virtual ms from the call until the error shows. */
  readonly afterMs: number
}

/** What the plan does to this call, or undefined if it leaves it alone. `called`: the function behind it, if it is known. */
export function planStrike(plan: FaultPlan, call: Call, called?: CalledFunction): Strike | undefined {
  for (const fault of plan) {
    const definition = definitionForCall(fault, call)
    if (definition !== undefined) return struckBy(fault, definition, call, called)
  }
  return undefined
}

/** The same for the strikes of a scenario string; UserError if a strike's name means nothing for the call. */
export function replayStrike(
  strikes: readonly ResolvedStrike[],
  call: Call,
  called?: CalledFunction,
): Strike | undefined {
  for (const strike of strikes) {
    const site = siteOfStrike(strike)
    if (!matchesSite(site, call) || strike.items.length !== call.items.length) continue
    const definition = resolveStrikeName(strike.name, call.resource, runtimeFamily(called?.runtime))
    if (definition === undefined) {
      throw new UserError(
        'usage',
        `no fault of the catalogue gives "${strike.name}" at ${call.state} (${call.resource.arn})`,
      )
    }
    return struckBy(new Fault(definition, site), definition, call, called)
  }
  return undefined
}

function struckBy(fault: Fault, definition: FaultDefinition, call: Call, called: CalledFunction | undefined): Strike {
  const { resource, requestId } = call
  const outcome = renderFault(definition, { resource, requestId, ...(called !== undefined && { function: called }) })
  const afterMs = definition.shows === 'at-function-timeout' ? functionTimeoutSeconds(called) * 1000 : 0
  return { fault, definition, outcome, afterMs }
}
