import type { WalkedState } from '../../asl/walk.js'
import type { Machine } from '../../harness/machines/machine.js'
import type { Scenario } from '../../harness/scenarios/scenario.js'
import type { ExplorationBudget } from './budget.js'
import { type Course, coursesOf, joinedPassages, passagesOf } from './course.js'
import { deadlineOf } from './course-end.js'
import { Courses } from './courses.js'
import { type EpisodePlan, StateStrikers } from './episode-plan.js'
import { EpisodeRunner } from './episode-runner.js'
import { type Leaf, type Leaves, leavesOf } from './leaves.js'
import { MergeKeys } from './merge-key.js'
import { type Moment, type Unstruck, firstMoment } from './moment.js'
import type { ObservationSink } from './observation.js'
import { openBase } from './opened-base.js'
import { type CoursePlace, placeAfter, placeOn, plansOf, trailFrom } from './course-place.js'
import type { ErrorClass } from './possible-error.js'
import { strikableCalls } from './strikable-calls.js'
import { type Base, type StrikeTrail, TrailObservation } from './strike-trail.js'

/** What explorations of one machine share. */
export interface Exploration {
  readonly machine: Machine
  readonly classes: ReadonlyMap<string, readonly ErrorClass[]>
  /** What may strike each state, by its pointer. */
  readonly strikers: ReadonlyMap<string, StateStrikers>
  readonly budget: ExplorationBudget
  readonly sink: ObservationSink
  /** Scenarios of several episodes follow, which are put together from those of one. */
  readonly isDeep: boolean
  /** First episodes that have been gone on from, and where they led. */
  readonly seen: Set<string>
}

/** Which scenarios of several episodes are made: those that lead where nothing was before, or the others. */
export type Novelty = 'new' | 'merged' | 'repeated'

/** What may strike the states of a machine. */
export function strikersOf(
  states: Iterable<WalkedState>,
  classes: Exploration['classes'],
): ReadonlyMap<string, StateStrikers> {
  const strikers = new Map<string, StateStrikers>()
  for (const state of states) strikers.set(state.pointer, new StateStrikers(classes.get(state.pointer) ?? [], state))
  return strikers
}

/** Strikes one base scenario at its calls. */
export class BaseExplorer {
  readonly #shared: Exploration
  readonly #unstruck: Unstruck
  readonly #courses: Courses
  readonly #runner: EpisodeRunner
  readonly #base: Base
  /** The run without any strike, moment by moment. */
  readonly #moments: readonly Moment[]
  readonly #onBase: ReadonlySet<Course>
  readonly #leaves = new WeakMap<Course, Leaves>()
  readonly #limits: { readonly tookMs: number; readonly events: number }
  #distinct = 0

  constructor(shared: Exploration, scenario: Scenario) {
    this.#shared = shared
    const { name, seed, session, rules, keys, ownProbes } = openBase(shared.machine, scenario)
    this.#courses = new Courses(new MergeKeys(keys), shared.budget)
    this.#unstruck = { rules, probes: ownProbes }
    this.#runner = new EpisodeRunner(this.#courses, this.#unstruck)
    const { course, moments } = this.#courses.from(firstMoment(session), this.#unstruck)
    this.#moments = moments
    const startEvents = session.execution.eventCount
    const entered = [...new Set([...passagesOf(course)].flatMap((one) => one.entered))]
    const baseline = { ending: course.ending, tookMs: course.tookMs, events: startEvents + course.events, entered }
    this.#base = { name, seed, course, startEvents, baseline }
    this.#onBase = new Set(coursesOf(course))
    const { settings } = session.execution
    this.#limits = { tookMs: deadlineOf(session.execution) - settings.startAtMs, events: settings.limits.historyEvents }
  }

  /** Scenarios that came by a moment at which none had been. */
  get distinct(): number {
    return this.#distinct
  }

