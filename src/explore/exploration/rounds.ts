import type { MergeKeys } from './merge-key.js'
import type { Moment } from './moment.js'
import { openKey } from './open-strike.js'

/** A loop that nothing counts: what one round of it takes. */
export interface Round {
  readonly tookMs: number
  readonly events: number
  /** Whether the round before took the same time: a retrier with jitter waits for another one each time. */
  readonly isSteady: boolean
}

/** The same moment, but for ids and a clock that nothing reads, has to come by so often until the rest is taken to be the same. */
const SEEN_OFTEN = 3

interface Seen {
  readonly times: number
  /** Of the round that ended here; undefined for the first time. */
  readonly tookMs: number | undefined
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
    const tookMs = before && nowMs - before.nowMs
    if (before && tookMs !== undefined && before.times + 1 >= SEEN_OFTEN)
      return { tookMs, events: events - before.events, isSteady: tookMs === before.tookMs }
    this.#seen.set(whole, { times: (before?.times ?? 0) + 1, tookMs, nowMs, events })
    return undefined
  }
}
