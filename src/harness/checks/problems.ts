import { checkDefinition } from '../../asl/check.js'
import { isObject } from '../../asl/json.js'
import type { SourcePosition } from '../../asl/positions.js'
import type { Problem } from '../../asl/problem.js'
import { validateWithAslValidator } from '../../asl/validate.js'
import type { MachineSource } from '../../iac/machine-source.js'
import { insteadOfIntegration } from '../../services/instead-of-integration.js'
import { deadNames, THROTTLE_ADVICE } from './dead-names.js'
import { expressionProblems } from './expression-problems.js'
import { locateProblem } from './located-error.js'

/** A problem and where it stands in the source. */
export interface LocatedProblem extends Problem {
  readonly at: SourcePosition
}

/**
 * Everything wrong with a loaded machine, in source order: our own checks, the expressions, and what asl-validator says
 * of a definition in which these found no error.
 */
export function problemsOf(source: MachineSource): readonly LocatedProblem[] {
  const checked = checkDefinition(source.definition, { type: source.type, insteadOfIntegration })
  const hasErrors = checked.some(({ severity }) => severity === 'error')
  const { definition, type } = source
  const expressions = hasErrors || !isObject(definition) ? [] : expressionProblems(definition, type)
  const schema = hasErrors || expressions.length > 0 ? [] : validateWithAslValidator(source.definition)
  return located(source, [...checked, ...expressions, ...schema, ...deadNames(definition, type)])
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
