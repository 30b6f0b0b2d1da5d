import type { Json } from '../asl/json.js'
import type { SourcePosition } from '../asl/positions.js'
import type { LocatedProblem } from '../harness/checks/problems.js'
import type { Run } from '../harness/machines/run.js'
import type { UnresolvedValue } from '../iac/machine-source.js'
import type { ComparableEvent } from '../verify/comparable-history.js'
import type { ExplainableJson, ExplanationJson } from './explain-text.js'
import type { RuleJson } from './rule-text.js'
import type { ErrorJson } from './error-json.js'
import type { FaultJson } from './fault-page.js'
import type { PlannedMachineJson } from './planned-sites-text.js'
import type { FindingsJson } from './findings-json.js'
import type { SimulationJson } from './simulation-json.js'
import type { SuiteJson } from './suite-json.js'
import type { SweptMachineJson } from './sweep-json.js'

/** What `--format json` prints, by command; schema/aslx-output.schema.json describes the same. Members without a value are null. */
export type JsonOutput =
  | RunJson
  | FindingsJson
  | { readonly machines: readonly SweptMachineJson[]; readonly errors: readonly ErrorJson[] }
  | { readonly machines: readonly PlannedMachineJson[] }
  | { readonly simulation: SimulationJson; readonly unresolved: readonly UnresolvedValue[] }
  | SuiteJson
  | { readonly machines: readonly CheckedMachineJson[]; readonly errors: readonly ErrorJson[] }
  | { readonly machines: readonly ExtractedMachineJson[]; readonly errors: readonly ErrorJson[] }
  | { readonly faults: readonly FaultJson[] }
  | ExplainableJson
  | ExplanationJson
  | RuleJson
  | { readonly crosscheck: CrosscheckJson }

/** `aslx run` and `aslx replay`. */
export interface RunJson {
  readonly run: Run
  /** The input that was made up, as nobody gave one. */
  readonly inferredInput: Json
  readonly unresolved: readonly UnresolvedValue[]
}

/** A machine as `aslx validate` sees it. */
export interface CheckedMachineJson {
  readonly machine: string
  readonly source: string
  readonly problems: readonly LocatedProblem[]
}

/** A machine as `aslx extract` tells of it. */
export interface ExtractedMachineJson {
  readonly name: string
  readonly file: string
  readonly type: 'STANDARD' | 'EXPRESS'
  /** The form of the file that declares it. */
  readonly form: string
  readonly queryLanguage: string
  readonly states: number
  readonly tasks: number
  readonly retries: number
  readonly catches: number
  readonly declaredAt: SourcePosition
  readonly unresolved: readonly UnresolvedValue[]
  readonly definition: Json
}

/** `aslx crosscheck`. */
export interface CrosscheckJson {
  readonly machine: string
  readonly scenario: string
  /** The other engine. */
  readonly against: string
  readonly machineName: string
  readonly agrees: boolean
  /** Where they differ: the state, the place in the event, and the events. */
  readonly state?: string | null
  readonly at?: string
  readonly here?: ComparableEvent | null
  readonly there?: ComparableEvent | null
  /** The history there, as the engine's API gives it. */
  readonly events: readonly object[]
}
