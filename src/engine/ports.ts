import type { Json, JsonObject } from '../asl/json.js'
import type { Resource } from '../asl/resource.js'
import type { MapResults } from '../data/items/result-files.js'

/** An ASL error as a value. AWS leaves either part out at times: SendTaskFailure may give neither. */
export interface AslError {
  readonly error?: string
  readonly cause?: string
}

/** Where in the nesting of Maps a state runs: outermost first, e.g. item 2 of `Files`, then item 0 of `Pages`. */
export interface ItemStep {
  readonly map: string
  readonly index: number
  /** How many items there are, where that is known beforehand: not if they come in batches. */
  readonly of?: number
}

/** A child of a distributed Map. */
export interface MapRunChild {
  readonly mapRunArn: string
  readonly index: number
}

/** One attempt of a Task that waits for an answer: all that a mock, a fault or a recorder may know of it. */
export interface Call {
  /** Unique within the execution; calls made earlier sort first. */
  readonly callId: number
  /**
   * `task`: a Task's own call. `items`: the ItemReader of a distributed Map asks for an object, which it reads the items
   * from. `results`: its ResultWriter writes `results`; any output means that they are written. `state`: the execution asks whether a state goes well before its work begins (`StartOptions.probes`); any output
   * means yes and is ignored.
   */
  readonly purpose: 'task' | 'items' | 'results' | 'state'
  /** The execution that makes the call: of a distributed Map it is a child's. */
  readonly executionArn: string
  /** The child of a distributed Map that makes it; where Maps are inside one another, the outermost one's. */
  readonly mapRunChild?: MapRunChild | undefined
  readonly state: string
  /** JSON Pointer of the state from the root of the machine, e.g. `/States/Resize`. */
  readonly pointer: string
  readonly items: readonly ItemStep[]
  /** How many times this state was entered with these items, this time included: 1 for the first. */
  readonly visit: number
  /** 1 for the first try, 2 for the first retry. Counts all attempts of this visit, whichever retrier made them. */
  readonly attempt: number
  /** The how-manieth call of this state with these items, over all visits and attempts: 1 for the first. */
  readonly ordinal: number
  /** Id of this visit's StateEntered event. */
  readonly enteredEventId: number
  /** Id of this attempt's *Scheduled event. */
  readonly scheduledEventId: number
  /** Of kind `unknown` with no ARN where a state calls nothing. */
  readonly resource: Resource
  /** What the service is sent: `Parameters` or `Arguments` when given, else the effective input. */
  readonly parameters: Json
  /** The state's effective input. */
  readonly input: Json
  /** What a ResultWriter writes. Only with purpose `results`. */
  readonly results?: MapResults
  /** How an ItemReader reads what it asks for: its `ReaderConfig`. Only with purpose `items`. */
  readonly readerConfig?: JsonObject
  readonly timeoutSeconds: number | undefined
  readonly heartbeatSeconds: number | undefined
  /** The token that `.waitForTaskToken` (and `.sync`) hands out at `$$.Task.Token`. */
  readonly taskToken: string | undefined
  /** Virtual time of the call, ms since the epoch. */
  readonly atMs: number
  /** A fresh id drawn for this attempt from the run's seed, e.g. for a request id in a cause. */
  readonly requestId: string
}

/** How an attempt ended. */
export type Outcome = { readonly output: Json } | { readonly failure: AslError }

/**
 * An answer to a call. `afterMs` (default 0) is virtual time until the outcome is there.
 * `submitted` is what a `.sync` or `.waitForTaskToken` integration itself answered (for an activity: a worker took the
 * work, the value is ignored); its final outcome is `completion`, or comes later through `signal`. `'never'`: nothing comes
 * until a timeout does. `workerName` is for an activity's ActivityStarted.
 */
export type Answer =
  | { readonly outcome: Outcome; readonly afterMs?: number; readonly workerName?: string }
  | {
      readonly submitted: Json
      readonly afterMs?: number
      /** `afterMs` counts from the submission. */
      readonly completion?: { readonly outcome: Outcome; readonly afterMs?: number }
      readonly workerName?: string
    }
  | 'never'
