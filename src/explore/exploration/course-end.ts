import type { Execution } from '../../engine/execution.js'
import type { Course } from './course.js'
import { endingOf } from './ending.js'
import type { Moment } from './moment.js'
import type { ScenarioEnding } from './observation.js'
import type { Round } from './rounds.js'

/** The course of an execution that has ended. */
export function endedCourse({ session: { execution } }: Moment): Course {
  const ending = endingOf(execution)
  const { eventCount } = execution
  const isFull = ending.status === 'FAILED' && eventCount >= execution.settings.limits.historyEvents
  const isCutShort = isFull || ending.status === 'TIMED_OUT' || ending.status === 'STUCK'
  return { passage: undefined, next: undefined, ending, tookMs: 0, events: 0, isCutShort }
}

/** Whether an execution that has come as far as this one can follow a course to its end before a limit on the whole of it strikes. */
export function mayFollow({ session: { execution } }: Moment, course: Course): boolean {
  return !course.isCutShort && isWithinLimits(execution, course.tookMs, course.events)
}

/** Whether an execution can go on for so long, and write so many events, before a limit on the whole of it strikes. */
export function isWithinLimits(execution: Execution, tookMs: number, events: number): boolean {
  const isTimely = execution.nowMs + tookMs < deadlineOf(execution)
  return isTimely && execution.eventCount + events < execution.settings.limits.historyEvents
}

/** When the execution's own time is up, ms since the epoch. */
export function deadlineOf({ program, settings, drive }: Execution): number {
  return drive.sinceMs + Math.min(program.timeoutSeconds ?? Infinity, settings.limits.executionSeconds) * 1000
}

/** An execution that comes to its limit in fewer rounds is gone on with to its end. */
const FEWEST_ROUNDS = 20

/**
 * The course of an execution that goes round until a limit ends it: the events of the history, or its time. What is told of its length is
 * off by a round at most. Undefined if the limit is near.
 */
export function endlessCourse({ session: { execution }, calls }: Moment, round: Round): Course | undefined {
  const { settings, nowMs, eventCount } = execution
  const leftEvents = settings.limits.historyEvents - eventCount
  const leftMs = deadlineOf(execution) - nowMs
  const roundsOfEvents = leftEvents / Math.max(1, round.events)
  const roundsOfTime = round.tookMs > 0 ? leftMs / round.tookMs : Infinity
  if (Math.min(roundsOfEvents, roundsOfTime) < FEWEST_ROUNDS) return undefined
  if (!round.isSteady && areClose(roundsOfEvents, roundsOfTime)) return undefined
  const pointer = calls[0]?.pointer
  const common = { passage: undefined, next: undefined, isCutShort: true } as const
  if (settings.type === 'STANDARD' && roundsOfEvents <= roundsOfTime) {
    const tookMs = Math.floor(roundsOfEvents) * round.tookMs
    return { ...common, ending: fullHistory(settings.limits.historyEvents, pointer), tookMs, events: leftEvents }
  }
  const status = execution.program.timeoutSeconds === undefined && settings.type === 'STANDARD' ? 'STUCK' : 'TIMED_OUT'
  const ending: ScenarioEnding = {
    status,
    failure: { error: 'States.Timeout' },
    pointer,
    isMeant: false,
    output: undefined,
  }
  const isEndless = roundsOfTime === Infinity
  const events = isEndless ? leftEvents : Math.floor(roundsOfTime) * round.events
  return { ...common, ending, tookMs: isEndless ? 0 : leftMs, events }
}

/** Rounds of unlike length may come to either limit first: such an execution is gone on with to its end, too. */
function areClose(roundsOfEvents: number, roundsOfTime: number): boolean {
  const ratio = roundsOfEvents / roundsOfTime
  return ratio > 1 / MOST_UNLIKE && ratio < MOST_UNLIKE
}

/** How many times as long as the last one the others may be: a wait with jitter may be next to nothing. */
const MOST_UNLIKE = 50

function fullHistory(events: number, pointer: string | undefined): ScenarioEnding {
  const cause = `The execution reached the maximum number of history events (${events}).`
  return { status: 'FAILED', failure: { error: 'States.Runtime', cause }, pointer, isMeant: false, output: undefined }
}
