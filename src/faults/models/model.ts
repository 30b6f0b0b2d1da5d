import type { FunctionFacts } from '../../asl/function-facts.js'
import type { Json, JsonObject } from '../../asl/json.js'
import type { Call } from '../../engine/ports.js'
import type { FaultDefinition } from '../fault-definition.js'
import type { FaultArguments } from '../fault-parameters.js'
import type { Circumstances } from '../plan.js'

/** What a model remembers: an immutable value of its own kind. It is part of the session, and so of what is forked. */
export type ModelState = unknown

/**
 * A cause of trouble with a memory: a pool of warm instances, a bucket of tokens, a hot prefix, an outage. A value: its
 * configuration never changes, and what it remembers is handed in and out, so that two runs of one scenario agree and an
 * execution can be forked. Several executions may share what a model remembers (`simulate`).
 * Calls come in the order of their time; one that comes from earlier is taken as one of now.
 */
export interface ModelOf<State, Ticket> {
  /** e.g. `lambda-pool`. */
  readonly kind: string
  /** Unique in the scenario: its name, or the kind and what it concerns. */
  readonly id: string
  /** All that decides how it behaves, as data: part of the base scenario. `modelAsObject` makes the model's text of it. */
  readonly config: JsonObject
  /** What it remembers before the first call. Times in the configuration count from `originMs`, ms since the epoch. */
  begin(originMs: number): State
  /** Whether a call concerns it at all. */
  concerns(call: Call, about: Circumstances): boolean
  /** A call arrives at its instant (`call.atMs`), before anything answers it. */
  meet(state: State, call: Call, about: Circumstances): Meeting<State, Ticket>
  /** A call that went through with a ticket was answered: it keeps its callee busy for so long from `call.atMs`. `Infinity` for a call that never is. */
  answered?(state: State, ticket: Ticket, call: Call, durationMs: number): State
}

export type Model = ModelOf<ModelState, unknown>

/** What becomes of a call that meets a model. */
export interface Meeting<State = ModelState, Ticket = unknown> {
  readonly state: State
  /** The fault that the model is the cause of; absent if the call goes through. */
  readonly strike?: ModelStrike
  /** How much longer the answer takes than it would. */
  readonly slower?: Slowdown
  /** Of a call that goes through and keeps something busy: what `answered` is to be told with it. */
  readonly ticket?: Ticket
  /** What the model saw, for reports: e.g. the instance and how many calls it has served. */
  readonly seen?: Json
}

/** The answer's own time is multiplied first, then more is added. */
export interface Slowdown {
  /** Default 1. */
  readonly factor?: number
  /** Default 0. */
  readonly addMs?: number
  /** What happens instead where the answer would take longer than this; no strike: nothing does. */
  readonly limit?: { readonly afterMs: number; readonly strike: () => ModelStrike | undefined }
}

export interface ModelStrike {
  readonly definition: FaultDefinition
  readonly args?: FaultArguments
  /** Default: as the fault itself says. */
  readonly placement?: 'before' | 'after'
  /** Virtual ms until the error is there; default: as the fault itself says. */
  readonly afterMs?: number
  /** The function as the model has it, where that differs from what is known of the one that is called. */
  readonly function?: FunctionFacts
}
