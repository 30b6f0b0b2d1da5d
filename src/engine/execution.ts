import type { Json, JsonObject } from '../asl/json.js'
import type { Profile } from '../asl/profile.js'
import type { ExecutionType } from '../asl/types.js'
import type { Items } from '../data/items/items.js'
import type { MapResults } from '../data/items/result-files.js'
import type { Variables } from '../data/scope.js'
import type { HistoryEvent } from './event-types.js'
import type { ChildOutput, MapRunCounts, MapRunLimits, StartMark } from './map-run/map-run-work.js'
import type { AslError, ItemStep } from './ports.js'
import type { Block, CompiledState, Program } from './program.js'
import type { TraceEntry } from './trace.js'
import type { Visits } from './visits.js'
import type { ChildrenWork, Due, Exit, Failure, Phase, TaskWork } from './work.js'

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'

/** What an execution was started with; the same for its whole life. */
export interface ExecutionSettings {
  readonly input: Json
  readonly type: ExecutionType
  readonly name: string
  readonly machineName: string
  readonly machineArn: string
  readonly executionArn: string
  readonly roleArn: string
  readonly region: string
  /** Virtual ms since the epoch. */
  readonly startAtMs: number
  readonly seed: number
  readonly profile: Profile
  /** ARNs of activities that do not exist: a Task on one fails before it is scheduled. */
  readonly absentActivities: readonly string[]
  readonly limits: ExecutionLimits
  /** Those of the limits that were set for this run; a distributed Map's children have them, too. */
  readonly givenLimits: Partial<ExecutionLimits>
  /** Pointers of states that ask, before their work begins, whether it goes well: a call of purpose `state`. */
  readonly probes: ReadonlySet<string>
  /** An EXPRESS execution that StartSyncExecution started. */
  readonly synchronous: boolean
  /** Of a child of a distributed Map: where it stands in the Maps around it. */
  readonly items: readonly ItemStep[]
}

export interface ExecutionLimits {
  /** Events in a history; the event with this number is ExecutionFailed in a STANDARD execution. */
  readonly historyEvents: number
  /** UTF-8 bytes of the JSON text of an input, output or result. */
  readonly payloadBytes: number
  /** Iterations of an inline Map that run at the same time. */
  readonly inlineMapConcurrency: number
  /** Seconds after which the service stops an execution. */
  readonly executionSeconds: number
}

/** The present attempt at an execution, of which every redrive begins a new one. */
export interface Drive {
  /** How often the execution was redriven; 0 for one that was only started. */
  readonly redriveCount: number
  /** Virtual time at which it began, ms since the epoch: the execution's own timeout counts from here. */
  readonly sinceMs: number
}

/** Events and trace written by one step, linked to those before: shared by all executions that go on from here. */
export interface HistoryChunk {
  readonly before: HistoryChunk | undefined
  readonly events: readonly HistoryEvent[]
  readonly trace: readonly TraceEntry[]
}

/** An execution at one moment: an immutable value. Every operation gives a new one that shares the unchanged parts. */
export interface Execution {
  readonly program: Program
  readonly settings: ExecutionSettings
  readonly status: ExecutionStatus
  /** Virtual time, ms since the epoch. */
  readonly nowMs: number
  readonly output: Json | undefined
  readonly error: string | undefined
  readonly cause: string | undefined
  readonly strands: readonly Strand[]
  /** Of one that ended badly: the strands as they stood then, those that its failing containers dropped among them. */
  readonly unfinished: readonly Strand[]
  readonly drive: Drive
  /** Ids of the strands that are to take a turn, in order. */
  readonly ready: readonly number[]
  readonly history: HistoryChunk | undefined
  /** Map Runs that have come to their end, newest first. */
  readonly mapRuns: FinishedMapRun | undefined
  /** Events written so far, which is also the id of the newest. */
  readonly eventCount: number
  readonly nextCallId: number
  readonly nextOrder: number
  readonly nextStrandId: number
}

/**
 * One line of control: the top level, a branch of a Parallel, or an iteration of a Map. A strand in the queue takes one
 * turn, named by its phase, and goes to the back (architecture decision 4); in a phase marked * it rests until something
 * comes due.
 */
