import type { Observation } from '../exploration/observation.js'
import type { FindingClass, Place, FindingSeverity } from './finding.js'
import type { MachineFacts } from './machine-facts.js'

/** A rule that looks for one kind of thing to mend. */
export interface Rule {
  /**
   * `ASLX101` and so on. 1xx: is an error handled, and rightly; 2xx: how long and how often; 3xx: what is done, lost or hidden; 4xx:
   * limits, names and form.
   */
  readonly id: string
  readonly class: FindingClass
  readonly title: string
  /** What a finding of this rule is where nothing else is said; a place may be less or more. */
  readonly severity: FindingSeverity
  /** Why it matters, one to three sentences. */
  readonly why: string
  /** What to write to mend it, in general. */
  readonly write: string
  /** Rules of one family tell of a state once, under the rule that leads there. */
  readonly family?: string
  /** Ids of rules that say more where they say anything: this one is then only worth knowing. */
  readonly yieldsTo?: readonly string[]
  readonly begin: (facts: MachineFacts) => RuleRun
  /** The message of places that were folded into one finding, one or two sentences. */
  readonly tell: (places: readonly Place[]) => string
}

/** A rule at one machine. */
export interface RuleRun {
  /** Hears every scenario; absent for a rule that only reads the definition. */
  readonly see?: (observation: Observation) => void
  /** What it found, in any order. */
  readonly places: () => readonly Place[]
}
