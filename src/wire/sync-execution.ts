import { UserError } from '../asl/user-error.js'
import type { Execution } from '../engine/execution.js'
import { toJsonText } from './wire-json.js'

/**
 * The answer of `StartSyncExecution`, also for an execution that failed. Payloads are JSON text, dates ISO-8601 in UTC.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html
 */
export interface SyncExecution {
  readonly executionArn: string
  readonly stateMachineArn: string
  readonly name: string
  readonly startDate: string
  readonly stopDate: string
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT'
  readonly error?: string
  readonly cause?: string
  readonly input: string
  readonly inputDetails: { readonly included: boolean }
  readonly output?: string
  /** There without an output, too (recorded). */
  readonly outputDetails: { readonly included: boolean }
  readonly billingDetails: {
    /** Virtual time from start to end, rounded up to the next 100 ms; at least 100. */
    readonly billedDurationInMilliseconds: number
    /** One unit of 64 MB: how much memory AWS would count for larger payloads is not modelled. */
    readonly billedMemoryUsedInMB: number
  }
}

const BILLED_UNIT_MS = 100

/**
 * A finished EXPRESS execution as `StartSyncExecution` answers it. Throws UserError for any other.
 * @example
 * const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
 * const answer = toSyncExecution(advance(start(program, {}, { type: 'EXPRESS' })))
 * answer.billingDetails.billedDurationInMilliseconds // => 100
 */
export function toSyncExecution(execution: Execution): SyncExecution {
  const { settings, status, output, nowMs } = execution
  if (settings.type !== 'EXPRESS') {
    throw new UserError('usage', 'StartSyncExecution is for EXPRESS state machines, and this one is STANDARD')
  }
  if (status === 'RUNNING' || status === 'ABORTED') {
    throw new UserError(
      'usage',
      `StartSyncExecution answers when an execution has ended by itself; this one is ${status}`,
    )
  }
  // As DescribeExecution: one that timed out shows no error (recorded there).
  const { error, cause } = status === 'FAILED' ? execution : {}
  const units = Math.ceil((nowMs - settings.startAtMs) / BILLED_UNIT_MS)
  return {
    executionArn: settings.executionArn,
    stateMachineArn: settings.machineArn,
    name: settings.name,
    startDate: new Date(settings.startAtMs).toISOString(),
    stopDate: new Date(nowMs).toISOString(),
    status,
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    input: toJsonText(settings.input),
    inputDetails: { included: true },
    ...(output !== undefined && { output: toJsonText(output) }),
    outputDetails: { included: true },
    billingDetails: {
      billedDurationInMilliseconds: Math.max(units, 1) * BILLED_UNIT_MS,
      billedMemoryUsedInMB: 64,
    },
  }
}
