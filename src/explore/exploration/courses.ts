import type { Rules } from '../../harness/answering/rules.js'
import { type Course, type Passage, withPassage } from './course.js'
import { endedCourse, endlessCourse, mayFollow } from './course-end.js'
import type { MergeKeys } from './merge-key.js'
import { type Moment, type PassedMoment, pass } from './moment.js'
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
  #steps = 0

  constructor(keys: MergeKeys) {
    this.#keys = keys
  }

  /** Moments that differ from each other. */
  get size(): number {
    return this.#known.size
  }

  /** Steps that the engine has made. */
  get steps(): number {
    return this.#steps
  }

  /** What follows from a moment if nothing more goes wrong. */
  from(moment: Moment, rules: Rules): Walked {
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
      const { passage, next } = this.pass(at, rules)
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
  pass(moment: Moment, rules: Rules, strikes: readonly OpenStrike[] = []): PassedMoment {
    this.#steps++
    return pass(moment, rules, strikes)
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