export interface Strand {
  readonly id: number
  /** The strand whose Map or Parallel this one belongs to. */
  readonly parentId: number | undefined
  /** Branch or item index within the parent's container. */
  readonly index: number
  readonly block: Block
  readonly items: readonly ItemStep[]
  /** `$$.Map`, in an iteration. */
  readonly mapContext: JsonObject | undefined
  readonly variables: Variables
  readonly visits: Visits
  readonly phase: Phase
  readonly state: CompiledState
  /** The state's raw input. */
  readonly input: Json
  readonly effectiveInput: Json
  /** Where the chain of `previousEventId` has come to. */
  readonly lastEventId: number
  readonly enteredEventId: number
  readonly enteredAtMs: number
  readonly visit: number
  /** 1 for the first try of this visit. */
  readonly attempt: number
  /** Retries used, by retrier. */
  readonly retryCounts: readonly number[]
  readonly task: TaskWork | undefined
  readonly children: ChildrenWork | undefined
  /** The children of a distributed Map. */
  readonly mapRun: MapRunWork | undefined
  /** When a Wait or a back-off ends. */
  readonly wake: Due | undefined
  readonly failure: Failure | undefined
  /** What the state hands on when it exits, and where to; undefined `next`: the end of the block. */
  readonly exit: Exit | undefined
}

/** The running side of a distributed Map: children are executions of their own. */
export interface MapRunWork {
  readonly mapRunArn: string
  /** The last part of the ARN. */
  readonly runId: string
  readonly startedEventId: number
  readonly limits: MapRunLimits
  /** Undefined while the ItemReader has not been answered. */
  readonly items: Items | undefined
  readonly nextItem: number
  readonly nextChild: number
  /** When children were started, and with which items. */
  readonly starts: StartMark | undefined
  readonly running: readonly RunningChild[]
  /** Children that wait until there is room to redrive them. */
  readonly pendingRedrive: PendingRedrive | undefined
  readonly counts: MapRunCounts
  /** Outputs of the children that went well, newest first. */
  readonly outputs: ChildOutput | undefined
  /** Children whose histories are kept: the failed ones and the first hundred. Newest first. */
  readonly kept: KeptChild | undefined
  /** While a ResultWriter writes. */
  readonly writing?: Writing | undefined
}

/** A call of a child: the child's own id of it, and the parent's. */
export interface ChildCallId {
  readonly own: number
  readonly callId: number
}

/** Results that are being written. */
export interface Writing {
  /** Children that had not ended; they stand still. */
  readonly running: readonly RunningChild[]
  readonly results: MapResults
  /** What the Map Run has failed with; undefined for one that goes well. */
  readonly reason: AslError | undefined
}

export interface RunningChild {
  readonly index: number
  /** Items of its batch; 1 without an ItemBatcher. */
  readonly itemCount: number
  readonly execution: Execution
  /** The child's calls that wait for an answer. */
  readonly callIds: readonly ChildCallId[]
  /** Virtual time at which it has something to do again, ms since the epoch; undefined once it was told something. */
  readonly dueMs?: number | undefined
  /** A redrive goes on with it, so that it cannot be had again from its beginning. */
  readonly redriven?: boolean | undefined
}

/** An ended child of a redriven Map Run that did not go well; a list, so that it can be shared, in the order of indexes. */
export interface PendingRedrive {
  readonly index: number
  readonly itemCount: number
  readonly execution: Execution
  readonly next: PendingRedrive | undefined
}

export interface KeptChild {
  readonly index: number
  readonly execution: Execution
  readonly before: KeptChild | undefined
}

export interface FinishedMapRun {
  readonly state: string
  readonly mapRunArn: string
  readonly status: 'SUCCEEDED' | 'FAILED' | 'ABORTED'
  readonly counts: MapRunCounts
  readonly total: number
  readonly kept: KeptChild | undefined
  /** Virtual time of its end, ms since the epoch. */
  readonly endedAtMs: number
  /** The strand of the Map as it stood at the end, its work in `mapRun` included. */
  readonly strand: Strand
  readonly before: FinishedMapRun | undefined
}