  /** Pointers of the states that were entered. */
  get entered(): ReadonlySet<string> {
    return new Set([...this.#base.baseline.entered, ...this.#courses.entered])
  }

  /** Pointers of the states that the base itself enters, unless faults strike in it. */
  get enteredWithoutFault(): readonly string[] {
    const { plan, strikes } = this.#unstruck.rules
    return plan.length > 0 || strikes.length > 0 ? [] : this.#base.baseline.entered
  }

  /** The scenario without any episode. */
  exploreBase(): void {
    this.#emit(undefined, this.#base.course)
  }

  /** All scenarios with exactly so many episodes, at least one. */
  explore(episodes: number, novelty: Novelty): void {
    const probed = new Set<string>()
    let place = placeOn(this.#base.course, this.#base.startEvents)
    for (const [step, at] of [...coursesOf(this.#base.course)].entries()) {
      const moment = this.#moments[step]
      if (!at.passage || !moment) return
      this.#strike(place, moment, at, { left: episodes, episodes, novelty })
      if (episodes === 1) for (const pointer of at.passage.entered) this.#strikeState(place, moment, pointer, probed)
      place = placeAfter(place, at.passage)
    }
  }

  /** Strikes a state before its work begins, the first time it is entered. */
  #strikeState(place: CoursePlace, moment: Moment, pointer: string, probed: Set<string>): void {
    const { strikers, budget } = this.#shared
    const striker = strikers.get(pointer)
    if (probed.has(pointer) || !striker?.strikesStates || this.#isSpent({ episodes: 1, novelty: 'new' })) return
    probed.add(pointer)
    const passed = this.#courses.passToProbe(moment, this.#unstruck, pointer)
    if (!passed) return
    for (const { call, strand } of strikableCalls(passed.next, this.#unstruck.rules, [], budget)) {
      if (call.purpose !== 'state') continue
      for (const plan of striker.plansAt(call, strand, [])) {
        const { passage, next } = this.#runner.run(passed.next, [plan])
        this.#distinct++
        const trail = trailFrom(place, joinedPassages([passed.passage, passage]), [plan])
        this.#emit(trail, this.#courses.from(next, this.#unstruck).course)
      }
    }
  }

  #strike(place: CoursePlace, moment: Moment, at: Course, look: Look): void {
    if (look.left === 1) return this.#emitLeaves(place, this.#leavesAt(place, moment, at))
    for (const plan of this.#plansAt(place, moment)) {
      if (plan.multiplicity === 'persists' || this.#isSpent(look)) continue
      const { passage, next } = this.#runner.run(moment, [plan])
      const trail = trailFrom(place, passage, [plan])
      if (look.novelty !== 'merged') this.#strikeTogether(place, moment, plan, look)
      this.#walk(trail, next, { ...look, left: look.left - 1 })
    }
  }

  #plansAt(place: CoursePlace, moment: Moment): readonly EpisodePlan[] {
    const { strikers, budget } = this.#shared
    const calls = strikableCalls(moment, this.#unstruck.rules, plansOf(place.before), budget)
    return calls.flatMap(({ call, strand, struck }) => strikers.get(call.pointer)?.plansAt(call, strand, struck) ?? [])
  }

  /** Strikes another state at the same instant, too. */
  #strikeTogether(place: CoursePlace, moment: Moment, plan: EpisodePlan, look: Look): void {
    if (look.left !== 2 || moment.calls.length < 2) return
    for (const other of this.#plansAt(place, moment)) {
      if (other.pointer <= plan.pointer || other.multiplicity === 'persists' || this.#isSpent(look)) continue
      const { passage, next } = this.#runner.run(moment, [plan, other])
      this.#distinct++
      this.#emit(trailFrom(place, passage, [plan, other]), this.#courses.from(next, this.#unstruck).course)
    }
  }

  /** Strikes along everything that follows. */
  #walk(trail: StrikeTrail, moment: Moment, look: Look): void {
    const { course, moments } = this.#courses.from(moment, this.#unstruck)
    if (!this.#isWanted(trail, course, look)) return
    let place = placeOn(course, trail.events, trail)
    let now = moments[0]
    let nowAt = 0
    for (const at of coursesOf(course)) {
      if (!at.passage) return
      if (this.#isWantedAt(at, look)) {
        const known = look.left === 1 ? this.#leaves.get(at) : undefined
        if (known && this.#canFollow(place, known)) this.#emitLeaves(place, known)
        else {
          for (; now && nowAt < place.steps; nowAt++)
            now = moments[nowAt + 1] ?? this.#courses.pass(now, this.#unstruck).next
          if (now && !this.#isSpent(look)) this.#strike(place, now, at, look)
        }
      }
      place = placeAfter(place, at.passage)
    }
  }

  #isWantedAt(at: Course, { left, novelty }: Look): boolean {
    if (left > 1 || novelty === 'repeated') return true
    return this.#onBase.has(at) === (novelty === 'merged')
  }

  /** First episodes of one class and multiplicity that lead the same way in several bases are gone on from in one of them first. */
  #isWanted({ before, plans }: StrikeTrail, course: Course, { novelty }: Look): boolean {
    const [plan] = plans
    if (before || !plan) return true
    const way = [...passagesOf(course)].flatMap(({ entered }) => entered).join()
    const { pointer, resolved, multiplicity } = plan
    const key = `${this.#base.name} ${pointer} ${resolved.name} ${resolved.args ?? ''} ${resolved.placement ?? ''} ${multiplicity} ${way}`
    const shared = key.slice(this.#base.name.length)
    const { seen } = this.#shared
    if (novelty === 'new' && !seen.has(shared)) seen.add(shared).add(key)
    return seen.has(key) === (novelty !== 'repeated')
  }

  #leavesAt(place: CoursePlace, moment: Moment, at: Course): Leaves {
    const known = this.#leaves.get(at)
    if (known && this.#canFollow(place, known)) return known
    const list: Leaf[] = []
    for (const plan of this.#plansAt(place, moment)) {
      if (this.#isSpent({ episodes: place.before ? 2 : 1, novelty: 'new' })) break
      const { passage: struck, next } = this.#runner.run(moment, [plan])
      const size = this.#courses.size
      const { course } = this.#courses.from(next, this.#unstruck)
      if (this.#courses.size > size || !course.passage) this.#distinct++
      list.push({ plan, struck, course })
    }
    const leaves = leavesOf(list)
    if (this.#shared.isDeep) this.#leaves.set(at, leaves)
    return leaves
  }

  #canFollow({ tookMs, events }: CoursePlace, leaves: Leaves): boolean {
    const { tookMs: limitMs, events: limitEvents } = this.#limits
    return !leaves.isCutShort && tookMs + leaves.tookMs < limitMs && events + leaves.events < limitEvents
  }

  #emitLeaves(place: CoursePlace, { list }: Leaves): void {
    for (const { plan, struck, course } of list) {
      if (place.before && plan.multiplicity === 'persists') continue
      if (this.#isSpent({ episodes: place.before ? 2 : 1, novelty: 'new' })) return
      this.#emit(trailFrom(place, struck, [plan]), course)
    }
  }

  #emit(trail: StrikeTrail | undefined, course: Course): void {
    this.#shared.budget.countScenario()
    this.#shared.sink(new TrailObservation(this.#base, trail, course))
  }

  #isSpent({ episodes, novelty }: Pick<Look, 'episodes' | 'novelty'>): boolean {
    const what =
      novelty === 'merged'
        ? 'two faults of which the first leaves no trace'
        : episodes > 1
          ? 'several faults in one run'
          : 'single faults'
    return this.#shared.budget.isSpent(what)
  }
}

/** What is looked for: so many more episodes, in such scenarios. */
interface Look {
  readonly left: number
  /** Episodes of the whole scenario. */
  readonly episodes: number
  readonly novelty: Novelty
}
