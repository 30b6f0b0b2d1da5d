import type { Json, JsonObject } from '../asl/json.js'
import type { ScopeSources } from './evaluation-scope.js'
import type { QueryFailure } from './failure.js'

export type Flowed = Json | QueryFailure

/** What a state hands on: its output, and the variables it assigns (undefined when it assigns none). */
export interface Handover {
  readonly output: Json
  readonly assigned: JsonObject | undefined
}

/**
 * How data goes through a state, compiled once, the same for both query languages.
 * JSONPath: raw input -> InputPath -> Parameters -> work -> ResultSelector -> ResultPath -> OutputPath.
 * JSONata: input -> Arguments -> work -> Output. `Assign` is evaluated beside the output.
 */
export interface Flow {
  /** The effective input (`$`, `$states.input`) from the raw input. */
  effectiveInput(rawInput: Json, sources: ScopeSources): Flowed
  /** What the work is given: Parameters or Arguments; the effective input if the state has neither. */
  payload(effectiveInput: Json, sources: ScopeSources): Flowed
  /** Output and variables after success. `result` is the raw result of the work. */
  handover(rawInput: Json, effectiveInput: Json, result: Json, sources: ScopeSources): Handover | QueryFailure
}

/** How a catcher places its Error Output. */
export interface CatchFlow {
  handover(
    rawInput: Json,
    effectiveInput: Json,
    errorOutput: JsonObject,
    sources: ScopeSources,
  ): Handover | QueryFailure
}

/** `Assign` and `Output` that belong to one rule of a JSONata Choice, or the `Assign` of a JSONPath one. */
export interface FlowFields {
  readonly Assign?: JsonObject
  readonly Output?: Json
}
