import type { Run } from '../harness/machines/run.js'
import { type ComparableEvent, type HistoryInput, comparableHistory } from './comparable-history.js'
import { type HistoryDifference, historyDifference } from './history-difference.js'
import { countText, printable, printableJson } from './printable.js'
import { timelineOf } from './timeline.js'
import { type Verdict, messageOf } from './verdict.js'

export interface HistoryOptions {
  /** Names of members that are not compared, in events' details and in payloads, at any depth: `['orderId']`. */
  readonly ignore?: readonly string[]
}

/**
 * Passes if the run went as a recorded execution did, event by event. Ids and times of events, ISO date-times, UUIDs,
 * regions and accounts in ARNs, role ARNs, and the answers' SDK metadata are not compared; branches and items may interleave
 * in any way. The recording is what `aws stepfunctions get-execution-history` prints, or the history of another run.
 */
export function toMatchHistory(run: Run, recorded: HistoryInput, { ignore = [] }: HistoryOptions = {}): Verdict {
  const expected = comparableHistory(recorded, ignore)
  const actual = comparableHistory(run.history, ignore)
  const difference = historyDifference(expected, actual)
  const pass = difference === undefined
  const message = () => {
    const wanted = `${pass ? 'not ' : ''}to match the recorded history of ${countText(expected.length, 'event')}`
    const seen = difference ? differenceText(difference) : `its ${countText(actual.length, 'event')} do`
    const timeline = timelineOf(run)
    const state = difference && stateOf(difference, actual)
    const visits = timeline.filter((visit) => visit.state === state)
    return messageOf(run, `expected ${printable(run.machine)} ${wanted}; ${seen}`, {
      timeline,
      visits,
      lines: difference ? differenceLines(difference) : [],
      pointer: visits[0]?.pointer,
    })
  }
  if (!difference) return { pass, message }
  return { pass, message, expected: shown(difference.expected), actual: shown(difference.actual) }
}

function differenceText({ expected, actual, at }: HistoryDifference): string {
  if (!actual)
    return `it ends where the recording goes on with event ${expected?.id} (${printable(expected?.type ?? '')})`
  if (!expected) return `it goes on with event ${actual.id} (${actual.type}) where the recording ends`
  if (expected.type !== actual.type)
    return `its event ${actual.id} is ${actual.type}, and the recorded event ${expected.id} is ${printable(expected.type)}`
  return `its event ${actual.id} (${actual.type}) differs from the recorded event ${expected.id} in ${printable(at)}`
}

function differenceLines({ expected, actual }: HistoryDifference): readonly string[] {
  return [`- expected  ${eventText(expected)}`, `+ actual    ${eventText(actual)}`]
}

function eventText(event: ComparableEvent | undefined): string {
  return event ? `${printable(event.type)} ${printableJson(event.details, 300)}` : '(no more events)'
}

function shown(event: ComparableEvent | undefined): unknown {
  return event && { type: event.type, details: event.details }
}

/** The state that the differing event is about: the last that was entered before it. */
function stateOf({ actual, expected }: HistoryDifference, events: readonly ComparableEvent[]): string | undefined {
  const byId = new Map(events.map((event) => [event.id, event]))
  for (
    let event = actual ?? expected;
    event;
    event = event.id > event.previousEventId ? byId.get(event.previousEventId) : undefined
  ) {
    const { name } = event.details
    if (typeof name === 'string' && event.type.endsWith('StateEntered')) return name
  }
  return undefined
}
