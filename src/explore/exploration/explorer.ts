import { walkStates } from '../../asl/walk.js'
import type { Machine } from '../../harness/machines/machine.js'
import type { Rules } from '../../harness/answering/rules.js'
import type { Scenario } from '../../harness/scenarios/scenario.js'
import { type Course, type Passage, coursesOf, passagesOf, withPassage } from './course.js'
import { Courses } from './courses.js'
import { type EpisodePlan, StateStrikers, openStrike } from './episode-plan.js'
import { pointOf } from './error-classes.js'
import { MergeKeys } from './merge-key.js'
import { type Moment, opening } from './moment.js'
import type { ObservationSink } from './observation.js'
import { openBase } from './opened-base.js'
import type { ErrorClass } from './possible-error.js'
import { strikableCalls } from './strikable-calls.js'
import { type Base, type StrikeTrail, TrailObservation } from './strike-trail.js'

/** What an episode at a moment comes to, if nothing more goes wrong. */
interface Leaf {
  readonly plan: EpisodePlan
  readonly struck: Passage
  readonly course: Course
}

/** Where an exploration stands: on a course, after so many of its passages. */
interface Place {
  readonly before: StrikeTrail | undefined
  readonly start: Course
  readonly steps: number
  readonly tookMs: number
  readonly events: number
}

/** Strikes one base scenario at all of its calls, up to so many times in one run. */
export class BaseExplorer {
  readonly #rules: Rules
  readonly #courses: Courses
  readonly #strikers: ReadonlyMap<string, StateStrikers>
  readonly #sink: ObservationSink
  readonly #base: Base
  /** The run without faults, moment by moment. */
  readonly #moments: readonly Moment[]
  readonly #onBase: ReadonlySet<Course>
  readonly #leaves = new WeakMap<Course, readonly Leaf[]>()
  #generated = 0
  #distinct = 0

  constructor(
    machine: Machine,
    scenario: Scenario,
    classes: ReadonlyMap<string, readonly ErrorClass[]>,
    sink: ObservationSink,
  ) {
    const probes = [...classes].filter(([, list]) =>
      list.some(({ errors: [first] }) => first && pointOf(first) === 'state'),
    )
    const { name, seed, session, rules, keys } = openBase(machine, scenario, new Set(probes.map(([state]) => state)))
    this.#rules = rules
    this.#sink = sink
    this.#strikers = strikersOf(machine, classes)
    this.#courses = new Courses(new MergeKeys(keys))
    const { passage, next } = opening(session)
    const { course: after, moments } = this.#courses.from(next, rules)
    this.#moments = moments
    const course = withPassage(passage, after)
    const { ending, tookMs, events } = course
    const entered = new Set([...passagesOf(course)].flatMap((one) => one.entered))
    this.#base = { name, seed, course, baseline: { ending, tookMs, events, entered: [...entered] } }
    this.#onBase = new Set(coursesOf(course))
  }

  get counts(): {
    readonly generated: number
    readonly distinct: number
    readonly moments: number
    readonly steps: number
  } {
    return {
      generated: this.#generated,
      distinct: this.#distinct,
      moments: this.#courses.size,
      steps: this.#courses.steps,
    }
  }

  /** All scenarios with exactly so many episodes. */
  explore(k: number): void {
    if (k === 0) return this.#emit(undefined, this.#base.course)
    for (const isOnBase of k === 1 ? [true] : [false, true]) {
      const { course } = this.#base
      let place: Place = { before: undefined, start: course, steps: 0, tookMs: 0, events: 0 }
      let at = course
      for (const moment of this.#moments) {
        if (!at.passage || !at.next) break
        place = stepped(place, at.passage)
        at = at.next
        this.#strike(place, moment, at, k, isOnBase)
      }
    }
  }

  #strike(place: Place, moment: Moment, at: Course, left: number, isOnBase: boolean): void {
    if (left === 1) return this.#strikeLast(place, moment, at)
    for (const { call, strand, struck } of strikableCalls(moment, this.#rules, plansOf(place.before))) {
      for (const plan of this.#strikers.get(call.pointer)?.plansAt(call, strand, struck) ?? []) {
        const { passage, next } = this.#courses.pass(moment, this.#rules, [openStrike(plan)])
        const trail = trailTo(place, passage, [plan])
        this.#walk(trail, next, left - 1, isOnBase)
      }
    }
  }

  /** Strikes along everything that follows. */
  #walk(trail: StrikeTrail, moment: Moment, left: number, isOnBase: boolean): void {
    const { course, moments } = this.#courses.from(moment, this.#rules)
    let place: Place = { before: trail, start: course, steps: 0, tookMs: trail.tookMs, events: trail.events }
    let heavy = moments[0]
    let heavyAt = 0
    for (const at of coursesOf(course)) {
      if (!at.passage) break
      if (this.#onBase.has(at) === isOnBase || left > 1) {
        const known = left === 1 && plansOf(trail).length > 0 ? this.#leaves.get(at) : undefined
        if (known) this.#emitLeaves(place, known)
        else {
          while (heavy && heavyAt < place.steps) {
            heavyAt++
            heavy = moments[heavyAt] ?? this.#courses.pass(heavy, this.#rules).next
          }
          if (heavy) this.#strike(place, heavy, at, left, isOnBase)
        }
      }
      place = stepped(place, at.passage)
    }
  }

  #strikeLast(place: Place, moment: Moment, at: Course): void {
    const known = this.#leaves.get(at)
    if (known) return this.#emitLeaves(place, known)
    const leaves: Leaf[] = []
    for (const { call, strand, struck } of strikableCalls(moment, this.#rules, plansOf(place.before))) {
      for (const plan of this.#strikers.get(call.pointer)?.plansAt(call, strand, struck) ?? []) {
        const { passage, next } = this.#courses.pass(moment, this.#rules, [openStrike(plan)])
        const size = this.#courses.size
        const { course } = this.#courses.from(next, this.#rules)
        if (this.#courses.size > size || !course.passage) this.#distinct++
        leaves.push({ plan, struck: passage, course })
      }
    }
    this.#leaves.set(at, leaves)
    this.#emitLeaves(place, leaves)
  }

  #emitLeaves(place: Place, leaves: readonly Leaf[]): void {
    for (const { plan, struck, course } of leaves) {
      this.#emit(trailTo(place, struck, [plan]), course)
    }
  }

  #emit(trail: StrikeTrail | undefined, course: Course): void {
    this.#generated++
    this.#sink(new TrailObservation(this.#base, trail, course))
  }
}

function strikersOf(
  machine: Machine,
  classes: ReadonlyMap<string, readonly ErrorClass[]>,
): ReadonlyMap<string, StateStrikers> {
  const definitions = new Map([...walkStates(machine.definition)].map(({ pointer, state }) => [pointer, state]))
  return new Map(
    [...classes].map(([pointer, list]) => [pointer, new StateStrikers(list, definitions.get(pointer) ?? {})]),
  )
}

function stepped(place: Place, { tookMs, events }: Passage): Place {
  return { ...place, steps: place.steps + 1, tookMs: place.tookMs + tookMs, events: place.events + events }
}

function trailTo(
  { before, start, steps, tookMs, events }: Place,
  struck: Passage,
  plans: readonly EpisodePlan[],
): StrikeTrail {
  return { before, course: start, steps, struck, plans, tookMs: tookMs + struck.tookMs, events: events + struck.events }
}

function plansOf(trail: StrikeTrail | undefined): readonly EpisodePlan[] {
  const plans: EpisodePlan[] = []
  for (let at = trail; at; at = at.before) plans.unshift(...at.plans)
  return plans
}
