import type { Effect } from '../../tasks/ledger.js'
import type { StrikeAttempt } from '../../faults/scenario-string.js'
import type { ScenarioEnding, Handling } from './observation.js'

/** A call as far as it can be told from others. */
export interface CalledSite {
  readonly pointer: string
  readonly items: readonly number[]
}

/** What happens between two moments at which calls are made: all that is kept of it. */
export interface Passage {
  readonly tookMs: number
  readonly events: number
  /** The calls that are answered at its beginning. */
  readonly calls: readonly CalledSite[]
  readonly effects: readonly Effect[]
  /** Attempts that were struck at its beginning. */
  readonly struck: readonly StrikeAttempt[]
  /** Pointers of the states entered. */
  readonly entered: readonly string[]
  /** What became of strikes whose states were left on the way. */
  readonly fates: readonly CourseFate[]
}

/** What the handlers of a struck state came to do. `site`: see `openSiteKey`. */
export interface CourseFate {
  readonly site: string
  readonly handling: Handling
}

/** All that follows from a moment if nothing more goes wrong: a list of passages that is shared by all that lead into it. */
export interface Course {
  /** Undefined at the end. */
  readonly passage: Passage | undefined
  readonly next: Course | undefined
  readonly ending: ScenarioEnding
  /** From here to the end. */
  readonly tookMs: number
  readonly events: number
  /** A limit on the whole execution ended it, so that it is another one's course only if that has come as far. */
  readonly isCutShort: boolean
}

/** Passages that follow on each other, as one. */
export function joinedPassages(passages: readonly Passage[]): Passage {
  return {
    tookMs: passages.reduce((sum, { tookMs }) => sum + tookMs, 0),
    events: passages.reduce((sum, { events }) => sum + events, 0),
    calls: passages.flatMap(({ calls }) => calls),
    effects: passages.flatMap(({ effects }) => effects),
    struck: passages.flatMap(({ struck }) => struck),
    entered: passages.flatMap(({ entered }) => entered),
    fates: passages.flatMap(({ fates }) => fates),
  }
}

/** The course that begins with a passage. */
export function withPassage(passage: Passage, next: Course): Course {
  const { ending, isCutShort } = next
  return {
    passage,
    next,
    ending,
    tookMs: passage.tookMs + next.tookMs,
    events: passage.events + next.events,
    isCutShort,
  }
}

/** A course, what is left of it after its first passage, and so on to the end. */
export function* coursesOf(course: Course): Generator<Course> {
  for (let at: Course | undefined = course; at; at = at.next) yield at
}

/** The passages of a course, in order. */
export function* passagesOf(course: Course): Generator<Passage> {
  for (const { passage } of coursesOf(course)) if (passage) yield passage
}
