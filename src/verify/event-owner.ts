import type { HistoryEvent } from '../engine/event-types.js'
import type { ItemStep } from '../engine/ports.js'
import type { DraftPlace, VisitDraft } from './visit-draft.js'

/** Events after which a chain goes on outside the visit they belong to. */
const LEAVING = /StateExited$|^(?:Map|Parallel)StateFailed$/

/** Which visit every event belongs to, read off `previousEventId` in the order of the history. */
export class EventOwners {
  readonly #events = new Map<number, { readonly event: HistoryEvent; readonly owner: VisitDraft }>()

  /** Remembers an event's owner, so that later events can be traced back through it. */
  add(event: HistoryEvent, owner: VisitDraft): void {
    this.#events.set(event.id, { event, owner })
  }

  /** The visit that an event other than *StateEntered belongs to; undefined for those of the execution itself. */
  ownerOf(event: HistoryEvent): VisitDraft | undefined {
    const previous = this.#events.get(event.previousEventId)
    if (!previous) return undefined
    const { type, details } = event
    if (type === 'EvaluationFailed') return up(previous.owner, (visit) => visit.state === event.details.state)
    if (type.endsWith('StateExited') && details && 'name' in details) {
      return up(previous.owner, (visit) => visit.state === details.name)
    }
    const container = /^(Map|Parallel)/.exec(type)?.[1]
    if (container === undefined) return previous.owner
    const from = LEAVING.test(previous.event.type) ? previous.owner.place?.container : previous.owner
    return up(from, (visit) => visit.type === container)
  }

  /** Where a state that is entered after this event stands: in which container, and with which items. */
  placeAfter(previousEventId: number): { readonly place: DraftPlace | undefined; readonly items: readonly ItemStep[] } {
    const previous = this.#events.get(previousEventId)
    if (!previous) return { place: undefined, items: [] }
    const { event, owner } = previous
    if (event.type === 'MapIterationStarted') {
      const { name, index } = event.details
      const place = { container: owner, attempt: owner.attemptCount, child: index }
      return { place, items: [...owner.items, { map: name, index }] }
    }
    if (event.type !== 'ParallelStateStarted') return { place: owner.place, items: owner.items }
    const place = { container: owner, attempt: owner.attemptCount, child: owner.addBranch() }
    return { place, items: owner.items }
  }
}

function up(from: VisitDraft | undefined, fits: (visit: VisitDraft) => boolean): VisitDraft | undefined {
  let visit = from
  while (visit && !fits(visit)) visit = visit.place?.container
  return visit
}
