import { asOfRecording } from './aws-changes.js'
import { alignedWith } from './compare-concurrent.js'
import { eventDifference } from './compare-event.js'
import { Placeholders } from './placeholders.js'
import type { Vocabulary } from './placeholders.js'
import type { RecordedEvent } from './recorded-event.js'
import { withIdsZeroed, zeroedDifference } from './zeroed-ids.js'

/** What has to be known of a recording to compare with it. */
export interface HistoryContext {
  readonly recordedAtMs: number
  readonly vocabulary: Vocabulary
  /** Branches or iterations ran side by side: their events may interleave in another way. */
  readonly orderMayVary: boolean
  readonly idsZeroed: boolean
  /** The recording stops while the execution was running: only its events are compared. */
  readonly isIncomplete: boolean
}

/** Where our history differs first from the recorded one, in words; undefined if it does not. */
export function historyDifference(
  recorded: readonly RecordedEvent[],
  ours: readonly RecordedEvent[],
  context: HistoryContext,
): string | undefined {
  const then = asOfRecording(context.isIncomplete ? ours.slice(0, recorded.length) : ours, context.recordedAtMs)
  if (context.idsZeroed) return zeroedDifference(recorded, withIdsZeroed(then), new Placeholders(context.vocabulary))
  const difference = listDifference(recorded, then, new Placeholders(context.vocabulary))
  if (difference === undefined || !context.orderMayVary) return difference
  const aligned = alignedWith(recorded, then)
  if (aligned === undefined) return difference
  return listDifference(recorded, aligned, new Placeholders(context.vocabulary))
}

function listDifference(
  recorded: readonly RecordedEvent[],
  ours: readonly RecordedEvent[],
  placeholders: Placeholders,
): string | undefined {
  for (const [index, event] of recorded.entries()) {
    const our = ours[index]
    if (our === undefined) return `event ${index + 1}: missing, expected ${event.type}${endOf(ours)}`
    const difference = eventDifference(event, our, placeholders)
    if (difference !== undefined) return `event ${index + 1} ${difference}`
  }
  const extra = ours[recorded.length]
  return extra === undefined ? undefined : `event ${recorded.length + 1}: not expected, got ${extra.type}`
}

function endOf(ours: readonly RecordedEvent[]): string {
  const last = ours.at(-1)
  return last === undefined ? '' : ` after ${JSON.stringify(last).slice(0, 400)}`
}
