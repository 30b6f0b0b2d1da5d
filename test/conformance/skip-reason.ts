import { isObject, member } from '../../src/asl/json.js'
import type { ConformanceCase } from './case.js'

/** A refusal whose ground is in no request: a name that is taken already. */
const NAME_IS_TAKEN = /^State Machine Already Exists: /

/** Why a case cannot be run, as its recording does not hold what its answer follows from; undefined for all others. */
export function skipReason({ kind, expect, account }: ConformanceCase): string | undefined {
  const error = member(expect, 'error')
  if (kind !== 'create_error' || !isObject(error) || (account?.machines.length ?? 0) > 0) return undefined
  const told = [member(error, 'message'), member(error, 'exception_value')]
  return told.some((text) => typeof text === 'string' && NAME_IS_TAKEN.test(text))
    ? 'the answer follows from what the account holds, and the recording does not tell that'
    : undefined
}
