import type { Fault } from '../faults/fault.js'
import type { Machine } from '../harness/machines/machine.js'
import type { RedrivableRun } from '../harness/machines/redrivable-run.js'
import type { Run } from '../harness/machines/run.js'
import { type Scenario, faultsOf, mergeScenarios } from '../harness/scenarios/scenario.js'
import { coveredErrorPaths } from '../verify/covered-error-paths.js'
import { type ErrorPathItem, errorPathItems } from '../verify/error-path-items.js'
import { childTimelineOf, timelineOf } from '../verify/timeline.js'
import { actualSequel, plannedSequel, strikeText } from './error-path-name.js'
import { type ErrorPathPlan, type Strikes, faultsOfPlan, plansFor } from './error-path-plan.js'
import { probe } from './probe.js'

/** One error path of a machine as a case of a table test. */
export interface ErrorPath {
  /** Unique in the list: `Ship fails Carrier.Down 3x -> Catch 0 -> Refund`. */
  readonly name: string
  /** The fault that makes the error. */
  readonly fault: Fault
  /** All faults of the case, in order of precedence: those that lead to the state, where nothing else does, come first. */
  readonly faults: readonly Fault[]
  /**
   * Whether the scenario gets there; the name of a case that does not says so, and it runs all the same. Undefined where that
   * cannot be seen beforehand, because a function of the scenario answers with a promise.
   */
  readonly reachable: boolean | undefined
  readonly expected: ExpectedPath
  /** Runs the scenario with the faults on top. */
  run(): Promise<RedrivableRun>
}

/** What the definition says must become of the error. */
export interface ExpectedPath {
  /** The state whose Retry, Catch or time it is about; absent for the machine's own timeout. */
  readonly state?: string
  /** The error's name; absent where an answer never comes. */
  readonly error?: string
  /** The error path that is taken: its kind, and where it stands in the definition. */
  readonly kind: ErrorPathItem['kind']
  readonly pointer: string
  /** How it ended when it was tried beforehand; absent if it was not, or if the scenario does not get there. */
  readonly status?: Run['status']
}

export interface ErrorPathOptions {
  /** Laid over the machine's defaults, as `machine.run` does. */
  readonly scenario?: Scenario
  /**
   * Whether each case is tried once while the list is made, which tells what is reachable and where errors end up. Functions
   * of the scenario are called by that. Default true.
   */
  readonly probe?: boolean
}

/**
 * Every error path of a machine as a runnable case, in document order: each retrier once, at its last attempt and used up,
 * each catcher, timeout and heartbeat, and an error that nothing takes. For `it.each(errorPaths(orders))('%s', ...)`.
 * Names are the same every time. UserError for a scenario that does not fit the machine.
 * @example
 * const order = await loadMachine('order.asl.json')
 * errorPaths(order).map(String)[0] // => 'Charge fails Unlisted.Error -> Retry 0 -> succeeds'
 */
export function errorPaths(machine: Machine, options: ErrorPathOptions = {}): readonly ErrorPath[] {
  return distinct(new ErrorPathFinder(machine, options).find())
}

/** A case, and the run that it was tried by. */
interface Found {
  readonly path: ErrorPath
  readonly run: Run | undefined
}

/** A goal: an error path, and how often the error comes. */
interface Goal {
  readonly item: ErrorPathItem
  readonly strikes: Strikes
}

/** What a run was made by: the scenario alone, or a case that was found before. */
interface Footing {
  readonly run: Run | undefined
  readonly name: string
  readonly faults: readonly Fault[]
}

class ErrorPathFinder {
  readonly #machine: Machine
  readonly #scenario: Scenario
  /** Faults of the scenario itself. */
  readonly #given: readonly Fault[]
  readonly #footings: Footing[]
  readonly #mayProbe: boolean

  constructor(machine: Machine, { scenario = {}, probe: mayProbe = true }: ErrorPathOptions) {
    this.#machine = machine
    this.#scenario = scenario
    this.#given = faultsOf(mergeScenarios(machine.defaults, scenario))
    const run = mayProbe ? probe(machine, scenario) : undefined
    this.#mayProbe = run !== undefined
    this.#footings = [{ run, name: '', faults: [] }]
  }

