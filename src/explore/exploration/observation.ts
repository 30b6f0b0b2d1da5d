import type { AslError } from '../../engine/ports.js'
import type { Effect } from '../../tasks/ledger.js'
import type { Json } from '../../asl/json.js'
import type { ErrorClass } from './possible-error.js'

/**
 * How often an episode strikes: once, until the last attempt that can still recover, until the retrier is used up, or every attempt
 * from this visit on: an error that stays.
 */
export type Multiplicity = 'once' | 'recovers-at-last' | 'exhausted' | 'persists'

/** One thing that goes wrong: an error at consecutive attempts of one visit of a state. The unit that `k` counts. */
export interface Episode {
  readonly state: string
  /** JSON Pointer of the state from the machine's root. */
  readonly pointer: string
  /** Indexes of the Map items around it, outermost first. */
  readonly items: readonly number[]
  /** From 1. */
  readonly visit: number
  /** The first attempt struck, from 1. */
  readonly attempt: number
  readonly errors: ErrorClass
  readonly multiplicity: Multiplicity
  /** Attempts struck, at least 1. */
  readonly times: number
  /** `after`: the callee has done its work, and its answer is lost. */
  readonly placement: 'before' | 'after'
  readonly handling: Handling
  /** Calls of the same state, with the same items, after the attempts struck. */
  readonly callsAfter: number
}

/** What the struck state's own handlers did with the episode. */
export interface Handling {
  /** Index of the retrier that tried again at least once; undefined if none did. */
  readonly retrier: number | undefined
  /** Whether a try went well after the strike. */
  readonly isRecovered: boolean
  /** Index of the catcher that took it, and where that leads. */
  readonly catcher: { readonly index: number; readonly next: string } | undefined
  /**
   * JSON Pointer of the retrier, catcher or tolerance of an enclosing Map or Parallel that took it, e.g. `/States/Pages/Catch/0`;
   * undefined if none did.
   */
  readonly takenBy: string | undefined
}

/** How a scenario ends. */
export interface ScenarioEnding {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'STUCK'
  readonly failure: AslError | undefined
  /** JSON Pointer of the state at which it ended: the Fail state, or the state whose error nothing took. */
  readonly pointer: string | undefined
  /** Whether it ended in a Fail state, which says that this is meant. */
  readonly isMeant: boolean
  /** The output of one that succeeded. */
  readonly output: Json | undefined
}

/** The run of a base without faults. */
export interface Baseline {
  readonly ending: ScenarioEnding
  readonly tookMs: number
  readonly events: number
  /** Pointers of the states entered, each once, in order. */
  readonly entered: readonly string[]
}

/** What one scenario of at most k episodes came to. */
export interface Observation {
  /** The run of the branch set that it strikes: the first 8 hex digits of the hash of its scenario. */
  readonly base: string
  readonly baseline: Baseline
  /** In the order in which they struck; none for the run without faults. */
  readonly episodes: readonly Episode[]
  /** The canonical scenario string, which the plain `run` path repeats. */
  readonly scenario: string
  readonly ending: ScenarioEnding
  /** Virtual time from start to end. */
  readonly tookMs: number
  /** Events in the history, or what the service would have written by then. */
  readonly events: number
  /** What was carried out outside, in order. */
  readonly effects: readonly Effect[]
  /** Pointers of the states entered after the first strike, each once, in order. */
  readonly enteredAfter: readonly string[]
}

/** Hears every scenario as it is explored: nothing else keeps it. */
export type ObservationSink = (observation: Observation) => void

/** How far exploration looked. Printed with every result. */
export interface Certificate {
  /** At most so many episodes in one scenario. */
  readonly k: number
  readonly kinds: readonly string[]
  readonly states: { readonly total: number; readonly reached: number; readonly reachedWithoutFault: number }
  readonly scenarios: { readonly generated: number; readonly distinct: number }
  /** What was left out and why, one line each, e.g. `loops after 2 rounds`; empty where everything was looked at. */
  readonly cuts: readonly string[]
  /** What the proof rests on, one line each. */
  readonly assumptions: readonly string[]
}
