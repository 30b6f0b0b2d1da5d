import type { Call } from '../../engine/ports.js'
import { functionTimeoutSeconds } from '../fault-context.js'
import type { Circumstances } from '../plan.js'
import { firstFault, type StrikeDetails } from './cause.js'
import type { Slowdown } from './model.js'

/** A strike at the function's timeout: the one given, or else what is known of the function. The error's text says it, too. */
export function timedOut(
  { function: called }: Circumstances,
  ownSeconds?: number,
): StrikeDetails & { readonly afterMs: number } {
  const timeoutSeconds = ownSeconds ?? functionTimeoutSeconds(called)
  return { afterMs: timeoutSeconds * 1000, function: { ...called, timeoutSeconds } }
}

/** An invocation that takes longer than its function may ends in the function's timeout. */
export function functionLimit(call: Call, about: Circumstances, ownSeconds?: number): NonNullable<Slowdown['limit']> {
  const details = timedOut(about, ownSeconds)
  return { afterMs: details.afterMs, strike: () => firstFault(['lambda-timeout'], call, about, details) }
}
