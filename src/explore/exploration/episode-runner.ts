import { type Passage, joinedPassages } from './course.js'
import type { Courses } from './courses.js'
import { type EpisodePlan, openStrike } from './episode-plan.js'
import type { Moment, PassedMoment, Unstruck } from './moment.js'
import { type StrikeAttempt, coversAttempt } from '../../faults/scenario-string.js'
import type { SiteOfCall } from '../../faults/site.js'

/**
 * Runs episodes from one moment after the other. What a retrier waits depends on its count alone, and of an error that is tried again
 * nothing is left but the count: so the attempts between the first and the last are made once for all errors of one retrier.
 */
export class EpisodeRunner {
  readonly #courses: Courses
  readonly #unstruck: Unstruck
  #moment: Moment | undefined
  #ladders = new Map<string, PassedMoment[]>()

  constructor(courses: Courses, unstruck: Unstruck) {
    this.#courses = courses
    this.#unstruck = unstruck
  }

  /** Strikes the calls that the plans are for. A strike that is alone is followed until it is over or its state is left. */
  run(moment: Moment, plans: readonly EpisodePlan[]): PassedMoment {
    const first = this.#courses.pass(moment, this.#unstruck, plans.map(openStrike))
    const [plan] = plans
    return plan && plans.length === 1 && plan.times > 1 ? this.#followed(moment, plan, first) : first
  }

  #followed(moment: Moment, plan: EpisodePlan, first: PassedMoment): PassedMoment {
    const ladder = this.#ladderFrom(moment, plan, first)
    const last = plan.attempt + plan.times - 1
    const passages = [first.passage]
    let at = first.next
    for (let attempt = plan.attempt + 1; attempt <= last && isAtAttempt(at, plan, attempt); attempt++) {
      const step = attempt - plan.attempt - 1
      const known = attempt === last && plan.multiplicity === 'exhausted' ? undefined : ladder[step]
      const rung = known ?? this.#courses.pass(at, this.#unstruck)
      if (isTriedAgain(rung.next, plan, attempt + 1)) ladder[step] ??= rung
      passages.push(restruck(rung.passage, first.passage, plan, attempt))
      at = known ? { ...rung.next, open: openAfter(at, attempt === last, plan) } : rung.next
    }
    return passages.length === 1 ? first : { passage: joinedPassages(passages), next: at }
  }

  /** The attempts after the first, as far as an error of the same retrier has come to them from the same moment. */
  #ladderFrom(moment: Moment, { placement }: EpisodePlan, { passage, next }: PassedMoment): PassedMoment[] {
    if (this.#moment !== moment) {
      this.#moment = moment
      this.#ladders = new Map()
    }
    const key = this.#courses.sessionKey(next)
    if (key === undefined) return []
    const { tookMs, events, effects } = passage
    const whole = `${placement} ${tookMs} ${events} ${effects.length} ${key}`
    const known = this.#ladders.get(whole) ?? []
    this.#ladders.set(whole, known)
    return known
  }
}

/** Whether the visit is the only one to ask something, at its next attempt, which the strike hits. */
function isAtAttempt(moment: Moment, plan: EpisodePlan, attempt: number): boolean {
  const [call] = moment.calls
  return (
    isTriedAgain(moment, plan, attempt) &&
    moment.open.some((strike) => call && strike.resolved === plan.resolved && coversAttempt(strike.resolved, call))
  )
}

function isTriedAgain({ calls }: Moment, { pointer, visit, purpose }: EpisodePlan, attempt: number): boolean {
  const [call] = calls
  if (!call || calls.length > 1 || call.purpose !== purpose) return false
  return call.attempt === attempt && call.pointer === pointer && call.visit === visit
}

function openAfter({ open }: Moment, isOver: boolean, { resolved }: EpisodePlan): Moment['open'] {
  return isOver ? open.map((strike) => (strike.resolved === resolved ? { ...strike, isOver } : strike)) : open
}

/** The passage with the strike of another error of the same retrier. */
function restruck(passage: Passage, first: Passage, { resolved }: EpisodePlan, attempt: number): Passage {
  const isOfVisit = (struck: StrikeAttempt): boolean => coversAttempt(resolved, siteOf(struck))
  const own = first.struck.find(isOfVisit)
  if (!own) return passage
  return { ...passage, struck: passage.struck.map((struck) => (isOfVisit(struck) ? { ...own, attempt } : struck)) }
}

function siteOf({ state, items, visit, attempt }: StrikeAttempt): SiteOfCall {
  return { state, items: items.map((index) => ({ map: '', index })), visit, attempt }
}
