import type { RecordedOutcome, TaskOutcome } from './case.js'
import { asText, detailsOf, nameIn } from './recorded-event.js'
import type { RecordedEvent } from './recorded-event.js'

const OUTCOME =
  /^(?:Task|LambdaFunction|Activity)(?:Succeeded|Failed|TimedOut|ScheduleFailed|StartFailed|SubmitFailed)$/

/**
 * What the tasks answered where the recording lost the ids that link an outcome with its task: within a block of events
 * without ids, the first outcome belongs to the first Task that was entered, and so on; outcomes left over are further
 * attempts of the last. Both lists are sorted by their text, so the pairs are right where the outcomes differ as the names do.
 */
export function outcomesFromSortedBlocks(events: readonly RecordedEvent[]): readonly TaskOutcome[] {
  const occurrences = new Map<string, number>()
  return blocksOf(events).flatMap((block) => outcomesOf(block, occurrences))
}

function blocksOf(events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] {
  const blocks: RecordedEvent[][] = []
  let isInside = false
  for (const event of events) {
    const hasNoId = typeof event.id === 'object'
    if (hasNoId && !isInside) blocks.push([])
    if (hasNoId) blocks.at(-1)?.push(event)
    isInside = hasNoId
  }
  return blocks
}

function outcomesOf(block: readonly RecordedEvent[], occurrences: Map<string, number>): readonly TaskOutcome[] {
  const entered = block.filter((event) => event.type === 'TaskStateEntered').map((event) => asText(nameIn(event)))
  for (const state of entered) occurrences.set(state, (occurrences.get(state) ?? -1) + 1)
  const submitted = block.filter((event) => event.type === 'TaskSubmitted')
  return block
    .filter((event) => OUTCOME.test(event.type))
    .map((event, index): TaskOutcome => {
      const state = entered[Math.min(index, entered.length - 1)] ?? ''
      const request = submitted[index] && detailsOf(submitted[index]).output
      return {
        state,
        occurrence: occurrences.get(state) ?? 0,
        attempt: Math.max(0, index - entered.length + 1),
        outcome: { type: event.type, ...outcomeDetails(event) },
        ...(request === undefined ? {} : { submitted: request }),
      }
    })
}

function outcomeDetails(event: RecordedEvent): Partial<RecordedOutcome> {
  const { output, error, cause } = detailsOf(event)
  return {
    ...(output === undefined ? {} : { output }),
    ...(typeof error === 'string' ? { error } : {}),
    ...(cause === undefined ? {} : { cause }),
  }
}
