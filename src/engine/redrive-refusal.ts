import { LIMITS } from '../asl/limits.js'
import type { Execution } from './execution.js'

const DAY_MS = 24 * 60 * 60 * 1000

/** Whether an execution can be redriven at a moment; `reason` is one sentence without a full stop. */
export type RedriveStatus =
  { readonly status: 'REDRIVABLE' } | { readonly status: 'NOT_REDRIVABLE'; readonly reason: string }

/**
 * Whether an execution can be redriven `afterMs` after its end. The sentences for one that runs or has succeeded are
 * recorded; the others are worded like them (assumption).
 * https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
 * @example
 * const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
 * redriveStatusOf(advance(start(program, {}))).status // => 'NOT_REDRIVABLE'
 */
export function redriveStatusOf(execution: Execution, afterMs = 0): RedriveStatus {
  const { status, settings, eventCount } = execution
  if (settings.type === 'EXPRESS') return refused('Execution is EXPRESS and cannot be redriven')
  if (status === 'RUNNING' || status === 'SUCCEEDED') return refused(`Execution is ${status} and cannot be redriven`)
  const days = LIMITS.redriveDays.value
  if (afterMs > days * DAY_MS) return refused(`Execution ended more than ${days} days ago and cannot be redriven`)
  const most = settings.limits.historyEvents - 1
  if (eventCount >= most)
    return refused(`Execution has ${eventCount} history events, of ${most}, and cannot be redriven`)
  return { status: 'REDRIVABLE' }
}

function refused(reason: string): RedriveStatus {
  return { status: 'NOT_REDRIVABLE', reason }
}
