import type { Run } from '../../harness/machines/run.js'

/** How often something happened, by name; names in the order of the code units. */
export type Counts = Readonly<Record<string, number>>

/** What happened within one stretch of virtual time. Stretches in which nothing happened are left out. */
export interface Bucket {
  /** Virtual ms since the start of the simulation. */
  readonly fromMs: number
  /** Executions that arrived. */
  readonly started: number
  /** Executions that ended, by how they did. */
  readonly succeeded: number
  readonly failed: number
  readonly timedOut: number
  readonly aborted: number
  /** Calls, and those of them that were further attempts. */
  readonly calls: number
  readonly retries: number
}

/** An execution that did not succeed. */
export interface FailedExecution {
  /** From 0, in the order of arrival. */
  readonly index: number
  /** When it ended, in virtual ms since the start of the simulation. */
  readonly atMs: number
  readonly status: Run['status']
  readonly error: string | null
  readonly cause: string | null
  /** The state in which it ended; null where the execution's own time ran out. */
  readonly state: string | null
  /** Repeats it alone, over the same input and start: every strike is in it, those of models as well. */
  readonly scenario: string
  readonly run: Run
}

/** What a state did outside, over all executions. */
export interface StateEffects {
  readonly state: string
  readonly done: number
  /** Effects of a further attempt after one that had been carried out, which the service cannot know for a repetition. */
  readonly duplicates: number
}

/** How often a fault struck a state. */
export interface StateStrikes {
  readonly fault: string
  readonly state: string
  readonly calls: number
  /** The first time, in virtual ms since the start of the simulation. */
  readonly firstMs: number
}

/** What a model saw of the calls that it struck. */
export interface ModelSighting {
  /** The model's id. */
  readonly model: string
  readonly strikes: number
  /** The first time, in virtual ms since the start of the simulation. */
  readonly firstMs: number
  /** The largest of each number it saw: of a pool of instances the last instance, and how often one of them was used at most. */
  readonly most: Counts
}

/** Many executions that shared one world: plain frozen data. The same arguments give the same bytes on every machine. */
export interface Simulation {
  readonly machine: string
  readonly seed: number
  readonly executions: number
  /** Executions by status, e.g. `SUCCEEDED`. */
  readonly statuses: Counts
  /** Executions that did not succeed, by the name of their error; `''` counts those whose error has none. */
  readonly errors: Counts
  /** Width of a bucket, in virtual ms. */
  readonly bucketMs: number
  readonly buckets: readonly Bucket[]
  /** Further attempts by the minute of virtual time since the start; minutes without any are left out. */
  readonly retriesPerMinute: readonly { readonly minute: number; readonly retries: number }[]
  readonly calls: number
  readonly retries: number
  readonly effects: readonly StateEffects[]
  /** What struck, whether a fault or a model was the cause. */
  readonly struck: readonly StateStrikes[]
  /** The models that struck. */
  readonly models: readonly ModelSighting[]
  /** States whose answers nobody gave, so that they were inferred. */
  readonly inferred: readonly string[]
  /** From the first arrival to the last end, in virtual ms. */
  readonly tookMs: number
  /** The most executions that were under way when one of them had its turn; one that takes no virtual time is alone. */
  readonly mostAtOnce: number
  readonly firstFailure: FailedExecution | null
  /** The first executions that failed, with `firstFailure`; as many as were to be kept. */
  readonly failures: readonly FailedExecution[]
}
