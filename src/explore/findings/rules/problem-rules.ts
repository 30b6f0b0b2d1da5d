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
          .flatMap((problem) => placeOfProblem(facts, problem, row.severity)),
    }),
    tell: detailsOf,
  }
}

function placeOfProblem(facts: MachineFacts, problem: Problem, severity: FindingSeverity): readonly Place[] {
  const state = stateAround(facts, problem.pointer)
  if (!state) return []
  const { message, hint } = problem
  const detail = hint === undefined ? message : `${message}; ${hint}`
  return [
    {
      state: state.state,
      pointer: state.pointer,
      severity,
      errors: [],
      kinds: [],
      proof: undefined,
      foldKey: detail,
      leftBehind: [],
      detail,
    },
  ]
}
