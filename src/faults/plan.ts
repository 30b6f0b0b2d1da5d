import { UserError } from '../asl/user-error.js'
import type { Call } from '../engine/ports.js'
import type { Placement } from './conditions.js'
import { Fault } from './fault.js'
import type { FaultContext } from './fault-context.js'
import { type FaultDefinition, strikePoint } from './fault-definition.js'
import type { FaultArguments } from './fault-parameters.js'
import { type Rendered, renderFault } from './render.js'
import { runtimeFamily } from './runtime.js'
import { type ResolvedStrike, coversAttempt } from './scenario-string.js'
import { resolveStrikeName } from './strike-name.js'
import { type SelectorContext, definitionForCall } from './strike-selection.js'

/** The faults of a run, in order of precedence: the first that strikes a call decides. */
export type FaultPlan = readonly Fault[]

/** What a plan needs to know of a call besides the call itself. */
export interface Circumstances extends SelectorContext {
  /** A draw in [0, 1) that is the same for the same call, purpose and seed. */
  readonly chance: (purpose: string) => number
  /** How many earlier calls each fault of the plan has counted; see `countedCalls`. Default: none. */
  readonly counts?: CallCounts
}

/** How many calls each fault of a plan that asks for the n-th call has seen, by its place in the plan. */
export type CallCounts = readonly number[]

/** A fault that struck one attempt. */
export interface Strike {
  /** As asked for, to count which faults of a plan struck at all. */
  readonly fault: Fault
  /** The row that tells what happened: the fault's own, or its `insideFunction`. */
  readonly definition: FaultDefinition
  readonly rendered: Rendered
  /** What the rendering was made from; a changed answer is made from it, too. */
  readonly context: FaultContext
  /** `after`: the callee does its work, and then the error takes the place of its answer. */
  readonly placement: Placement
  /** Virtual ms from the call until the error is there, or that the answer comes later by. */
  readonly afterMs: number
  /** Of a strike of a scenario string that strikes every later attempt, too: the visit from which on. */
  readonly persistsFrom?: number
}

/** What the plan does to this call, or undefined if it leaves it alone. */
export function planStrike(plan: FaultPlan, call: Call, about: Circumstances): Strike | undefined {
  for (const [i, fault] of plan.entries()) {
    const definition = definitionForCall(fault, call, about)
    if (definition === undefined) continue
    const { chance, nth, placement } = fault.conditions
    if (nth !== undefined && (about.counts?.[i] ?? 0) !== nth - 1) continue
    if (chance !== undefined && about.chance(`fault ${String(fault)}`) >= chance) continue
    return struckBy(fault, { definition, args: fault.args }, placement, call, about)
  }
  return undefined
}

/** The counts with this call in them; the same ones if no fault of the plan counts it. */
export function countedCalls(plan: FaultPlan, call: Call, about: Circumstances): CallCounts {
  const before = about.counts ?? []
  let counts: number[] | undefined
  for (const [i, fault] of plan.entries()) {
    if (fault.conditions.nth === undefined || definitionForCall(fault, call, about) === undefined) continue
    counts ??= plan.map((_, other) => before[other] ?? 0)
    counts[i] = (before[i] ?? 0) + 1
  }
  return counts ?? before
}

/** Whether anything in the plan depends on how many calls came before. */
export function countsCalls(plan: FaultPlan): boolean {
  return plan.some(({ conditions }) => conditions.nth !== undefined)
}

/** The same for the strikes of a scenario string; UserError if a strike's name means nothing for the call. */
export function replayStrike(strikes: readonly ResolvedStrike[], call: Call, about: Circumstances): Strike | undefined {
  for (const strike of strikes) {
    if (!coversAttempt(strike, call)) continue
    const named = resolveStrikeName(strike, about.target, runtimeFamily(about.function?.runtime))
    if (named === undefined) {
      throw new UserError(
        'usage',
        `no fault of the catalogue gives "${strike.name}" at ${call.state} (${call.resource.arn})`,
      )
    }
    if (strikePoint(named.definition) !== call.purpose) continue
    const conditions = strike.placement === undefined ? {} : { placement: strike.placement }
    const fault = new Fault({ ...named, site: { state: strike.state }, conditions })
    const struck = struckBy(fault, named, strike.placement, call, about)
    return strike.persists ? { ...struck, persistsFrom: strike.visit } : struck
  }
  return undefined
}

/** Where a fault's error comes if nobody says otherwise. */
export function ownPlacement({ sideEffect }: FaultDefinition): Placement {
  return sideEffect === 'happened' ? 'after' : 'before'
}

function struckBy(
  fault: Fault,
  { definition, args }: { readonly definition: FaultDefinition; readonly args: FaultArguments },
  placement: Placement | undefined,
  call: Call,
  { target, function: called }: Circumstances,
): Strike {
  const context = { target, call, args, ...(called !== undefined && { function: called }) }
  const rendered = renderFault(definition, context)
  const afterMs = definition.delayMs?.(context) ?? 0
  return { fault, definition, rendered, context, placement: placement ?? ownPlacement(definition), afterMs }
}
