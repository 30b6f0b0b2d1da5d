import type { ItemStep } from '../engine/ports.js'
import type { CallRecord } from './run.js'

/** How often Tasks were called, by state and by the items around them. */
export type CallsBefore = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Calls of this place that a script is not to count; 0 without a redrive. */
export function callsBefore(
  before: CallsBefore | undefined,
  { state, items, ordinal }: { readonly state: string; readonly items: readonly ItemStep[]; readonly ordinal: number },
): number {
  return Math.min(before?.get(state)?.get(placeOf(items)) ?? 0, ordinal - 1)
}

/** Counts the calls of some states; what was known of others stays. */
export function countCalls(
  known: CallsBefore | undefined,
  calls: readonly CallRecord[],
  states: readonly string[],
): CallsBefore {
  const counts = new Map(known)
  for (const state of states) {
    const byPlace = new Map<string, number>()
    for (const call of calls) {
      if (call.state !== state || isQuestion(call)) continue
      const place = placeOf(call.items)
      byPlace.set(place, (byPlace.get(place) ?? 0) + 1)
    }
    counts.set(state, byPlace)
  }
  return counts
}

/** Whether a fault struck the state before it called anything. */
function isQuestion({ scheduledEventId, enteredEventId }: CallRecord): boolean {
  return scheduledEventId === enteredEventId
}

function placeOf(items: readonly ItemStep[]): string {
  return items.map((step) => step.index).join(',')
}
