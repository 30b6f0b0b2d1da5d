import type { Json } from '../../asl/json.js'
import type { HistoryEvent } from '../../engine/event-types.js'
import type { Profile } from '../../asl/profile.js'
import type { ExecutionType } from '../../asl/types.js'
import type { ItemStep } from '../../engine/ports.js'
import type { TraceEntry } from '../../engine/trace.js'
import type { Effect } from '../../tasks/ledger.js'
import type { RunOrigin } from '../answering/machine-origin.js'
import type { CallRecord } from '../sessions/call-record.js'

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

const origins = new WeakMap<Run, RunOrigin>()

/** Remembers where a run comes from, beside the run: the run itself stays plain data. */
export function rememberOrigin(run: Run, origin: RunOrigin): void {
  origins.set(run, origin)
}

/** Where a run comes from, for messages with file and line; undefined for a run that was read back from JSON. */
export function originOf(run: Run): RunOrigin | undefined {
  return origins.get(run)
}
