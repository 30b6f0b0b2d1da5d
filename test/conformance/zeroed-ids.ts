import { eventDifference } from './compare-event.js'
import type { Placeholders } from './placeholders.js'
import type { RecordedEvent } from './recorded-event.js'

const ENDS = new Set(['ParallelStateSucceeded', 'ParallelStateAborted', 'ParallelStateExited', 'ParallelStateFailed'])

/**
 * A history after what some recordings went through: between ParallelStateStarted and the end of the Parallel the
 * events lost their ids and were sorted, and an end that another end follows (ParallelStateSucceeded before
 * ParallelStateExited) was dropped. The gap it leaves in the ids stays, so that it is still compared.
 */
export function withIdsZeroed(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const result: RecordedEvent[] = []
  let isInside = false
  for (const [index, event] of events.entries()) {
    const isEnd = ENDS.has(event.type)
    if (event.type === 'ParallelStateStarted') isInside = true
    else if (isEnd) isInside = false
    else if (isInside) {
      result.push({ ...event, id: [0], previousEventId: 0 })
      continue
    }
    if (isEnd && ENDS.has(events[index + 1]?.type ?? '')) continue
    result.push(event)
  }
  return result
}

/** Where two such histories differ first: event by event, the events without ids of one block in any order. */
export function zeroedDifference(
  recorded: readonly RecordedEvent[],
  ours: readonly RecordedEvent[],
  placeholders: Placeholders,
): string | undefined {
  let index = 0
  while (index < recorded.length) {
    const block = blockAt(recorded, index)
    const difference = blockDifference(block, blockAt(ours, index), placeholders)
    if (difference !== undefined) return `event ${index + 1} ${difference}`
    index += block.length
  }
  const extra = ours[index]
  return extra === undefined ? undefined : `event ${index + 1}: not expected, got ${extra.type}`
}

/** The events without ids from here on, or one event that has its id. */
function blockAt(events: readonly RecordedEvent[], from: number): readonly RecordedEvent[] {
  let to = from
  while (typeof events[to]?.id === 'object') to += 1
  return events.slice(from, Math.max(to, from + 1))
}

function blockDifference(
  recorded: readonly RecordedEvent[],
  ours: readonly RecordedEvent[],
  placeholders: Placeholders,
): string | undefined {
  if (recorded.length !== ours.length) {
    return `block: expected ${typesOf(recorded)}, got ${typesOf(ours)}`
  }
  const left = [...ours]
  for (const event of recorded) {
    const found = left.findIndex((our) => isSame(event, our, placeholders))
    if (found === -1) return `block: ${nearest(event, left, placeholders)}`
    left.splice(found, 1)
  }
  return undefined
}

/** Whether the events agree; only then do the placeholders in them get their meaning. */
function isSame(recorded: RecordedEvent, ours: RecordedEvent, placeholders: Placeholders): boolean {
  const tried = placeholders.fork()
  if (eventDifference(recorded, ours, tried) !== undefined) return false
  placeholders.adopt(tried)
  return true
}

/** The difference from an event of the same type, which tells more than that from another. */
function nearest(event: RecordedEvent, left: readonly RecordedEvent[], placeholders: Placeholders): string | undefined {
  const like = left.find((our) => our.type === event.type) ?? left[0]
  return like && eventDifference(event, like, placeholders.fork())
}

function typesOf(events: readonly RecordedEvent[]): string {
  return events.map((event) => event.type).join(', ')
}
