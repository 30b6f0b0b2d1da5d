import type { Json, JsonObject } from '../asl/json.js'
import type { Resource } from '../asl/resource.js'
import type { ExecutionType, StateType } from '../asl/types.js'
import type { ScopeSources } from '../data/evaluation-scope.js'
import type { Evaluator } from '../data/evaluator.js'
import type { QueryFailure } from '../data/failure.js'
import type { CatchFlow, Flow, Handover } from '../data/flow.js'
import type { WriterConfig } from '../data/items/map-results.js'
import type { NumericField } from '../data/numeric-field.js'

/** A definition compiled for execution: every path, template and rule is ready to run. Immutable; shared by all runs. */
export interface Program {
  readonly definition: Json
  readonly root: Block
  /** The machine's own TimeoutSeconds. */
  readonly timeoutSeconds: number | undefined
}

/** The states of one scope: the machine itself, a branch, or the inside of a Map. */
export interface Block {
  readonly startAt: string
  readonly states: ReadonlyMap<string, CompiledState>
}

/** A retrier with its defaults filled in. */
export interface CompiledRetrier {
  readonly errorEquals: readonly string[]
  readonly intervalSeconds: number
  readonly maxAttempts: number
  readonly backoffRate: number
  readonly maxDelaySeconds: number | undefined
  readonly fullJitter: boolean
  readonly edge: string
}

export interface CompiledCatcher {
  readonly errorEquals: readonly string[]
  readonly next: string
  readonly flow: CatchFlow
  readonly edge: string
}

/** What all states have. Event types and edges are spelled out once, here, and not at every transition. */
export interface CompiledBase {
  readonly name: string
  /** JSON Pointer from the root of the machine. */
  readonly pointer: string
  /** Position in its block, for the visit counters. */
  readonly index: number
  readonly flow: Flow
  readonly next: string | undefined
  /** Its Next or End; undefined for a state that has neither. */
  readonly nextEdge: string | undefined
  readonly retriers: readonly CompiledRetrier[]
  readonly catchers: readonly CompiledCatcher[]
}

export interface CompiledTask extends CompiledBase {
  readonly type: 'Task'
  readonly resource: Resource
  readonly timeout: NumericField
  readonly heartbeat: NumericField
  readonly credentials: Evaluator | undefined
}

export interface CompiledPass extends CompiledBase {
  readonly type: 'Pass'
  /** The literal `Result`; undefined if the state has none. */
  readonly result: Json | undefined
}

/** Where a Choice goes: what its rule or its default hands over, and the edge it takes. */
export interface CompiledRule {
  readonly test: (input: Json, sources: ScopeSources) => boolean | QueryFailure
  readonly handover: (rawInput: Json, input: Json, sources: ScopeSources) => Handover | QueryFailure
  readonly next: string
  readonly edge: string
}

export interface CompiledChoice extends CompiledBase {
  readonly type: 'Choice'
  readonly rules: readonly CompiledRule[]
  readonly defaultNext: string | undefined
}

export interface CompiledWait extends CompiledBase {
  readonly type: 'Wait'
  /** Virtual time at which the wait ends, ms since the epoch. */
  readonly until: (input: Json, sources: ScopeSources) => number | QueryFailure
}

export interface CompiledSucceed extends CompiledBase {
  readonly type: 'Succeed'
}

export interface CompiledFail extends CompiledBase {
  readonly type: 'Fail'
  readonly error: FailText
  readonly cause: FailText
}
export type FailText = (rawInput: Json, sources: ScopeSources) => string | QueryFailure | undefined

export interface CompiledParallel extends CompiledBase {
  readonly type: 'Parallel'
  readonly branches: readonly Block[]
}

export interface CompiledMap extends CompiledBase {
  readonly type: 'Map'
  readonly processor: Block
  /** A list, or where `objects` allows it an object, whose members are the items. */
  readonly items: (
    effectiveInput: Json,
    sources: ScopeSources,
    objects: boolean,
  ) => readonly Json[] | JsonObject | QueryFailure
  /** The input of one iteration; undefined: the item itself. `sources` has the item in its context object. */
  readonly itemSelector: ((effectiveInput: Json, sources: ScopeSources) => Json | QueryFailure) | undefined
  readonly maxConcurrency: NumericField
  /** An inline Map with fields that only a distributed one may have: it fails when it begins. */
  readonly readsItems: boolean
  /** A distributed Map: its iterations are executions of their own. */
  readonly mapRun: CompiledMapRun | undefined
}

export type Template = (input: Json, sources: ScopeSources) => Json | QueryFailure

export interface CompiledMapRun {
  /** The item processor as a machine of its own. */
  readonly child: Program
  readonly childType: ExecutionType
  readonly label: string | undefined
  readonly reader: CompiledItemReader | undefined
  readonly batcher: CompiledItemBatcher | undefined
  readonly toleratedCount: NumericField
  readonly toleratedPercentage: NumericField
  readonly writer: CompiledResultWriter | undefined
}

export interface CompiledResultWriter {
  /** Undefined: the results stay in the state's output. */
  readonly resource: Resource | undefined
  readonly parameters: Template
  readonly config: WriterConfig
}

export interface CompiledItemReader {
  readonly resource: Resource
  readonly parameters: Template
  /** `ReaderConfig` as the definition has it. */
  readonly config: JsonObject
  readonly maxItems: NumericField
}

export interface CompiledItemBatcher {
  readonly maxItems: NumericField
  readonly maxBytes: NumericField
  readonly input: Template | undefined
}

export type CompiledState =
  | CompiledTask
  | CompiledPass
  | CompiledChoice
  | CompiledWait
  | CompiledSucceed
  | CompiledFail
  | CompiledParallel
  | CompiledMap

/** The compiled state of one type. */
export type Compiled<T extends StateType> = Extract<CompiledState, { readonly type: T }>
