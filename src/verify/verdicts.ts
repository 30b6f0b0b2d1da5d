import { errorPathCoverage, toCoverErrorPaths } from './to-cover-error-paths.js'
import { toCall } from './to-call.js'
import { toCatch } from './to-catch.js'
import { toCompensate } from './to-compensate.js'
import { toFail } from './to-fail.js'
import { toHaveEffects } from './to-have-effects.js'
import { toHaveNoDuplicates } from './to-have-no-duplicates.js'
import { toMatchHistory } from './to-match-history.js'
import { toRetry } from './to-retry.js'
import { toSucceed } from './to-succeed.js'
import { toTake } from './to-take.js'
import { toTimeOut } from './to-time-out.js'
import { toVisit } from './to-visit.js'

/**
 * The matchers as pure functions, for test runners without `expect.extend`:
 * `const { pass, message } = verdicts.toRetry(run, 'Ship', { times: 2 }); assert.ok(pass, message())`.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const run = await order.run({ tasks: { Charge: returns({}), Ship: returns({ parcel: 'p-1' }) } })
 * verdicts.toSucceed(run, { parcel: 'p-1' }).pass // => true
 */
export const verdicts = {
  toSucceed,
  toFail,
  toTimeOut,
  toRetry,
  toCatch,
  toVisit,
  toCall,
  toTake,
  toHaveEffects,
  toHaveNoDuplicates,
  toCompensate,
  toMatchHistory,
  toCoverErrorPaths,
  errorPathCoverage,
} as const
