import { count, duration, optionList, positive, selectors, textOption } from './option-kinds.js'
import { defaulted, type OptionsOf, needed, optional, type Values } from './model-options.js'

const RESERVED = {
  /** The function's logical id, or its name where there is no template. */
  function: needed(textOption),
  concurrency: needed(count),
}

const BACKGROUND = {
  /** Invocations of other workloads of the account that run at once. */
  concurrency: needed(count),
  /** Since the start; default 0. */
  fromMs: defaulted(duration, 0),
  /** Since the start; default: no end. */
  toMs: optional(duration),
}

/** https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html, and .../lambda/latest/dg/scaling-behavior.html. */
export const CONCURRENCY = {
  /** Default: every Lambda function. */
  on: defaulted(selectors, ['svc:lambda']),
  /** The model's id; default: its kind and selectors. */
  name: optional(textOption),
  /** Executions at once in the account; default 1,000 (documented; new accounts have fewer). */
  account: defaulted(count, 1000),
  /** Functions with a part of it for themselves alone; default none. */
  reserved: defaulted(optionList('reserved', RESERVED), []),
  /**
   * Environments that a function gets in ten seconds; default 1,000 (documented: refilled all the time, and no more than that
   * is ever saved up).
   */
  scalingPer10s: defaulted(positive, 1000),
  /** What else runs in the account; default nothing. */
  background: defaulted(optionList('background', BACKGROUND), []),
  /** A function that nobody called for so long begins anew; default 10 minutes (assumption). */
  idleRecycleMs: defaulted(duration, 600_000),
}

/** What may be said of an account's concurrency. */
export type ConcurrencyOptions = OptionsOf<typeof CONCURRENCY>
export type ConcurrencyValues = Values<typeof CONCURRENCY>
