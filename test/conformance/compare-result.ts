import { isObject } from '../../src/asl/json.js'
import type { Json, JsonObject } from '../../src/asl/json.js'
import type { Execution } from '../../src/engine/execution.js'
import { causeDifference, differenceOf, objectDifference, payloadDifference } from './compare-json.js'
import { ignoredKeys } from './ignored.js'
import type { Placeholders } from './placeholders.js'

/** An execution in the shape of `DescribeExecution`, without what is not compared. One that timed out shows no error there (recorded). */
function described(execution: Execution): JsonObject {
  const { settings, status, output } = execution
  const { error, cause } = status === 'TIMED_OUT' ? NO_ERROR : execution
  return {
    executionArn: settings.executionArn,
    stateMachineArn: settings.machineArn,
    name: settings.name,
    status,
    input: JSON.stringify(settings.input),
    ...(output === undefined ? {} : { output: JSON.stringify(output) }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  }
}

const NO_ERROR = { error: undefined, cause: undefined }

const PAYLOADS = { input: payloadDifference, output: payloadDifference, cause: causeDifference }

/** Where `DescribeExecution` differs from the recorded answer; undefined if it does not. */
export function describeDifference(recorded: JsonObject, execution: Execution, placeholders: Placeholders) {
  return objectDifference(withoutIgnored(recorded), described(execution), 'describe', placeholders, PAYLOADS)
}

/** Where status and output differ, for the recordings that have only these. */
export function outputDifference(
  recorded: { readonly status: Json; readonly output: Json | undefined },
  execution: Execution,
  placeholders: Placeholders,
): string | undefined {
  const { status, error, cause, output } = execution
  if (recorded.status !== status) {
    return `status: expected ${JSON.stringify(recorded.status)}, got ${status} ${error ?? ''} ${cause ?? ''}`.trimEnd()
  }
  if (recorded.output === undefined) return undefined
  return payloadDifference(recorded.output, JSON.stringify(output ?? null), 'output', placeholders)
}

/** What EventBridge has under these keys of a status change is `null` where `DescribeExecution` has no key. */
const MAY_BE_NULL = ['output', 'error', 'cause'] as const

/** Where the status changes that EventBridge saw differ: RUNNING, then the end. Events of other sources are left out. */
export function statusEventsDifference(recorded: readonly Json[], execution: Execution, placeholders: Placeholders) {
  const changes = recorded.filter(isObject).filter((event) => event['detail-type'] === STATUS_CHANGE)
  const running: Execution = { ...execution, status: 'RUNNING', output: undefined, error: undefined, cause: undefined }
  for (const [index, event] of changes.entries()) {
    const ours = described(index === 0 ? running : execution)
    const detail = isObject(event.detail) ? withoutIgnored(event.detail) : {}
    const withNulls = { ...Object.fromEntries(MAY_BE_NULL.map((key) => [key, null])), ...ours }
    const comparers = Object.fromEntries(
      Object.entries(PAYLOADS).map(([key, compare]) => [key, detail[key] === null ? differenceOf : compare]),
    )
    const difference = objectDifference(detail, withNulls, `eventBridge[${index}]`, placeholders, comparers)
    if (difference !== undefined) return difference
  }
  return undefined
}

const STATUS_CHANGE = 'Step Functions Execution Status Change'

const IGNORED_IN_DESCRIBE = ignoredKeys('describe')

function withoutIgnored(recorded: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(recorded).filter(([key]) => !IGNORED_IN_DESCRIBE.has(key)))
}
