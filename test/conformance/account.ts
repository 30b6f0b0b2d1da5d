import { isArray, isObject, member, type Json } from '../../src/asl/json.js'
import type { Account } from '../../src/wire/machine-request.js'
import type { ConformanceCase } from './case.js'

/** The account of all recordings, as they show it. */
const MACHINE_ARN = 'arn:aws:states:us-east-1:111111111111:stateMachine:'

/**
 * What the account held when a refused request was made: the machines that the same test had created before, as the case
 * of its calls tells. It has no log group: a recording that creates one does not tell of it.
 */
export function accountsOf(cases: readonly ConformanceCase[]): (source: ConformanceCase) => Account {
  const byTest = new Map<string, Account>()
  for (const source of cases) {
    const { calls } = source.meta
    if (calls !== undefined && isArray(calls))
      byTest.set(testOf(source), { machines: calls.flatMap(created), logGroups: [] })
  }
  return (source) => byTest.get(testOf(source)) ?? EMPTY_ACCOUNT
}

export const EMPTY_ACCOUNT: Account = { machines: [], logGroups: [] }

/** The id without the part of the test that a case is of. */
function testOf({ id }: ConformanceCase): string {
  return id.replace(/#[^#]*$/, '')
}

function created(call: Json): Account['machines'] {
  const params = isObject(call) && member(call, 'op') === 'CreateStateMachine' ? member(call, 'params') : undefined
  if (!isObject(call) || member(call, 'raises') === true || !isObject(params)) return []
  const [name, definition] = [member(params, 'name'), member(params, 'definition')]
  return typeof name === 'string' && typeof definition === 'string' ? [{ arn: MACHINE_ARN + name, definition }] : []
}
