import type { Duration } from '../asl/duration.js'
import type { Run } from '../harness/machines/run.js'
import type { HistoryInput } from './comparable-history.js'
import type { CallExpectation } from './to-call.js'
import type { CatchExpectation } from './to-catch.js'
import type { CompensateOptions, Compensations } from './to-compensate.js'
import type { CoverOptions } from './to-cover-error-paths.js'
import type { FailExpectation } from './to-fail.js'
import type { EffectExpectations, EffectOptions } from './to-have-effects.js'
import type { NoDuplicatesOptions } from './to-have-no-duplicates.js'
import type { HistoryOptions } from './to-match-history.js'
import type { RetryExpectation } from './to-retry.js'
import type { TimeBounds } from './to-take.js'
import type { TimeOutExpectation } from './to-time-out.js'
import type { VisitExpectation } from './to-visit.js'

/** The matchers that `aslx/vitest` and `aslx/jest` add to `expect(run)`; `State` are the states of the run's machine. */
export interface RunMatchers<State extends string = string> {
  /** The run succeeded, with this output if one is given: a value, or a matcher such as `expect.objectContaining(...)`. */
  toSucceed(output?: unknown): void
  /** The run has status FAILED, with this error (the name, or a pattern) and cause (a part of it, or a pattern). */
  toFail(error?: string | RegExp, expected?: FailExpectation): void
  /** The execution ran out of its own TimeoutSeconds; with `state`, a task of that state ran out of time. */
  toTimeOut(expected?: TimeOutExpectation<State>): void
  /** The state was retried so in some visit: so often, with these waits, on this error. */
  toRetry(state: State, expected?: RetryExpectation): void
  /** A catcher of the state took an error in some visit: of this name, and went to this state. */
  toCatch(state: State, error?: string, expected?: CatchExpectation<State>): void
  /** The states were entered in this order, whatever came between; or the one state so often. */
  toVisit(...states: readonly [State, ...State[]]): void
  toVisit(state: State, expected: VisitExpectation): void
  /** The state called its service: so often, sent this. */
  toCall(state: State, expected?: CallExpectation): void
  /** The run took this virtual time: `'6s'`, ms, or `{ atLeast, atMost }`. */
  toTake(expected: Duration | TimeBounds): void
  /** The states changed the outside so often: `{ Charge: 1, Notify: { times: 2, action: 'publish' } }`. */
  toHaveEffects(expected: EffectExpectations<State>, options?: EffectOptions): void
  /** Nothing was carried out twice, unless under one idempotency token. */
  toHaveNoDuplicates(options?: NoDuplicatesOptions<State>): void
  /** Every effect was undone, once, in reverse order: `{ Charge: 'Refund' }`, or pairs inferred from names. */
  toCompensate(pairs?: Compensations<State>, options?: CompensateOptions): void
  /** The run went as a recorded execution did: what GetExecutionHistory answers, or the history of another run. */
  toMatchHistory(recorded: HistoryInput, options?: HistoryOptions): void
  /** `expect(runs)`: together these runs take every error path of their machine. */
  toCoverErrorPaths(options?: CoverOptions<State>): void
  /** `expect(machine)`: these runs take every error path of it. */
  toCoverErrorPaths(runs: readonly Run[], options?: CoverOptions<State>): void
}
