import type { Json } from '../asl/json.js'
import { LIMITS } from '../asl/limits.js'
import { QueryFailure } from '../data/failure.js'
import type { Handover } from '../data/flow.js'
import { exceeds } from '../data/json-text.js'
import { assign, variablesBytes } from '../data/scope.js'
import type { Draft } from './draft.js'
import type { Strand } from './execution.js'

/** Recorded wording; `name` is a state, an ARN or a service, whichever gave the result. */
export function dataLimitExceeded(name: string): QueryFailure {
  return new QueryFailure(
    'States.DataLimitExceeded',
    `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  )
}

/**
 * Why a state may not send so much to a service, its branches or its items: what Parameters, Arguments or an ItemSelector
 * make. The wording is from production. Undefined for what is small enough, and for the state's input, which was measured.
 */
export function oversizeParameters(draft: Draft, strand: Strand, parameters: Json): QueryFailure | undefined {
  const { payloadBytes } = draft.base.settings.limits
  if (parameters === strand.effectiveInput || !exceeds(parameters, payloadBytes)) return undefined
  return new QueryFailure(
    'States.DataLimitExceeded',
    `The state/task '${strand.state.name}' provided parameters with a size exceeding the maximum number of bytes service limit.`,
  )
}

/**
 * Why a state may not hand on so much: its output, all that it assigns, or all variables that it can see then are over the
 * limit. That Assign fails with the error of an output is an assumption; that there are these limits is documented.
 */
export function oversizeOf(draft: Draft, strand: Strand, { output, assigned }: Handover): QueryFailure | undefined {
  const { payloadBytes } = draft.base.settings.limits
  const tooLarge =
    (output !== strand.input && exceeds(output, payloadBytes)) ||
    (assigned !== undefined &&
      (exceeds(assigned, payloadBytes) ||
        variablesBytes(assign(strand.variables, assigned)) > LIMITS.executionVariablesBytes.value))
  return tooLarge ? dataLimitExceeded(strand.state.name) : undefined
}
