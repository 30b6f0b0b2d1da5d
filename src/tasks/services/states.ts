import { isObject, member, type Json } from '../../asl/json.js'
import { executionArnOf, startAnswer, startRequest } from '../child-execution.js'
import { jsonText } from '../json-text.js'
import type { ServiceCall } from '../service-call.js'
import type { ServiceFailure } from '../service-failure.js'

/** The child execution starts. */
export function inferStates({ call }: ServiceCall): Json | undefined {
  const request = startRequest(call)
  if (!request || request.waits) return undefined
  return startAnswer(call, executionArnOf(request.stateMachineArn, request.name), call.atMs)
}

const BAD_ENDS: ReadonlySet<Json | undefined> = new Set(['FAILED', 'TIMED_OUT', 'ABORTED'])

/**
 * A mock of `startExecution.sync` gives what DescribeExecution answers: with a `Status` that is no success the Task fails
 * with `States.TaskFailed`, and the answer is the cause, its members in alphabetical order (recorded 2023-07).
 */
export function judgeChildExecution(value: Json): ServiceFailure | undefined {
  if (!isObject(value) || !BAD_ENDS.has(member(value, 'Status'))) return undefined
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return { failure: { error: 'States.TaskFailed', cause: jsonText(Object.fromEntries(members)) }, carriedOut: true }
}
