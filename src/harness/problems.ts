import { checkDefinition } from '../asl/check.js'
import type { SourcePosition } from '../asl/positions.js'
import type { Problem } from '../asl/problem.js'
import { validateWithAslValidator } from '../asl/validate.js'
import { DefinitionError, compile } from '../engine/compile/machine.js'
import { UserError } from '../asl/user-error.js'
import type { MachineSource } from '../iac/machine-source.js'
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
  const checked = checkDefinition(source.definition, { type: source.type })
  const hasErrors = checked.some(({ severity }) => severity === 'error')
  const expressions = hasErrors ? [] : expressionProblems(source)
  const schema = hasErrors || expressions.length > 0 ? [] : validateWithAslValidator(source.definition)
  const located = [...checked, ...expressions, ...schema].map((problem) => ({
    ...problem,
    at: locateProblem(source, problem),
  }))
  return located.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
}

/** Paths, intrinsic calls and JSONata expressions are only looked at when a machine is compiled. */
function expressionProblems(source: MachineSource): readonly Problem[] {
  try {
    compile(source.definition, { type: source.type })
    return []
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems
    if (error instanceof UserError && error.kind === 'unsupported') return []
    throw error
  }
}
