import type { Json } from '../asl/json.js'
import type { QueryFailure } from './failure.js'
import type { Scope } from './scope.js'

/** A compiled expression: reads the scope and gives JSON, or says as a value why there is none. Pure but for the scope's chance. */
export type Evaluator = (scope: Scope) => Json | QueryFailure
