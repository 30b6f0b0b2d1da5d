import type { Problem } from '../../../asl/problem.js'
import type { FindingClass, Place, FindingSeverity } from '../finding.js'
import { type MachineFacts, stateAround } from '../machine-facts.js'
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
function placeOfProblem(facts: MachineFacts, problem: Problem, severity: FindingSeverity): Place {
  const { state, pointer } = stateAround(facts, problem.pointer) ?? {
    state: facts.machine.name,
    pointer: problem.pointer,
  }
  const { message, hint } = problem
  const detail = hint === undefined ? message : `${message}; ${hint}`
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
  }
}
