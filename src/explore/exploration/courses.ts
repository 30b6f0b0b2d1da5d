import type { ExplorationBudget } from './budget.js'
import { type Course, type Passage, withPassage } from './course.js'
import { endedCourse, endlessCourse, mayFollow } from './course-end.js'
import type { MergeKeys } from './merge-key.js'
import { type Moment, type PassedMoment, type Unstruck, pass, passToProbe } from './moment.js'
import { type OpenStrike, openKey } from './open-strike.js'
import { Rounds } from './rounds.js'

/** A course, and the moments on it that had to be gone through to find it, the first of which is where it begins. */
export interface Walked {
  readonly course: Course
  readonly moments: readonly Moment[]
}

/** Everything that is known of how executions go on, by the moments they come by. */
export class Courses {
  readonly #keys: MergeKeys
  readonly #known = new Map<string, Course>()
  readonly #entered = new Set<string>()
  readonly #budget: ExplorationBudget

  constructor(keys: MergeKeys, budget: ExplorationBudget) {
    this.#keys = keys
    this.#budget = budget
  }

  /** Moments that differ from each other. */
  get size(): number {
    return this.#known.size
  }

  /** Pointers of the states that were entered on any way. */
  get entered(): ReadonlySet<string> {
    return this.#entered
  }

  /** What follows from a moment if nothing more goes wrong. */
  from(moment: Moment, unstruck: Unstruck): Walked {
    const way: { readonly passage: Passage; readonly key: string | undefined }[] = []
    const moments: Moment[] = []
    const rounds = new Rounds(this.#keys)
    let at = moment
    let end: Course | undefined
    for (;;) {
      moments.push(at)
      const key = this.#keyOf(at)
      end = this.#endAt(at, key, rounds)
      if (end) break
      const { passage, next } = this.pass(at, unstruck)
      way.push({ passage, key })
      at = next
    }
    const course = way.reduceRight((after, { passage, key }) => {
      const longer = withPassage(passage, after)
      if (key !== undefined && !longer.isCutShort) this.#known.set(key, longer)
      return longer
    }, end)
    return { course, moments }
  }

  /** One step of the engine: answers the calls of a moment, some of which are struck. */
  pass(moment: Moment, unstruck: Unstruck, strikes: readonly OpenStrike[] = []): PassedMoment {
    this.#budget.countStep(moment.session.execution.strands.length)
    const passed = pass(moment, unstruck, strikes)
    for (const pointer of passed.passage.entered) this.#entered.add(pointer)
    return passed
  }

  /** The text that moments share which go on alike but for what has struck them. */
  sessionKey({ session }: Moment): string | undefined {
    return this.#keys.keyOf(session)
  }

  /** As `pass`, to where a state is asked before its work begins; see `passToProbe`. */
  passToProbe(moment: Moment, unstruck: Unstruck, pointer: string): PassedMoment | undefined {
    this.#budget.countStep(moment.session.execution.strands.length)
    return passToProbe(moment, unstruck, pointer)
  }

  #keyOf({ session, open }: Moment): string | undefined {
    const key = this.#keys.keyOf(session)
    return key === undefined || open.length === 0 ? key : `${key}~${open.map(openKey).join('~')}`
  }

  #endAt(moment: Moment, key: string | undefined, rounds: Rounds): Course | undefined {
    if (moment.session.execution.status !== 'RUNNING') return endedCourse(moment)
    const known = key === undefined ? undefined : this.#known.get(key)
    if (known && mayFollow(moment, known)) return known
    const round = rounds.closedBy(moment)
    return round && endlessCourse(moment, round)
  }
}
