import type { Json } from '../asl/json.js'
import type { LocateSource } from '../asl/positions.js'
import type { HistoryEvent } from '../engine/event-types.js'
import type { Profile } from '../asl/profile.js'
import type { ExecutionType } from '../asl/types.js'
import type { AslError, ItemStep } from '../engine/ports.js'
import type { TraceEntry } from '../engine/trace.js'
import type { Effect } from '../tasks/ledger.js'

/**
 * Who answered a call: a mock of the scenario, a fault, another execution of the session (`machine`: it was started, or it
 * took a token), nobody, so that an answer was inferred (CLI only), or nobody yet: a live execution waits for the token.
 */
export type AnsweredBy = 'mock' | 'fault' | 'machine' | 'inferred' | 'nobody'

/** One attempt of a Task, as it went. What became of it stands in the history after `scheduledEventId`. */
export interface CallRecord {
  readonly state: string
  readonly pointer: string
  readonly items: readonly ItemStep[]
  readonly visit: number
  readonly attempt: number
  /** The Task's Resource as the definition has it. */
  readonly resource: string
  /** Logical id or address of what is called, where the template says. */
  readonly logicalId?: string
  readonly parameters: Json
  /** Virtual time of the call, ms since the epoch. */
  readonly atMs: number
  /** The execution that made the call, where it is a child of a distributed Map: event ids are of its own history. */
  readonly childArn?: string
  readonly enteredEventId: number
  readonly scheduledEventId: number
  readonly answeredBy: AnsweredBy
  /** Id of the fault that struck, e.g. `lambda-oom`. */
  readonly fault?: string
  /** Id of the model that is the cause of the fault, if one is. */
  readonly model?: string
  /** What the model saw of the call, e.g. the instance that took it. */
  readonly seen?: Json
  /** What a fault or mock made it fail with; absent when it was answered well, or not at all. */
  readonly failure?: AslError
}

/** One run of a distributed Map, with what is kept of its children: the failed ones and the first hundred; `childRun` has the others. */
export interface MapRunRecord {
  readonly state: string
  readonly mapRunArn: string
  readonly status: 'SUCCEEDED' | 'FAILED' | 'ABORTED'
  /** In items. */
  readonly counts: { readonly total: number; readonly succeeded: number; readonly failed: number }
  readonly children: readonly ChildRun[]
}

/** A child of a distributed Map: an execution of its own. */
export interface ChildRun {
  readonly index: number
  readonly executionArn: string
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'
  readonly output?: Json
  readonly error?: string
  readonly cause?: string
  readonly history: readonly HistoryEvent[]
  readonly coverage: readonly TraceEntry[]
}

/** An execution that a Task started of a machine of the scenario, and how it went. */
export interface StartedExecution {
  /** The Task that started it. */
  readonly state: string
  readonly items: readonly ItemStep[]
  readonly visit: number
  readonly attempt: number
  /** Id of the attempt's *Scheduled event in the history of the execution that started it. */
  readonly scheduledEventId: number
  readonly executionArn: string
  readonly run: Run
}

/**
 * One finished execution: plain frozen data that any test runner can judge. The same scenario gives the same bytes on
 * every machine.
 */
export interface Run {
  /** Name of the machine: logical id, file stem, or `StateMachine`. */
  readonly machine: string
  readonly type: ExecutionType
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'
  readonly output?: Json
  readonly error?: string
  readonly cause?: string
  /** Names of the states in the order they were entered. */
  readonly path: readonly string[]
  readonly history: readonly HistoryEvent[]
  /** The edges of the definition that were taken. */
  readonly coverage: readonly TraceEntry[]
  /**
   * Every attempt of every Task. A distributed Map with more than a hundred children remembers less than these say: they are
   * then replayed when somebody first reads `calls` or `effects`, which takes the time and memory of as many records.
   */
  readonly calls: readonly CallRecord[]
  /** Runs of distributed Maps, in the order in which they ended; absent if there were none. */
  readonly mapRuns?: readonly MapRunRecord[]
  /** Executions it started of the scenario's machines, in the order in which it did; absent if there were none. */
  readonly children?: readonly StartedExecution[]
  /** Calls that changed something outside and were carried out. */
  readonly effects: readonly Effect[]
  /** Texts of the objects that ResultWriters wrote, by bucket and key; absent if there are none. */
  readonly written?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly startAtMs: number
  /** How often it was redriven; absent if it never was. */
  readonly redriveCount?: number
  /** Virtual time from start to end. */
  readonly tookMs: number
  readonly seed: number
  readonly profile: Profile
  /** Canonical scenario string; `replay` takes it. That of a redriven run repeats a redrive: `first.redrive(replay(...))`. */
  readonly scenario: string
}

/** What a run knows of its machine that is not data: where things stand in the source, and what the states say. */
export interface RunOrigin {
  /** The file the machine was loaded from, as the user named it; undefined for a definition given as a value. */
  readonly file: string | undefined
  readonly definition: Json
  readonly locate: LocateSource | undefined
}

const origins = new WeakMap<Run, RunOrigin>()

/** Remembers where a run comes from, beside the run: the run itself stays plain data. */
export function rememberOrigin(run: Run, origin: RunOrigin): void {
  origins.set(run, origin)
}

/** Where a run comes from, for messages with file and line; undefined for a run that was read back from JSON. */
export function originOf(run: Run): RunOrigin | undefined {
  return origins.get(run)
}
