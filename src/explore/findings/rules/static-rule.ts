import type { Place, FindingClass, FindingSeverity } from '../finding.js'
import type { MachineFacts, StateFacts } from '../machine-facts.js'
import { placeOfState } from '../place-of-state.js'
import type { Rule } from '../rule.js'
import { detailsOf } from '../words.js'

/** What a rule sees at a state that it reads, and does not run. */
export interface StateRemark {
  readonly detail: string
  /** Default: that of the rule. */
  readonly severity?: FindingSeverity
  readonly more?: Partial<Place>
}

/** A rule that reads one state after the other. `remarkAt`: what is wrong there; undefined where nothing is. */
export function staticRule(
  row: Pick<Rule, 'id' | 'title' | 'why' | 'write' | 'yieldsTo'> & {
    readonly class: FindingClass
    readonly severity: FindingSeverity
  },
  remarkAt: (state: StateFacts, facts: MachineFacts) => StateRemark | undefined,
): Rule {
  return {
    ...row,
    begin: (facts) => ({
      places: () =>
        [...facts.states.values()].flatMap((state) => {
          const remark = remarkAt(state, facts)
          if (!remark) return []
          return [placeOfState(state, remark.severity ?? row.severity, remark.detail, { foldKey: '', ...remark.more })]
        }),
    }),
    tell: detailsOf,
  }
}
