import { printDuration } from '../asl/duration.js'
import { countText, errorName, printable, quotedName } from './printable.js'
import type { Attempt, StateVisit } from './state-visit.js'

/** Virtual time since the start of the run: `+1m 30s`. */
export function offsetText(atMs: number, startAtMs: number): string {
  return `+${printDuration(atMs - startAtMs)}`
}

/** What an attempt came to: `ok after 3s`, `Runtime.ExitError (fault lambda-oom)`, `cut off`. */
export function outcomeText(attempt: Attempt, type: StateVisit['type']): string {
  const parts = [endText(attempt)]
  const tookMs = (attempt.endedAtMs ?? attempt.atMs) - attempt.atMs
  if (type === 'Task' && tookMs > 0) parts.push(`after ${printDuration(tookMs)}`)
  if (attempt.expired) parts.push(attempt.expired === 'heartbeat' ? '(no heartbeat)' : '(time ran out)')
  if (attempt.fault !== undefined) parts.push(`(fault ${printable(attempt.fault)})`)
  if (attempt.inferred) parts.push('(inferred)')
  if (attempt.children !== undefined) parts.push(`(${childrenText(attempt.children, type)})`)
  return parts.join(' ')
}

function endText({ failed, error, endedAtMs }: Attempt): string {
  if (failed) return errorName(error)
  return endedAtMs === undefined ? 'cut off' : 'ok'
}

function childrenText(count: number, type: StateVisit['type']): string {
  return type === 'Map' ? countText(count, 'item') : countText(count, 'branch', 'branches')
}

/**
 * What followed on a failed attempt by way of its Retry: `wait 2s, retry 1 of 3`; empty if nothing did. A line that
 * stands for many attempts gives the bounds of jittered waits only: `wait up to 2s`.
 */
export function retryText(
  { waitMs, waitBoundMs = waitMs, retry, of, exhausted }: Attempt,
  standsForMany = false,
): string {
  if (waitMs === undefined) return exhausted === undefined ? '' : `Retry ${exhausted} used up`
  return `${waitText(waitMs, waitBoundMs ?? waitMs, standsForMany)}, retry ${retry} of ${of}`
}

function waitText(waitMs: number, boundMs: number, standsForMany: boolean): string {
  if (waitMs === boundMs) return `wait ${printDuration(waitMs)}`
  return standsForMany
    ? `wait up to ${printDuration(boundMs)}`
    : `wait ${printDuration(waitMs)} (at most ${printDuration(boundMs)})`
}

/** What became of the visit's error in the end: `caught -> Refund (Catch 0)`, `unhandled`; empty if it had none. */
export function fateText({ caught, unhandled, within }: StateVisit, visits: readonly StateVisit[]): string {
  if (caught) return `caught -> ${printable(caught.next)} (Catch ${caught.catcher})`
  if (!unhandled) return ''
  const container = within && visits[within.index]
  // No container ever sees States.Runtime: it ends the execution wherever it is raised.
  if (!container || unhandled.error === 'States.Runtime') return 'unhandled'
  return `not caught here, up to ${quotedName(container.state)}`
}
