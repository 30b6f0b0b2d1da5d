import { branchesOf } from './branches.js'
import type { Branch } from './branches.js'
import { mapStrings } from './normalise.js'
import type { RecordedEvent } from './recorded-event.js'

/**
 * Our events in the order and with the ids of the recorded ones, where both ran the same branches with the same types
 * of events in each, and only interleaved them in another way. Undefined where they did not: no order makes them equal.
 */
export function alignedWith(
  recorded: readonly RecordedEvent[],
  ours: readonly RecordedEvent[],
): readonly RecordedEvent[] | undefined {
  if (!ours.every((event, index) => event.id === index + 1)) return undefined
  const theirs = new History(recorded)
  const our = new History(ours)
  const pairs = pairsOf(theirs, our)
  if (pairs === undefined || pairs.some(([their, mine]) => theirs.join(their) !== our.join(mine))) return undefined
  const idOf = new Map(pairs.map(([their, mine]) => [Number(mine.id), Number(their.id)]))
  return pairs
    .map(([their, mine]) => renumbered(their, mine, our.join(mine) !== undefined, idOf))
    .sort((a, b) => Number(a.id) - Number(b.id))
}

type Pair = readonly [their: RecordedEvent, mine: RecordedEvent]
/** Our id -> the recorded one. */
type Ids = ReadonlyMap<number, number>

/** A history with what is asked of it here. */
class History {
  readonly events: readonly RecordedEvent[]
  readonly branches: ReadonlyMap<RecordedEvent['id'], Branch>
  readonly #byId: ReadonlyMap<RecordedEvent['id'], RecordedEvent>

  constructor(events: readonly RecordedEvent[]) {
    this.events = events
    this.branches = branchesOf(events)
    this.#byId = new Map(events.map((event) => [event.id, event]))
  }

  byBranch(): ReadonlyMap<string, readonly RecordedEvent[]> {
    const groups = new Map<string, RecordedEvent[]>()
    for (const event of this.events) {
      const key = this.branches.get(event.id)?.key ?? ''
      groups.set(key, [...(groups.get(key) ?? []), event])
    }
    return groups
  }

  before(event: RecordedEvent): RecordedEvent | undefined {
    return this.#byId.get(event.previousEventId)
  }

  /**
   * How an event hangs on one of another branch: the type of that event, the Map or Parallel whose branch it is in, and
   * whether it is the latest of its type there. Undefined if it hangs on one of its own branch.
   */
  join(event: RecordedEvent): string | undefined {
    const before = this.before(event)
    if (before === undefined) return undefined
    const branch = this.branches.get(before.id)
    if (branch?.inside === undefined || branch.key === this.branches.get(event.id)?.key) return undefined
    const between = this.events.slice(this.events.indexOf(before) + 1, this.events.indexOf(event))
    const isLatest = !between.some(
      (other) => other.type === before.type && this.branches.get(other.id)?.inside === branch.inside,
    )
    return `${before.type} in ${branch.inside}${isLatest ? ', the latest' : ''}`
  }
}

function pairsOf(theirs: History, our: History): readonly Pair[] | undefined {
  const mine = our.byBranch()
  const pairs: Pair[] = []
  for (const [key, events] of theirs.byBranch()) {
    const same = mine.get(key)
    if (same?.length !== events.length) return undefined
    for (const [index, event] of events.entries()) {
      const other = same[index]
      if (other?.type !== event.type) return undefined
      pairs.push([event, other])
    }
  }
  return pairs.length === our.events.length ? pairs : undefined
}

/** Which of several branches is the last to end, or the one that a new iteration follows, may vary as the order does. */
function renumbered(their: RecordedEvent, mine: RecordedEvent, isJoin: boolean, idOf: Ids): RecordedEvent {
  const previousEventId = isJoin ? their.previousEventId : (idOf.get(mine.previousEventId) ?? mine.previousEventId)
  const renamed = mapStrings(mine, (text) => withIdsRenamed(text, idOf)) as RecordedEvent
  return { ...renamed, id: their.id, previousEventId }
}

/** Causes name the event id of the state they come from. */
function withIdsRenamed(text: string, idOf: Ids): string {
  return text.replace(/\(entered at the event id #(\d+)\)/g, (whole, id: string) => {
    const renamed = idOf.get(Number(id))
    return renamed === undefined ? whole : `(entered at the event id #${renamed})`
  })
}
