import type { Duration } from '../asl/duration.js'
import type { HistoryInput } from './comparable-history.js'
import { receivedCoverage } from './received-coverage.js'
import { receivedRun } from './received-run.js'
import { type CallExpectation, toCall } from './to-call.js'
import { type CatchExpectation, toCatch } from './to-catch.js'
import { type CompensateOptions, type Compensations, toCompensate } from './to-compensate.js'
import { toCoverErrorPaths } from './to-cover-error-paths.js'
import { type FailExpectation, toFail } from './to-fail.js'
import { type EffectExpectations, type EffectOptions, toHaveEffects } from './to-have-effects.js'
import { type NoDuplicatesOptions, toHaveNoDuplicates } from './to-have-no-duplicates.js'
import { type HistoryOptions, toMatchHistory } from './to-match-history.js'
import { type RetryExpectation, toRetry } from './to-retry.js'
import { toSucceed } from './to-succeed.js'
import { type TimeBounds, toTake } from './to-take.js'
import { type TimeOutExpectation, toTimeOut } from './to-time-out.js'
import { type VisitExpectation, toVisit } from './to-visit.js'
import type { Equals, Verdict } from './verdict.js'

/** What vitest and jest alike give a matcher as `this`. */
export interface MatcherContext {
  readonly equals: (a: unknown, b: unknown, testers?: never[]) => boolean
  readonly customTesters?: readonly unknown[]
  readonly utils?: { readonly iterableEquality?: unknown }
}

/** Equality as the test runner has it, with its own asymmetric matchers and the testers that were added to it. */
function equalsOf({ equals, customTesters = [], utils }: MatcherContext): Equals {
  const iterable = utils?.iterableEquality
  const testers = [...customTesters, ...(iterable === undefined ? [] : [iterable])]
  return (a, b) => equals(a, b, testers as never[])
}

/** Every matcher in the form that `expect.extend` of vitest and jest takes. */
export const runMatchers = {
  toSucceed(this: MatcherContext, received: unknown, output?: unknown): Verdict {
    return toSucceed(receivedRun(received, 'toSucceed'), output, equalsOf(this))
  },
  toFail(received: unknown, error?: string | RegExp, expected?: FailExpectation): Verdict {
    return toFail(receivedRun(received, 'toFail'), error, expected)
  },
  toTimeOut(received: unknown, expected?: TimeOutExpectation): Verdict {
    return toTimeOut(receivedRun(received, 'toTimeOut'), expected)
  },
  toRetry(received: unknown, state: string, expected?: RetryExpectation): Verdict {
    return toRetry(receivedRun(received, 'toRetry'), state, expected)
  },
  toCatch(received: unknown, state: string, error?: string, expected?: CatchExpectation): Verdict {
    return toCatch(receivedRun(received, 'toCatch'), state, error, expected)
  },
  toVisit(received: unknown, ...expected: readonly (string | VisitExpectation)[]): Verdict {
    return toVisit(receivedRun(received, 'toVisit'), ...expected)
  },
  toCall(this: MatcherContext, received: unknown, state: string, expected?: CallExpectation): Verdict {
    return toCall(receivedRun(received, 'toCall'), state, expected, equalsOf(this))
  },
  toTake(received: unknown, expected: Duration | TimeBounds): Verdict {
    return toTake(receivedRun(received, 'toTake'), expected)
  },
  toHaveEffects(
    this: MatcherContext,
    received: unknown,
    expected: EffectExpectations,
    options?: EffectOptions,
  ): Verdict {
    return toHaveEffects(receivedRun(received, 'toHaveEffects'), expected, options, equalsOf(this))
  },
  toHaveNoDuplicates(received: unknown, options?: NoDuplicatesOptions): Verdict {
    return toHaveNoDuplicates(receivedRun(received, 'toHaveNoDuplicates'), options)
  },
  toCompensate(received: unknown, pairs?: Compensations, options?: CompensateOptions): Verdict {
    return toCompensate(receivedRun(received, 'toCompensate'), pairs, options)
  },
  toMatchHistory(received: unknown, recorded: HistoryInput, options?: HistoryOptions): Verdict {
    return toMatchHistory(receivedRun(received, 'toMatchHistory'), recorded, options)
  },
  toCoverErrorPaths(received: unknown, ...given: readonly unknown[]): Verdict {
    const { runs, options, machine } = receivedCoverage(received, given)
    return toCoverErrorPaths(runs, options, machine)
  },
}
