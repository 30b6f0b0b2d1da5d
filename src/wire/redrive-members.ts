import type { Execution } from '../engine/execution.js'
import { redriveStatusOf } from '../engine/redrive-refusal.js'

/**
 * What `DescribeExecution` tells of redrives, at the end of the execution or a while later.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html
 */
export interface RedriveMembers {
  readonly redriveCount: number
  /** ISO-8601 in UTC; of the last redrive. */
  readonly redriveDate?: string
  readonly redriveStatus: 'REDRIVABLE' | 'NOT_REDRIVABLE'
  readonly redriveStatusReason?: string
}

/**
 * The redrive members of an execution, `afterMs` (default 0) after its end.
 * @example
 * const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
 * toRedriveMembers(advance(start(program, {}))).redriveStatus // => 'NOT_REDRIVABLE'
 */
export function toRedriveMembers(execution: Execution, afterMs = 0): RedriveMembers {
  const { redriveCount, sinceMs } = execution.drive
  const verdict = redriveStatusOf(execution, afterMs)
  return {
    redriveCount,
    ...(redriveCount > 0 && { redriveDate: new Date(sinceMs).toISOString() }),
    redriveStatus: verdict.status,
    ...(verdict.status === 'NOT_REDRIVABLE' && { redriveStatusReason: verdict.reason }),
  }
}
