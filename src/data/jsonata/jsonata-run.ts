import type { Json, JsonObject, JsonObjectBuilder } from '../../asl/json.js'
import { readVariable, type Scope } from '../scope.js'
import { Budget } from './evaluation-limits.js'

/** One evaluation of an expression: what it may read, and what it has used up. */
export class JsonataRun extends Budget {
  readonly scope: Scope
  readonly #functions: ReadonlyMap<string, unknown>
  #states: JsonObject | undefined

  constructor(scope: Scope, functions: ReadonlyMap<string, unknown>) {
    super()
    this.scope = scope
    this.#functions = functions
  }

  /** `$states` as a whole. Reading one field of it goes through `statesField`, which spares making the context. */
  get states(): JsonObject {
    this.#states ??= this.#makeStates()
    return this.#states
  }

  statesField(name: string): Json | undefined {
    switch (name) {
      case 'input':
        return this.scope.input
      case 'context':
        return this.scope.context()
      case 'result':
        return this.scope.result
      case 'errorOutput':
        return this.scope.errorOutput
      default:
        return undefined
    }
  }

  /** A variable that the expression itself does not bind: `$states`, one of the machine's, or a function. */
  global(name: string): unknown {
    if (name === 'states') return this.states
    const value = readVariable(this.scope.variables, name)
    return value === undefined ? this.#functions.get(name) : value
  }

  #makeStates(): JsonObject {
    const states: JsonObjectBuilder = { input: this.scope.input, context: this.scope.context() }
    if (this.scope.result !== undefined) states['result'] = this.scope.result
    if (this.scope.errorOutput !== undefined) states['errorOutput'] = this.scope.errorOutput
    return states
  }
}
