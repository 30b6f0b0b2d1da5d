import type { Json, JsonObject } from '../asl/json.js'
import type { Chance, Scope, Variables } from './scope.js'

/** The part of a scope that is the same for every expression of one state visit. */
export interface ScopeSources {
  context(): JsonObject
  readonly variables: Variables
  readonly nowMs: number
  readonly chance: Chance
}

/** A scope over the sources of a visit; only `$`, the result and the error output differ between expressions. */
export class EvaluationScope implements Scope {
  readonly input: Json
  readonly result: Json | undefined
  readonly errorOutput: Json | undefined
  readonly #sources: ScopeSources

  constructor(sources: ScopeSources, input: Json, result?: Json, errorOutput?: Json) {
    this.#sources = sources
    this.input = input
    this.result = result
    this.errorOutput = errorOutput
  }

  get variables(): Variables {
    return this.#sources.variables
  }
  get nowMs(): number {
    return this.#sources.nowMs
  }
  get chance(): Chance {
    return this.#sources.chance
  }
  context(): JsonObject {
    return this.#sources.context()
  }
}
