import type { Problem } from '../../../asl/problem.js'
import { type FindingClass, type Place, type FindingSeverity, severities } from '../finding.js'
import { type MachineFacts, stateAround } from '../machine-facts.js'
import { PlaceCollector } from '../place-collector.js'
import { placeOfState } from '../place-of-state.js'
import type { Rule } from '../rule.js'
import { detailsOf } from '../words.js'
import { MeantErrors } from './meant-errors.js'

/**
 * A rule whose findings a check of the definition makes. Where a handler does not take an error that it was meant to, a scenario shows
 * it. `concerns`: which of the check's problems are its own.
 */
export function problemRule(
  row: {
    readonly id: string
    readonly class: FindingClass
    readonly title: string
    readonly severity: FindingSeverity
    /** Where an error that was meant goes by its handler and nothing else takes it; default as `severity`. */
    readonly unhandled?: FindingSeverity
    readonly why: string
    readonly write: string
  },
  problemsOf: (facts: MachineFacts) => readonly Problem[],
  concerns: (problem: Problem) => boolean = () => true,
): Rule {
  const { unhandled: _, ...rule } = row
  return {
    ...rule,
    begin: (facts) => {
      const problems = problemsOf(facts).filter(concerns)
      const found = new PlaceCollector()
      for (const problem of problems) found.add(placeOfProblem(facts, problem, row.severity), severities.length)
      const meant = new MeantErrors(facts, problems, row)
      return {
        see: (observation) => {
          for (const { problem, severity, ...shown } of meant.shownBy(observation)) {
            found.add({ ...placeOfProblem(facts, problem, severity), ...shown }, severities.indexOf(severity))
          }
        },
        places: () => found.places(),
      }
    },
    tell: detailsOf,
  }
}

/** A problem of no state, such as a StartAt that names none, is the machine's own. */
function placeOfProblem(facts: MachineFacts, { pointer, message, hint }: Problem, severity: FindingSeverity): Place {
  const at = stateAround(facts, pointer) ?? { state: facts.machine.name, pointer }
  return placeOfState(at, severity, hint === undefined ? message : `${message}; ${hint}`)
}
