import type { Problem } from '../../../asl/problem.js'
import type { FindingClass, Place, FindingSeverity } from '../finding.js'
import { type MachineFacts, stateAround } from '../machine-facts.js'
import { placeOfState } from '../place-of-state.js'
import type { Rule } from '../rule.js'
import { detailsOf } from '../words.js'

/** A rule whose findings a check of the definition makes: nothing is run. `concerns`: which of the check's problems are its own. */
export function problemRule(
  row: {
    readonly id: string
    readonly class: FindingClass
    readonly title: string
    readonly severity: FindingSeverity
    readonly why: string
    readonly write: string
  },
  problemsOf: (facts: MachineFacts) => readonly Problem[],
  concerns: (problem: Problem) => boolean = () => true,
): Rule {
  return {
    ...row,
    begin: (facts) => ({
      places: () =>
        problemsOf(facts)
          .filter(concerns)
          .map((problem) => placeOfProblem(facts, problem, row.severity)),
    }),
    tell: detailsOf,
  }
}

/** A problem of no state, such as a StartAt that names none, is the machine's own. */
function placeOfProblem(facts: MachineFacts, { pointer, message, hint }: Problem, severity: FindingSeverity): Place {
  const at = stateAround(facts, pointer) ?? { state: facts.machine.name, pointer }
  return placeOfState(at, severity, hint === undefined ? message : `${message}; ${hint}`)
}
