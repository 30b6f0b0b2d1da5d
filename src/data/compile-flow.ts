import type { Catcher, State } from '../asl/types.js'
import type { CatchFlow, Flow } from './flow.js'
import { compileJsonataCatchFlow, compileJsonataFlow } from './flow-jsonata.js'
import { compileJsonPathCatchFlow, compileJsonPathFlow } from './flow-jsonpath.js'

/** The data flow of a state in its query language. Throws InvalidExpressionError for an expression that does not compile. */
export function compileFlow(state: State, jsonata: boolean): Flow {
  return jsonata ? compileJsonataFlow(state) : compileJsonPathFlow(state)
}

/** The data flow of the catcher at `index` of a state's Catch. */
export function compileCatchFlow(catcher: Catcher, index: number, jsonata: boolean): CatchFlow {
  return jsonata ? compileJsonataCatchFlow(catcher, `Catch[${index}]`) : compileJsonPathCatchFlow(catcher)
}
