import type { Place, FindingSeverity } from './finding.js'
import type { StateFacts } from './machine-facts.js'

/** The place of a state at which something is seen without running it. */
export function placeOfState(
  { state, pointer }: Pick<StateFacts, 'state' | 'pointer'>,
  severity: FindingSeverity,
  detail: string,
  more: Partial<Place> = {},
): Place {
  return {
    state,
    pointer,
    severity,
    errors: [],
    kinds: [],
    proof: undefined,
    foldKey: detail,
    leftBehind: [],
    detail,
    ...more,
  }
}
