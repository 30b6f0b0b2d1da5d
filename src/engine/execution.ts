import type { Json } from '../asl/json.js'
import type { HistoryEvent } from './event-types.js'
import type { Program } from './program.js'
import type { Strand } from './strand.js'
import type { TraceEntry } from './trace.js'

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'
export type ExecutionType = 'STANDARD' | 'EXPRESS'
/** `recorded`: as AWS was seen to behave; `documented`: as its documents say where the two differ. */
export type Profile = 'recorded' | 'documented'

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
  readonly limits: ExecutionLimits
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
  /** Ids of the strands that are to take a turn, in order. */
  readonly ready: readonly number[]
  readonly history: HistoryChunk | undefined
  /** Events written so far, which is also the id of the newest. */
  readonly eventCount: number
  readonly nextCallId: number
  readonly nextOrder: number
  readonly nextStrandId: number
}
