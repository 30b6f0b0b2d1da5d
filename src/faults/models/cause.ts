import type { Call } from '../../engine/ports.js'
import { catalogue } from '../catalogue.js'
import { namedErrorFault } from '../catalogue/generic.js'
import { Fault } from '../fault.js'
import { definitionAt, strikePoint } from '../fault-definition.js'
import { NO_ARGUMENTS } from '../fault-parameters.js'
import { EVERYWHERE, NO_CONDITIONS } from '../fault-spec.js'
import { parseKind } from '../fault-text.js'
import { type Circumstances, ownPlacement, type Strike } from '../plan.js'
import { renderFault } from '../render.js'
import { serviceOf } from '../resource-pattern.js'
import { serviceWords } from '../../services/service-words.js'
import type { ModelStrike } from './model.js'

/** What a model may say of its strike besides the fault. */
export type StrikeDetails = Omit<ModelStrike, 'definition' | 'args'>

/** The first of these faults that can strike the call; undefined if none can. Faults that the catalogue lacks are passed over. */
export function firstFault(
  faults: readonly string[],
  call: Call,
  { target }: Circumstances,
  details: StrikeDetails = {},
): ModelStrike | undefined {
  for (const fault of faults) {
    const id = /^[^(]*/.exec(fault)?.[0]
    if (!catalogue.some((row) => row.id === id || row.aliases.some((alias) => alias === id))) continue
    const { definition, args } = parseKind(fault)
    const found = definitionAt(definition, target, true)
    if (found && strikePoint(found) === call.purpose) return { definition: found, args, ...details }
  }
  return undefined
}

/** Nothing of a service can be reached: what the SDK prints when a host has no address (recorded for SQS). */
export function serviceUnreachable(call: Call): ModelStrike | undefined {
  const words = serviceWords(call.resource)
  if (!words || call.purpose !== 'task') return undefined
  const host = `${serviceOf(call.resource)}.us-east-1.amazonaws.com`
  const cause = `Unable to execute HTTP request: ${host}: Name or service not known`
  return { definition: namedErrorFault, args: { name: `${words.prefix}.SdkClientException`, cause } }
}

/** What a model's strike comes to at this call, in the shape of a plan's. */
export function strikeOfModel(strike: ModelStrike, call: Call, { target, function: known }: Circumstances): Strike {
  const { definition, args = NO_ARGUMENTS, function: called = known } = strike
  const context = { target, call, args, ...(called && { function: called }) }
  return {
    fault: new Fault({ definition, args, site: EVERYWHERE, conditions: NO_CONDITIONS }),
    definition,
    rendered: renderFault(definition, context),
    context,
    placement: strike.placement ?? ownPlacement(definition),
    afterMs: strike.afterMs ?? definition.delayMs?.(context) ?? 0,
  }
}
