import type { Fault } from '../../faults/fault.js'
import type { Machine } from '../../harness/machine.js'
import type { Run } from '../../harness/run.js'
import type { Scenario } from '../../harness/scenario.js'
import { parseScenario } from '../../faults/scenario-string.js'
import { catchGoals, faultsOf, plannedError } from './error-plans.js'
import { graphOf, type GraphMachine, statesIn } from './graph.js'
import { mocksOf, type Recorded, recordWalk, type Trial, tryScenario } from './trial-run.js'
import { Walk } from './walk.js'
import type { PlannedError, WalkPlan } from './walk-plan.js'

/** A scenario of the set, with all values in it, and what it reaches without any fault. */
export interface BranchRun {
  /** Ready for `machine.run`. */
  readonly scenario: Scenario
  /** The first 8 hex digits of its base scenario's hash, as scenario strings name it. */
  readonly base: string
  readonly status: Run['status']
  readonly error?: string
  /** JSON pointers of the states that it enters. */
  readonly reached: ReadonlySet<string>
}

/** How a state is reached. */
export interface Reach {
  readonly run: BranchRun
  /** None for a state that is reached without any. */
  readonly faults: readonly Fault[]
  /** The scenario string of the run that reaches it. */
  readonly text: string
}

export interface BranchState {
  readonly pointer: string
  readonly state: string
  readonly reachedBy?: Reach
  /** What stands in the way; only of a state that is not reached. */
  readonly because?: string
}

/** Runs that together cover a machine. The same machine gives the same set. */
export interface BranchSet {
  /** The happiest first: those that succeed, and of them the ones that reach most. */
  readonly runs: readonly BranchRun[]
  /** Every state of the machine, in document order. */
  readonly states: readonly BranchState[]
}

export interface BranchSetOptions {
  /** What is given already: nothing of it is made up. */
  readonly scenario?: Scenario
}

/** Walks that are tried for one state that others have not come to. */
const MOST_TRIES = 3

/** Finds a set of scenarios that reach as many states as can be; each claim is one of a run that was made. */
export function branchSet(machine: Machine, { scenario = {} }: BranchSetOptions = {}): BranchSet {
  return new BranchFinder(machine, scenario).find()
}

interface Kept {
  readonly walk: Walk
  recorded: Recorded
  readonly errors: { readonly planned: readonly PlannedError[]; readonly faults: readonly Fault[] }[]
}

class BranchFinder {
  readonly #machine: Machine
  readonly #given: Scenario
  readonly #graph: GraphMachine
  readonly #all: readonly string[]
  readonly #reached = new Set<string>()
  readonly #kept: Kept[] = []

  constructor(machine: Machine, given: Scenario) {
    this.#machine = machine
    this.#given = given
    this.#graph = graphOf(machine.definition)
    this.#all = statesIn(this.#graph).map(({ pointer }) => pointer)
  }

  find(): BranchSet {
    this.#walkOn(new Set(this.#all), false)
    this.#walkOn(this.#open(), true)
    this.#walkErrors()
    return this.#set()
  }

  #open(): Set<string> {
    return new Set(this.#all.filter((pointer) => !this.#reached.has(pointer)))
  }

  #plan(goals: ReadonlySet<string>, more: Partial<WalkPlan> = {}): WalkPlan {
    const given = this.#given.input === undefined ? {} : { input: this.#given.input }
    return { graph: this.#graph, goals, mayFail: true, errors: [], detours: new Map(), given, ...more }
  }

  /** Walks to all goals until a walk brings nothing new, then to single ones, around what stood in the way. */
  #walkOn(goals: ReadonlySet<string>, mayFail: boolean): void {
    while (this.#try(this.#plan(this.#left(goals), { mayFail }))) {
      if (this.#left(goals).size === 0) return
    }
    for (const goal of goals) {
      const detours = new Map<string, number>()
      for (let tries = 0; tries < MOST_TRIES && !this.#reached.has(goal); tries++) {
        const plan = this.#plan(new Set([goal]), { mayFail: true, detours })
        const walk = new Walk(plan)
        walk.go()
        this.#keep(walk)
        if (walk.refusals.length === 0) break
        // Another way before the Choice that refused may make other values possible.
        for (const [edge, count] of walk.taken) detours.set(edge, (detours.get(edge) ?? 0) + 7 * count)
        for (const { way } of walk.refusals) detours.set(way.edge, 0)
      }
    }
  }

