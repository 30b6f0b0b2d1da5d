import { type CheckOptions, checkDefinition } from '../../asl/check.js'
import { type Json, pointer } from '../../asl/json.js'
import type { Problem } from '../../asl/problem.js'
import { isJsonata } from '../../asl/query-language.js'
import type { State, StateMachine } from '../../asl/types.js'
import { UserError } from '../../asl/user-error.js'
import { InvalidExpressionError } from '../../data/failure.js'
import type { Block, CompiledState, Program } from '../program.js'
import { compileState } from './compile-state.js'

/**
 * A definition that AWS would refuse, with every reason found.
 * @example
 * let mistake: unknown
 * try {
 *   compile({ StartAt: 'A', States: {} })
 * } catch (error) {
 *   mistake = error
 * }
 * mistake instanceof DefinitionError // => true
 */
export class DefinitionError extends UserError {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    const [first] = problems
    super('definition', first ? `${first.code}: ${first.message} at ${first.pointer || '/'}` : 'not a state machine')
    this.problems = problems
  }
}

/**
 * Checks and compiles a definition. Throws DefinitionError if AWS would refuse it, and UserError('unsupported') for a
 * feature that aslx does not run. The definition is shared, not copied: do not change it afterwards.
 */
export function compileMachine(definition: Json, options: CheckOptions = {}): Program {
  const problems = checkDefinition(definition, options).filter((problem) => problem.severity === 'error')
  if (problems.length > 0) throw new DefinitionError(problems)
  const machine = definition as unknown as StateMachine
  const compiler = new MachineCompiler(definition)
  const root = compiler.block(machine, '')
  if (compiler.problems.length > 0) throw new DefinitionError(compiler.problems)
  return { definition, root, timeoutSeconds: machine.TimeoutSeconds }
}

/** Compiles block after block and gathers what does not compile. */
class MachineCompiler {
  readonly problems: Problem[] = []
  readonly #definition: Json

  constructor(definition: Json) {
    this.#definition = definition
  }

  block = (machine: StateMachine, at: string): Block => {
    const states = new Map<string, CompiledState>()
    for (const [index, [name, state]] of Object.entries(machine.States).entries()) {
      const compiled = this.#state(state, name, pointer(at, 'States', name), index)
      if (compiled) states.set(name, compiled)
    }
    return { startAt: machine.StartAt, states }
  }

  #state(state: State, name: string, at: string, index: number): CompiledState | undefined {
    const jsonata = isJsonata(state, this.#definition)
    try {
      return compileState(state, { name, at, index, jsonata }, this.block)
    } catch (error) {
      if (!(error instanceof InvalidExpressionError)) throw error
      this.problems.push({ code: error.code, severity: 'error', message: error.what, pointer: at })
      return undefined
    }
  }
}
