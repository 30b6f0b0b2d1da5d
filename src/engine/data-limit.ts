import { QueryFailure } from '../data/failure.js'
import type { Handover } from '../data/flow.js'
import { exceeds } from '../data/json-text.js'
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
 * Why a state may not hand on so much: its output, or all that it assigns, is over the limit. That Assign fails with the
 * error of an output is an assumption; that each has this limit is documented.
 */
export function oversizeOf(draft: Draft, strand: Strand, { output, assigned }: Handover): QueryFailure | undefined {
  const { payloadBytes } = draft.base.settings.limits
  const tooLarge =
    (output !== strand.input && exceeds(output, payloadBytes)) ||
    (assigned !== undefined && exceeds(assigned, payloadBytes))
  return tooLarge ? dataLimitExceeded(strand.state.name) : undefined
}