  find(): readonly ErrorPath[] {
    const goals = goalsOf(errorPathItems(this.#machine.definition))
    const found = new Map<Goal, Found>()
    // What is found leads on: the compensation that a catcher begins is struck in a later round.
    for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
      const before = found.size
      for (const goal of goals) if (!found.has(goal)) this.#try(goal, found)
      if (found.size === before || !this.#mayProbe) break
    }
    const strikes = new Set<string>()
    return goals.flatMap((goal) => {
      const { path, run } = found.get(goal) ?? { path: this.#unreached(goal), run: undefined }
      if (!path) return []
      // Two goals that come to the same run are one case.
      const key = run?.scenario ?? `${String(path.reachable)} ${path.faults.map(String).join(' ')}`
      if (strikes.has(key)) return []
      strikes.add(key)
      return [path]
    })
  }

  #try(goal: Goal, found: Map<Goal, Found>): void {
    for (const plan of plansFor(this.#machine.definition, goal.item, goal.strikes)) {
      const footing = this.#footingOf(plan)
      if (!footing) continue
      for (const widely of [false, true]) {
        const own = faultsOfPlan(plan, footing.run, widely)
        if (!this.#mayProbe) {
          found.set(goal, { path: this.#path(plan, own, footing, undefined), run: undefined })
          return
        }
        const run = probe(this.#machine, this.#struck([...own, ...footing.faults]))
        if (!run || !isReached(run, plan)) continue
        const path = this.#path(plan, own, footing, run)
        found.set(goal, { path, run })
        this.#footings.push({ run, name: path.name, faults: path.faults })
        return
      }
    }
  }

  /** The first run in which the Task is called. */
  #footingOf({ origin }: ErrorPathPlan): Footing | undefined {
    if (!this.#mayProbe) return this.#footings[0]
    return this.#footings.find(({ run }) => run?.calls.some((call) => call.pointer === origin.pointer))
  }

  #struck(faults: readonly Fault[]): Scenario {
    return { ...this.#scenario, faults: [...faults, ...this.#given], force: true }
  }

  #path(plan: ErrorPathPlan, own: readonly Fault[], footing: Footing, run: Run | undefined): ErrorPath {
    const text = `${strikeText(plan, run)} -> ${run ? actualSequel(run, plan) : plannedSequel(plan)}`
    const name = footing.name === '' ? text : `${footing.name}; ${text}`
    const status = run && { status: run.status }
    return this.#pathOf(plan, { name, own, before: footing.faults, reachable: run ? true : undefined, ...status })
  }

  /** A case that the scenario does not get to; undefined if no error can take this path at all. */
  #unreached({ item, strikes }: Goal): ErrorPath | undefined {
    const [plan] = plansFor(this.#machine.definition, item, strikes)
    if (!plan) return undefined
    const name = `${strikeText(plan)} -> ${plannedSequel(plan)} (not reached with this scenario)`
    return this.#pathOf(plan, { name, own: faultsOfPlan(plan, undefined), before: [], reachable: false })
  }

  #pathOf(plan: ErrorPathPlan, made: MadePath): ErrorPath {
    const { item, error } = plan
    const { name, own, before, reachable, status } = made
    const faults = [...own, ...before]
    const scenario = this.#struck(faults)
    const machine = this.#machine
    const [fault] = own
    if (!fault) throw new Error('a plan of an error path has a fault')
    const expected = {
      ...(item.state !== undefined && { state: item.state }),
      ...(error !== undefined && { error }),
      kind: item.kind,
      pointer: item.pointer,
      ...(status && { status }),
    }
    const run = async () => (reachable === false ? machine.trial(scenario) : machine.run(scenario))
    return { name, fault, faults, reachable, expected, run }
  }
}

interface MadePath {
  readonly name: string
  readonly own: readonly Fault[]
  readonly before: readonly Fault[]
  readonly reachable: boolean | undefined
  readonly status?: Run['status']
}

/** How far cases lead on to others: a compensation of a compensation. */
const MOST_ROUNDS = 3

function goalsOf(items: readonly ErrorPathItem[]): readonly Goal[] {
  return items.flatMap((item): Goal[] => {
    if (item.kind === 'retry') return []
    if (item.kind !== 'recovered') return [{ item, strikes: 'always' }]
    return [
      { item, strikes: 'once' },
      { item, strikes: 'to the last attempt' },
    ]
  })
}

function isReached(run: Run, { item, strikes }: ErrorPathPlan): boolean {
  if (!coveredErrorPaths(run).has(item.id)) return false
  if (strikes !== 'to the last attempt') return true
  const children = (run.mapRuns ?? []).flatMap((mapRun) => mapRun.children)
  const visits = [...timelineOf(run), ...children.flatMap((child) => childTimelineOf(run, child))]
  return visits.some(
    ({ pointer, attempts }) =>
      pointer === item.statePointer &&
      attempts.some(({ retrier, retry, of }) => retrier === item.index && retry !== undefined && retry === of),
  )
}

/** Names that are alike are numbered. */
function distinct(paths: readonly ErrorPath[]): readonly ErrorPath[] {
  const names = new Map<string, number>()
  return paths.map((path) => {
    const count = (names.get(path.name) ?? 0) + 1
    names.set(path.name, count)
    return shownByName(count === 1 ? path : { ...path, name: `${path.name} (${count})` })
  })
}

/** For the `%s` of a table test's title, which gives a name in full where `$name` may be cut. */
function shownByName(path: ErrorPath): ErrorPath {
  return Object.freeze(Object.defineProperty({ ...path }, 'toString', { value: () => path.name }))
}
