import type { Json } from '../asl/json.js'
import type { StateType } from '../asl/types.js'
import type { AslError, ItemStep } from '../engine/ports.js'

/** One try of a Task, or one go of a Map or Parallel. All times are virtual ms since the epoch. */
export interface Attempt {
  /** 1 for the first; counts all attempts of the visit, whichever retrier made them. */
  readonly attempt: number
  readonly atMs: number
  /** Absent when it was cut off: by its container, or by the end of the execution. */
  readonly endedAtMs?: number
  readonly failed: boolean
  /** Absent in a failed attempt whose error has no name. */
  readonly error?: string
  readonly cause?: string
  /** The time that ran out, if that was its end. */
  readonly expired?: 'timeout' | 'heartbeat'
  /** Id of the fault that struck it, e.g. `lambda-oom`. */
  readonly fault?: string
  /** Nobody gave an answer, so one was made up. */
  readonly inferred?: true
  /** Items of a Map, branches of a Parallel. */
  readonly children?: number
  /** Back-off until the next attempt; this and the three members below are there when the attempt was retried. */
  readonly waitMs?: number
  /** What the back-off can be at most: more than `waitMs` only under jitter. */
  readonly waitBoundMs?: number
  /** Index of the retrier that took the error, which is its `retry`-th retry `of` so many. */
  readonly retrier?: number
  readonly retry?: number
  readonly of?: number
  /** Index of the matching retrier that had no retry left. */
  readonly exhausted?: number
}

/** What a catcher took. */
export interface Caught {
  /** Index of the catcher. */
  readonly catcher: number
  readonly next: string
  readonly error?: string
  /** Index of the retrier that was used up before; absent when the error was caught at once. */
  readonly afterRetrier?: number
}

/** Where a visit stands among the visits of the Map or Parallel around it. */
export interface Within {
  /** Place of the container's visit in the timeline. */
  readonly index: number
  /** The attempt of the container. */
  readonly attempt: number
  /** Item index in a Map; in a Parallel the branch, counted in the order in which they started. */
  readonly child: number
}

/** One visit of a state, from its StateEntered event on. All times are virtual ms since the epoch. */
export interface StateVisit {
  readonly state: string
  readonly type: StateType
  /** JSON Pointer of the state from the root of the machine; absent when the run has no trace. */
  readonly pointer?: string
  /** The Map items around it, outermost first. */
  readonly items: readonly ItemStep[]
  /** 1 for the first time the state is entered with these items. */
  readonly visit: number
  readonly enteredEventId: number
  readonly enteredAtMs: number
  /** Absent when the state never exited: it failed unhandled, was cut off, or is a Fail state. */
  readonly exitedAtMs?: number
  /** Of Task, Map and Parallel; empty for the others. */
  readonly attempts: readonly Attempt[]
  /** What a Choice decided by: the index of its rule, or its default. */
  readonly rule?: number | 'default'
  readonly caught?: Caught
  /** The error that nothing in the state took: it went up to the container, or ended the execution. */
  readonly unhandled?: AslError
  /** Absent exactly when `exitedAtMs` is. */
  readonly output?: Json
  readonly within?: Within
}

/** How often the state was tried again in this visit, on an error of this name if one is given. */
export function retriesOf(visit: StateVisit, on?: string): readonly Attempt[] {
  return visit.attempts.filter(({ waitMs, error }) => waitMs !== undefined && (on === undefined || error === on))
}

/** True for a visit that came to no end of its own: cut off by its container, or by the end of the execution. */
export function wasCutOff(visit: StateVisit): boolean {
  return visit.exitedAtMs === undefined && visit.unhandled === undefined
}
