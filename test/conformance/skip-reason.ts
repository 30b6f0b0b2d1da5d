import { isObject, member } from '../../src/asl/json.js'
import type { ConformanceCase } from './case.js'

/** Refusals whose ground is in no request: a name that is taken already, a log group that was deleted before. */
const OF_THE_ACCOUNT = [
  /^State Machine Already Exists: /,
  /\(InvalidLoggingConfiguration\) .*: Log Destination not found\.$/,
]

/** Why a case cannot be run, as its recording does not hold what its answer follows from; undefined for all others. */
export function skipReason({ kind, expect }: ConformanceCase): string | undefined {
  const error = member(expect, 'error')
  if (kind !== 'create_error' || !isObject(error)) return undefined
  const told = [member(error, 'message'), member(error, 'exception_value')]
  const isOfAccount = told.some((text) => typeof text === 'string' && OF_THE_ACCOUNT.some((form) => form.test(text)))
  return isOfAccount
    ? 'the answer follows from what the account holds, and the recording does not tell that'
    : undefined
}
