import { isObject } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import { isEndless } from './arrival-times.js'
import { type Arrival, type Arrivals, listed } from './arrivals.js'

/** The arrivals as a list. UserError for what is none, and for endless ones that no duration ends. */
export function checkedArrivals(
  given: Arrivals | readonly (Arrivals | Arrival)[],
  untilMs: number,
): readonly Arrivals[] {
  const all = Array.isArray(given) ? (given as readonly (Arrivals | Arrival)[]) : [given as Arrivals]
  // In a test without types anything may stand there.
  if (!all.every((one: unknown) => isObject(one) && ('kind' in one || 'atMs' in one))) {
    throw new UserError('usage', "arrivals are made by bursts({ every: '5m', size: 100 }), steady, spike or listed")
  }
  const singles = all.filter((one): one is Arrival => !('kind' in one))
  const kinds = all.filter((one): one is Arrivals => 'kind' in one)
  const arrivals = singles.length === 0 ? kinds : [listed(singles), ...kinds]
  const endless = arrivals.find(isEndless)
  if (endless && !Number.isFinite(untilMs)) {
    throw new UserError('usage', `${endless.kind} arrivals go on for ever: say for how long, e.g. duration 2h`)
  }
  return arrivals
}

/** When the last execution arrives, in virtual ms since the start. UserError if none does, or too many do. */
export function lastOf(arrivals: Generator<Arrival>, most: number): number {
  let count = 0
  let lastMs = 0
  for (const { atMs } of arrivals) {
    lastMs = atMs
    if (++count > most) {
      throw new UserError('usage', `more than ${most} executions arrive: shorten the duration, or raise maxExecutions`)
    }
  }
  if (count === 0)
    throw new UserError('usage', 'no execution arrives: give arrivals, and a duration that they begin in')
  return lastMs
}

/** A whole number from 0; UserError for anything else. */
export function checkedCount(count: number, name: string): number {
  if (Number.isSafeInteger(count) && count >= 0) return count
  throw new UserError('usage', `${name} must be a whole number from 0, and it is ${String(count)}`)
}
