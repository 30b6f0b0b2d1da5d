import { fillSubstitutions } from '../../asl/fields/fill-substitutions.js'
import type { SourcePosition } from '../../asl/positions.js'
import type { Problem } from '../../asl/problem.js'
import { schemaProblems } from '../../asl/schema-problems.js'
import type { MachineSource } from '../../iac/machine-source.js'
import { deadNames, THROTTLE_ADVICE } from './dead-names.js'
import { definitionProblems, hasErrors } from './definition-problems.js'
import { durableFunctionProblems } from './durable-functions.js'
import { duplicateMembers } from './duplicate-members.js'
import { locateProblem } from './located-error.js'

/** A problem and where it stands in the source. */
export interface LocatedProblem extends Problem {
  readonly at: SourcePosition
}

/**
 * Everything wrong with a loaded machine, in source order: our own checks, the expressions, and what the schemas of asl-validator say
 * of a definition in which these found no error.
 */
export function problemsOf(source: MachineSource): readonly LocatedProblem[] {
  const { definition, type } = source
  const found = definitionProblems(definition, type, fillSubstitutions)
  const schema = hasErrors(found)
    ? []
    : [...duplicateMembers(definition), ...schemaProblems(fillSubstitutions(definition))]
  return located(source, [...found, ...schema, ...deadNames(definition, type), ...durableFunctionProblems(source)])
}

/** Names in Retry and Catch of Tasks that do not do what their author meant, in source order; advice is left out. */
export function deadNameProblems(source: MachineSource): readonly LocatedProblem[] {
  const found = deadNames(source.definition, source.type)
  return located(
    source,
    found.filter(({ code }) => code !== THROTTLE_ADVICE),
  )
}

function located(source: MachineSource, problems: readonly Problem[]): readonly LocatedProblem[] {
  return problems
    .map((problem) => ({ ...problem, at: locateProblem(source, problem) }))
    .sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
}
