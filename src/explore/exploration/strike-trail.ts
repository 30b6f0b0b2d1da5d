import { foldStrikes, printScenario } from '../../faults/scenario-string.js'
import type { Effect } from '../../tasks/ledger.js'
import { type Course, type Passage, passagesOf } from './course.js'
import type { EpisodePlan } from './episode-plan.js'
import type { Baseline, ScenarioEnding, Episode, Handling, Observation } from './observation.js'
import { openSiteKey } from './open-strike.js'

/** The way to a moment: along a course for some passages, then the passage that begins with strikes. */
export interface StrikeTrail {
  readonly before: StrikeTrail | undefined
  readonly course: Course
  /** Passages of the course before the strikes. */
  readonly steps: number
  readonly struck: Passage
  readonly plans: readonly EpisodePlan[]
  /** From the start of the execution to the end of `struck`. */
  readonly tookMs: number
  readonly events: number
}

/** What all scenarios of a base have in common. */
export interface Base {
  /** The name of its scenario: 8 hex digits. */
  readonly name: string
  readonly seed: number
  readonly baseline: Baseline
  /** Events at its first instant. */
  readonly startEvents: number
  /** What happens without any strike. */
  readonly course: Course
}

const UNHANDLED: Handling = { retrier: undefined, isRecovered: false, catcher: undefined, takenBy: undefined }

/** One scenario: what it came to is put together from the passages that it shares with others, when it is asked for. */
export class TrailObservation implements Observation {
  readonly #base: Base
  readonly #trail: StrikeTrail | undefined
  readonly #course: Course
  #episodes: readonly Episode[] | undefined

  constructor(base: Base, trail: StrikeTrail | undefined, course: Course) {
    this.#base = base
    this.#trail = trail
    this.#course = course
  }

  get base(): string {
    return this.#base.name
  }
  get baseline(): Baseline {
    return this.#base.baseline
  }
  get ending(): ScenarioEnding {
    return this.#course.ending
  }
  get tookMs(): number {
    return (this.#trail?.tookMs ?? 0) + this.#course.tookMs
  }
  get events(): number {
    return (this.#trail?.events ?? this.#base.startEvents) + this.#course.events
  }
  get episodes(): readonly Episode[] {
    this.#episodes ??= trailsOf(this.#trail).flatMap((trail) => trail.plans.map((plan) => this.#episodeOf(plan)))
    return this.#episodes
  }
  get scenario(): string {
    const struck = [...this.#passages()].flatMap((passage) => passage.struck)
    return printScenario({ base: this.#base.name, strikes: foldStrikes(struck), seed: this.#base.seed })
  }
  get effects(): readonly Effect[] {
    return [...this.#passages()].flatMap((passage) => passage.effects)
  }
  get enteredAfter(): readonly string[] {
    const entered = new Set<string>()
    for (const passage of this.#passagesAfter()) for (const pointer of passage.entered) entered.add(pointer)
    return [...entered]
  }

  *#passages(): Generator<Passage> {
    for (const { course, steps, struck } of trailsOf(this.#trail)) {
      let at: Course | undefined = course
      for (let step = 0; step < steps && at?.passage; step++, at = at.next) yield at.passage
      yield struck
    }
    yield* passagesOf(this.#course)
  }

  /** From the first strike on; all of them where nothing struck. */
  *#passagesAfter(): Generator<Passage> {
    const first = trailsOf(this.#trail)[0]
    let isAfter = first === undefined
    for (const passage of this.#passages()) {
      if (passage === first?.struck) isAfter = true
      if (isAfter) yield passage
    }
  }

  #episodeOf(plan: EpisodePlan): Episode {
    const site = openSiteKey(plan.resolved)
    let handling: Handling | undefined
    let calls = 0
    for (const passage of this.#passagesAfter()) {
      handling ??= passage.fates.find((fate) => fate.site === site)?.handling
      for (const call of passage.calls)
        if (call.pointer === plan.pointer && call.items.join() === plan.items.join()) calls++
    }
    const { resolved: _resolved, isFailure: _isFailure, purpose: _purpose, ...episode } = plan
    // An execution may end before all the attempts are made that were to be struck.
    const times = plan.multiplicity === 'persists' ? Math.max(1, calls) : plan.times
    return { ...episode, times, handling: handling ?? UNHANDLED, callsAfter: Math.max(0, calls - times) }
  }
}

function trailsOf(trail: StrikeTrail | undefined): readonly StrikeTrail[] {
  const trails: StrikeTrail[] = []
  for (let at = trail; at; at = at.before) trails.push(at)
  return trails.reverse()
}
