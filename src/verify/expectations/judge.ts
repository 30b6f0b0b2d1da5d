import { isDeepStrictEqual } from 'node:util'
import { unreachable } from '../../asl/unreachable.js'
import type { Run } from '../../harness/machines/run.js'
import type { Expectation } from '../../harness/scenarios/suite/expectation.js'
import { containsSubset } from '../subset.js'
import { toCall } from '../to-call.js'
import { toCatch } from '../to-catch.js'
import { toFail } from '../to-fail.js'
import { toHaveEffects } from '../to-have-effects.js'
import { toHaveNoDuplicates } from '../to-have-no-duplicates.js'
import { toRetry } from '../to-retry.js'
import type { Equals, Verdict } from '../verdict.js'
import { toSucceed } from '../to-succeed.js'
import { toTake } from '../to-take.js'
import { toVisit } from '../to-visit.js'
import { toEnd } from './to-end.js'
import { toFollow } from './to-follow.js'

/** Whether the output has all that is expected: an object may have more members. */
const hasSubset: Equals = (actual, expected) => containsSubset(actual, expected, isDeepStrictEqual)

/** What a run has to say to an expectation, judged as the matchers for a test runner do. UserError for an unknown state. */
export function judge(run: Run, expectation: Expectation): Verdict {
  switch (expectation.kind) {
    case 'status':
      return toEnd(run, expectation.status)
    case 'succeeds':
      return toSucceed(run, expectation.output, hasSubset)
    case 'fails':
      return toFail(run, expectation.error, expectation)
    case 'output':
      return toSucceed(run, expectation.output)
    case 'path':
      return toFollow(run, expectation.states)
    case 'visits':
      return toVisit(run, ...expectation.states)
    case 'visit':
      return judgeVisit(run, expectation)
    case 'retries':
      return unless(expectation.never, toRetry(run, expectation.state, expectation))
    case 'catches':
      return unless(expectation.never, toCatch(run, expectation.state, expectation.on, expectation))
    case 'calls':
      return unless(expectation.never, toCall(run, expectation.state, expectation, hasSubset))
    case 'effects':
      return toHaveEffects(run, Object.fromEntries([[expectation.state, expectation.times]]))
    case 'duplicates':
      return toHaveNoDuplicates(run)
    case 'takes':
      return toTake(run, boundsOf(expectation))
    default:
      return unreachable(expectation)
  }
}

function judgeVisit(run: Run, { state, times }: { readonly state: string; readonly times: number }): Verdict {
  return times === 0 ? unless(true, toVisit(run, state)) : toVisit(run, state, { times })
}

function boundsOf({
  atLeast,
  atMost,
}: {
  readonly atLeast: number
  readonly atMost: number
}): Parameters<typeof toTake>[1] {
  if (atLeast === atMost) return atLeast
  return { atLeast, ...(atMost !== Number.POSITIVE_INFINITY && { atMost }) }
}

/** The verdict the other way round: its message fits both ways. */
function unless(isNegated: boolean, { pass, message }: Verdict): Verdict {
  return { pass: pass !== isNegated, message }
}
