import type { MergeKeys } from './merge-key.js'
import type { Moment } from './moment.js'
import { openKey } from './open-strike.js'

/** A loop that nothing counts: what one round of it takes. */
export interface Round {
  readonly tookMs: number
  readonly events: number
}

/** The same moment, but for ids and a clock that nothing reads, has to come by so often until the rest is taken to be the same. */
const SEEN_OFTEN = 3

interface Seen {
  readonly times: number
  readonly nowMs: number
  readonly events: number
}

/** The moments that an execution comes by, to see when it goes round in a circle. */
export class Rounds {
  readonly #keys: MergeKeys
  readonly #seen = new Map<string, Seen>()

  constructor(keys: MergeKeys) {
    this.#keys = keys
  }

  /** What one round takes, once this moment has come by often enough. */
  closedBy({ session, calls, open }: Moment): Round | undefined {
    if (!calls.some(({ visit }) => visit > 1)) return undefined
    const key = this.#keys.roundKeyOf(session)
    if (key === undefined) return undefined
    const whole = open.length === 0 ? key : `${key}~${open.map(openKey).join('~')}`
    const { nowMs, eventCount: events } = session.execution
    const before = this.#seen.get(whole)
    if (before && before.times + 1 >= SEEN_OFTEN)
      return { tookMs: nowMs - before.nowMs, events: events - before.events }
    this.#seen.set(whole, { times: (before?.times ?? 0) + 1, nowMs, events })
    return undefined
  }
}