  #left(goals: ReadonlySet<string>): ReadonlySet<string> {
    return new Set([...goals].filter((pointer) => !this.#reached.has(pointer)))
  }

  #try(plan: WalkPlan): boolean {
    const walk = new Walk(plan)
    walk.go()
    return this.#keep(walk)
  }

  /** Keeps a walk that reaches something new for real. */
  #keep(walk: Walk, faults: readonly Fault[] = []): boolean {
    const recorded = recordWalk(this.#machine, this.#graph, walk, this.#given, faults)
    if (!recorded || !this.#note(recorded.trial)) return false
    const errors = faults.length > 0 ? [{ planned: walk.met.map(({ planned }) => planned), faults }] : []
    this.#kept.push({ walk, recorded, errors })
    return true
  }

  #note({ reached }: Trial): boolean {
    const before = this.#reached.size
    for (const pointer of reached) this.#reached.add(pointer)
    return this.#reached.size > before
  }

  /** States behind catchers: errors that were struck lead on to others. */
  #walkErrors(): void {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const before = this.#reached.size
      for (const goal of catchGoals(this.#graph, this.#reached)) {
        for (const error of goal.errors.slice(0, MOST_NAMES)) {
          let found = true
          while (found && this.#left(goal.behind).size > 0) {
            found = this.#leads(goal.state.pointer).some((errors) => {
              const goals = new Set([goal.state.pointer, ...this.#left(goal.behind)])
              const walk = new Walk(this.#plan(goals, { errors: [...errors, plannedError(goal, error)] }))
              walk.go()
              return walk.met.length > 0 && this.#keep(walk, faultsOf(walk))
            })
          }
        }
      }
      if (this.#reached.size === before) return
    }
  }

  /** Errors that lead to a state; none where it is reached without one. */
  #leads(pointer: string): readonly (readonly PlannedError[])[] {
    const kept = this.#kept.filter(({ recorded }) => recorded.trial.reached.has(pointer))
    const errors = kept.map((one) => one.errors.flatMap(({ planned }) => planned))
    return errors.some((list) => list.length === 0) ? [[]] : errors.slice(0, 2)
  }

  #set(): BranchSet {
    const runs: BranchRun[] = []
    const reaches = new Map<string, Reach>()
    for (const { recorded, errors } of this.#kept) {
      const scenario: Scenario = {
        onUnmockedTask: 'infer',
        ...this.#given,
        input: recorded.input,
        tasks: { ...mocksOf(recorded.answers), ...this.#given.tasks },
      }
      const trial = tryScenario(this.#machine, scenario)
      if (!trial) continue
      const run = runOf(scenario, trial)
      runs.push(run)
      for (const pointer of trial.reached) {
        const known = reaches.get(pointer)
        if (!known || known.faults.length > 0) reaches.set(pointer, { run, faults: [], text: trial.run.scenario })
      }
      for (const { faults } of errors) {
        const struck = tryScenario(this.#machine, { ...scenario, faults, force: true })
        for (const pointer of struck?.reached ?? []) {
          if (struck && !reaches.has(pointer)) reaches.set(pointer, { run, faults, text: struck.run.scenario })
        }
      }
    }
    const states = statesIn(this.#graph).map(({ pointer, name }): BranchState => {
      const reachedBy = reaches.get(pointer)
      return reachedBy ? { pointer, state: name, reachedBy } : { pointer, state: name, because: 'not reached' }
    })
    return { runs: happiestFirst(runs), states }
  }
}

const MOST_ROUNDS = 4
const MOST_NAMES = 2

function runOf(scenario: Scenario, { run, reached }: Trial): BranchRun {
  const { base } = parseScenario(run.scenario)
  return { scenario, base, status: run.status, ...(run.error !== undefined && { error: run.error }), reached }
}

function happiestFirst(runs: readonly BranchRun[]): readonly BranchRun[] {
  const unhappiness = ({ status }: BranchRun): number => (status === 'SUCCEEDED' ? 0 : 1)
  return [...runs].sort((a, b) => unhappiness(a) - unhappiness(b) || b.reached.size - a.reached.size)
}
