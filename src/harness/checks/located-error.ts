import { checkDefinition } from '../../asl/check.js'
import { isObject } from '../../asl/json.js'
import type { SourcePosition } from '../../asl/positions.js'
import type { Problem } from '../../asl/problem.js'
import { UserError } from '../../asl/user-error.js'
import { DefinitionError, compileMachine } from '../../engine/compile/compile-machine.js'
import type { Program } from '../../engine/program.js'
import type { MachineSource } from '../../iac/machine-source.js'
import { insteadOfIntegration } from '../../services/instead-of-integration.js'
import { expressionProblems } from './expression-problems.js'

/** Where a problem stands in the source: the precise place if it is known, else the nearest part around it. */
export function locateProblem(source: MachineSource, problem: Problem): SourcePosition {
  for (let at = problem.focus ?? problem.pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const position = source.locate(at)
    if (position) return position
  }
  return source.locate('') ?? source.declaredAt
}

/** One line for a problem: `CODE: message (at /States/A)`. */
function problemText({ code, message, pointer }: Problem): string {
  // Some of AWS's texts begin with their code.
  const told = message.startsWith(`${code}: `) ? message : `${code}: ${message}`
  return `${told} (at ${pointer || '/'})`
}

/** Compiles a loaded definition; its first error is told with its place in the source, and how many more there are. */
export function compileLocated(source: MachineSource): Program {
  try {
    return compileMachine(source.definition, { type: source.type, insteadOfIntegration })
  } catch (error) {
    if (!(error instanceof DefinitionError)) throw error
    const [first, ...more] = exactly(source, error.problems)
    if (!first) throw error
    const rest = more.length === 0 ? '' : ` and ${more.length} more: aslx validate ${source.file} lists them`
    const at = { ...locateProblem(source, first), pointer: first.pointer }
    throw new UserError('definition', `${problemText(first)}${rest}`, { at })
  }
}

/** Compiling knows only the state of an expression that it refuses. */
function exactly({ definition, type }: MachineSource, problems: readonly Problem[]): readonly Problem[] {
  const isSound = checkDefinition(definition, { type, insteadOfIntegration }).every(
    ({ severity }) => severity !== 'error',
  )
  return isSound && isObject(definition) ? expressionProblems(definition, type) : problems
}
