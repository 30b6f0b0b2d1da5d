import {
  amount,
  choice,
  count,
  duration,
  durations,
  flag,
  megabytes,
  ordinal,
  positive,
  selectors,
  share,
  textOption,
} from './option-kinds.js'
import { defaulted, type OptionsOf, needed, optional, type Values } from './model-options.js'

/**
 * What a pool of warm instances is like. Limits and defaults that AWS documents:
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html. How long an instance is kept, which one is taken,
 * how long a cold start takes, and what memory pressure does, AWS does not document: those defaults are an assumption.
 */
export const LAMBDA_POOL = {
  /** The functions, each with a pool of its own: `fn:AnalysePage`, `svc:lambda`. */
  on: needed(selectors),
  /** The model's id; default: its kind and selectors. */
  name: optional(textOption),
  /** Default: as the template has it, else 128, Lambda's own (documented: 128 to 10,240). */
  memoryMb: optional(megabytes),
  /** What a new instance holds before its first invocation; default 60 (assumption: a bare runtime with the SDK). */
  baseMb: defaulted(megabytes, 60),
  /** What each invocation leaves behind until the process ends; default 0. */
  leakMbPerInvocation: defaulted(amount, 0),
  /** What an invocation needs while it runs; default 0. */
  peakMb: defaulted(megabytes, 0),
  /** Size of /tmp; default 512 (documented: 512 to 10,240). */
  tmpMb: defaulted(megabytes, 512),
  /** What each invocation leaves in /tmp; default 0. */
  tmpLeakMbPerInvocation: defaulted(amount, 0),
  /** Descriptors that an instance may have open; default 1,024 (documented). */
  fileDescriptors: defaulted(ordinal, 1024),
  /** Descriptors that each invocation leaves open, on average; default 0. */
  fileDescriptorLeak: defaulted(amount, 0),
  /** The function's own timeout; default: as the template has it, else 3 (documented; at most 900). */
  timeoutSeconds: optional(positive),
  /** What a cold start adds; default 400 ms (assumption). */
  coldStartMs: defaulted(duration, 400),
  /** Which idle instance takes an invocation; default the one that was last busy (assumption: it is what lets the others go). */
  pick: defaulted(choice('most-recent', 'least-recent'), 'most-recent'),
  /** An instance that is idle for so long is gone; default 10 minutes (assumption). */
  idleRecycleMs: defaulted(duration, 600_000),
  /** An instance takes no invocation when it is so old; default 2 hours (assumption). */
  maxLifeMs: defaulted(duration, 7_200_000),
  /**
   * Whether /tmp is as full as before when the process was killed or timed out; default true (documented: the reset of an
   * environment does not clear /tmp, https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html).
   */
  tmpSurvivesCrash: defaulted(flag, true),
  /**
   * What becomes of an instance whose invocation ended in an error of the code, as a full /tmp is; default `replaced`, as
   * the incident is told (assumption: AWS says nothing). `kept`: the next invocation fails there again.
   */
  failedInstance: defaulted(choice('replaced', 'kept'), 'replaced'),
  /** Share of the memory from which on everything gets slower; default 0.95, and 1 for never (assumption). */
  pressureFrom: defaulted(share, 0.95),
  /** How likely an invocation hangs until the function's timeout when memory is all but used up; default 0.5 (assumption). */
  stallChance: defaulted(share, 0.5),
  /** Invocations at once; more are throttled. Default: no limit but `concurrency`'s. Reserved concurrency 1 is what pins a function to one instance. */
  reservedConcurrency: optional(count),
  /** Deployments and changes of the configuration: no instance outlives them. Times since the start; default none. */
  deployAtMs: defaulted(durations, []),
  /** When the pool shrinks: instances that are idle then are gone. Times since the start; default none. */
  scaleInAtMs: defaulted(durations, []),
  /** An instance is replaced when it has served so many: a function that changes its own configuration. Default: never. */
  recycleAfterInvocations: optional(ordinal),
}

/** What may be said of a pool. */
export type LambdaPoolOptions = OptionsOf<typeof LAMBDA_POOL>
export type LambdaPoolValues = Values<typeof LAMBDA_POOL>
