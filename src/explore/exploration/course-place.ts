import type { Course, Passage } from './course.js'
import type { EpisodePlan } from './episode-plan.js'
import type { StrikeTrail } from './strike-trail.js'

/** Where an exploration stands: on a course, after so many of its passages. */
export interface CoursePlace {
  readonly before: StrikeTrail | undefined
  readonly start: Course
  readonly steps: number
  /** From the start of the execution. */
  readonly tookMs: number
  readonly events: number
}

/** The beginning of a course; `events`: in the history by then. */
export function placeOn(start: Course, events: number, before?: StrikeTrail): CoursePlace {
  return { before, start, steps: 0, tookMs: before?.tookMs ?? 0, events }
}

/** One passage further. */
export function placeAfter(place: CoursePlace, { tookMs, events }: Passage): CoursePlace {
  const { before, start, steps } = place
  return { before, start, steps: steps + 1, tookMs: place.tookMs + tookMs, events: place.events + events }
}

/** The trail that leaves the course at a place. */
export function trailFrom(place: CoursePlace, struck: Passage, plans: readonly EpisodePlan[]): StrikeTrail {
  const { before, start: course, steps } = place
  return {
    before,
    course,
    steps,
    struck,
    plans,
    tookMs: place.tookMs + struck.tookMs,
    events: place.events + struck.events,
  }
}

/** The episodes of a trail, in order. */
export function plansOf(trail: StrikeTrail | undefined): readonly EpisodePlan[] {
  const plans: EpisodePlan[] = []
  for (let at = trail; at; at = at.before) plans.unshift(...at.plans)
  return plans
}
