import { expect } from 'vitest'
import type { Duration } from './asl/duration.js'
import { receivedRun } from './verify/received-run.js'
import { type CatchExpectation, toCatch } from './verify/to-catch.js'
import { type FailExpectation, toFail } from './verify/to-fail.js'
import { type RetryExpectation, toRetry } from './verify/to-retry.js'
import { toSucceed } from './verify/to-succeed.js'
import { type TimeBounds, toTake } from './verify/to-take.js'
import { type VisitExpectation, toVisit } from './verify/to-visit.js'

/** The matchers that `import 'aslx/vitest'` adds to `expect(run)`. */
export interface RunMatchers {
  /** The run succeeded, with this output if one is given: a value, or a matcher such as `expect.objectContaining(...)`. */
  toSucceed(output?: unknown): void
  /** The run has status FAILED, with this error (the name, or a pattern) and cause (a part of it, or a pattern). */
  toFail(error?: string | RegExp, expected?: FailExpectation): void
  /** The state was retried so in some visit: so often, with these waits, on this error. */
  toRetry(state: string, expected?: RetryExpectation): void
  /** A catcher of the state took an error in some visit: of this name, and went to this state. */
  toCatch(state: string, error?: string, expected?: CatchExpectation): void
  /** The states were entered in this order, whatever came between; or the one state so often. */
  toVisit(...states: readonly [string, ...string[]]): void
  toVisit(state: string, expected: VisitExpectation): void
  /** The run took this virtual time: `'6s'`, ms, or `{ atLeast, atMost }`. */
  toTake(expected: Duration | TimeBounds): void
}

declare module 'vitest' {
  // Type parameters of merged interfaces must be alike, and vitest's own has this default.
  // oxlint-disable-next-line typescript/no-explicit-any
  interface Matchers<T = any> extends RunMatchers {}
}

expect.extend({
  toSucceed(received: unknown, output?: unknown) {
    const { customTesters, utils } = this
    const equals = (a: unknown, b: unknown) => this.equals(a, b, [...customTesters, utils.iterableEquality])
    return toSucceed(receivedRun(received, 'toSucceed'), output, equals)
  },
  toFail(received: unknown, error?: string | RegExp, expected?: FailExpectation) {
    return toFail(receivedRun(received, 'toFail'), error, expected)
  },
  toRetry(received: unknown, state: string, expected?: RetryExpectation) {
    return toRetry(receivedRun(received, 'toRetry'), state, expected)
  },
  toCatch(received: unknown, state: string, error?: string, expected?: CatchExpectation) {
    return toCatch(receivedRun(received, 'toCatch'), state, error, expected)
  },
  toVisit(received: unknown, ...expected: readonly (string | VisitExpectation)[]) {
    return toVisit(receivedRun(received, 'toVisit'), ...expected)
  },
  toTake(received: unknown, expected: Duration | TimeBounds) {
    return toTake(receivedRun(received, 'toTake'), expected)
  },
})
