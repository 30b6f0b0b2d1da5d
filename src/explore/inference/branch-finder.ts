import type { Json } from '../../asl/json.js'
import type { Fault } from '../../faults/fault.js'
import type { Machine } from '../../harness/machines/machine.js'
import type { Scenario } from '../../harness/scenarios/scenario.js'
import { type CatchGoal, catchGoals, faultsOfWalk, plannedError } from './error-plans.js'
import { type GraphMachine, statesIn } from './state-graph.js'
import { replyAt } from '../../tasks/script.js'
import { mocksOf, shortScript, type Recorded, type RecordedAnswers, recordWalk } from './recorded-walk.js'
import { BranchWalk } from './branch-walk.js'
import type { PlannedError, WalkPlan } from './walk-plan.js'

/** A scenario that was found, and the errors with which it reaches more. */
export interface FoundRun {
  readonly scenario: Scenario
  readonly answers: RecordedAnswers
  readonly errors: readonly (readonly Fault[])[]
}

/** A walk that reached something new, and what was answered on it. */
interface Kept {
  readonly walk: BranchWalk
  readonly recorded: Recorded
  readonly errors: readonly KeptErrors[]
  /** Absent for the default. */
  readonly seed?: number
}

interface KeptErrors {
  readonly planned: readonly PlannedError[]
  readonly faults: readonly Fault[]
  readonly recorded: Recorded
}

/** Walks that are tried for one state that others have not come to, one after the other, and what they do otherwise. */
const TRIES: readonly Partial<WalkPlan>[] = [
  {},
  { isSparse: true },
  {},
  { isSparse: true },
  { listLength: 3 },
  { mostRefusals: 120, detours: new Map() },
]
/** Runs that are made again with other seeds, and how many, where chance decides. */
const MOST_DRAWN = 2
const MOST_SEEDS = 40
/** How far errors lead on to others: a compensation of a compensation, the next of many fallbacks. */
const MOST_ROUNDS = 20
/** Names of errors, and Tasks inside a Map or Parallel, that are struck for one catcher. */
const MOST_NAMES = 3
const MOST_TASKS = 4
/** Runs whose values are tried first for what lies behind a catcher. */
const MOST_EXTENDED = 2

/** Looks for runs that together reach all states of a machine. */
export class BranchFinder {
  readonly #machine: Machine
  readonly #given: Scenario
  readonly #graph: GraphMachine
  readonly #all: readonly string[]
  readonly #reached = new Set<string>()
  #kept: readonly Kept[] = []

  constructor(machine: Machine, graph: GraphMachine, given: Scenario) {
    this.#machine = machine
    this.#given = given
    this.#graph = graph
    this.#all = statesIn(graph).map(({ pointer }) => pointer)
  }

  find(): readonly FoundRun[] {
    this.#walkTogether(false)
    this.#walkTogether(true)
    for (const goal of this.#left(this.#all)) this.#walkTo(goal)
    this.#drawAgain()
    for (let round = 0, before = -1; round < MOST_ROUNDS && before < this.#reached.size; round++) {
      before = this.#reached.size
      for (const goal of catchGoals(this.#graph, this.#reached)) this.#walkBehind(goal)
    }
    return this.#found()
  }

  /** Walks to all that is left until a walk brings nothing new. */
  #walkTogether(mayFail: boolean): void {
    for (;;) {
      const goals = this.#left(this.#all)
      if (goals.size === 0 && this.#kept.length > 0) return
      const walk = new BranchWalk(this.#plan(goals, { mayFail }))
      walk.go()
      if (!this.#keep(walk)) return
    }
  }

  /** Where chance decides, other seeds go other ways. */
  #drawAgain(): void {
    const draws = /States\.MathRandom|\$random\(/.test(JSON.stringify(this.#machine.definition))
    for (const kept of draws && this.#given.seed === undefined ? this.#kept.slice(0, MOST_DRAWN) : []) {
      for (let seed = 1; seed <= MOST_SEEDS && this.#left(this.#all).size > 0; seed++) {
        const recorded = this.#record(kept.walk, [], seed)
        if (!recorded || !this.#bringsNews(recorded)) continue
        this.#note(recorded)
        this.#kept = [...this.#kept, { walk: kept.walk, recorded, seed, errors: [] }]
      }
    }
  }

  /** Walks to one state, around what stood in the way before; to a Fail, past all others, for what lies behind its catcher. */
  #walkTo(goal: string, caught?: CatchGoal): void {
    const behind = caught?.behind ?? new Set([goal])
    const others = caught ? caught.state.inner.flatMap(statesIn).filter(({ type }) => type === 'Fail') : []
    const avoids = new Set(others.map(({ pointer }) => pointer).filter((pointer) => pointer !== goal))
    const detours = new Map<string, number>()
    for (const otherwise of TRIES) {
      if (this.#left(behind).size === 0) return
      const goals = new Set([goal, ...this.#left(behind)])
      const walk = new BranchWalk(this.#plan(goals, { detours, avoids, ...otherwise }))
      const { kind } = walk.go()
      if (kind === 'stuck' || walk.visited.has(goal)) this.#keep(walk)
      if (walk.steering.refusals.length === 0) return
      // Another way before the Choice that refused may make other values possible.
      for (const [edge, count] of walk.steering.taken) detours.set(edge, (detours.get(edge) ?? 0) + 7 * count)
      for (const { way } of walk.steering.refusals) detours.set(way.edge, 0)
    }
  }

  #left(goals: Iterable<string>): ReadonlySet<string> {
    return new Set([...goals].filter((pointer) => !this.#reached.has(pointer)))
  }

  #plan(goals: ReadonlySet<string>, more: Partial<WalkPlan> = {}): WalkPlan {
    const { input } = this.#given
    const answer = (state: string, call: number): Json | undefined => givenAnswer(this.#given, state, call)
    const given = { ...(input !== undefined && { input }), answer }
    return { graph: this.#graph, goals, mayFail: true, errors: [], detours: new Map(), given, ...more }
  }

  #record(walk: BranchWalk, faults: readonly Fault[] = [], seed?: number): Recorded | undefined {
    const given = seed === undefined ? this.#given : { ...this.#given, seed }
    return recordWalk(this.#machine, this.#graph, walk, given, faults)
  }

  /** Keeps a walk that reaches something new for real. */
  #keep(walk: BranchWalk): boolean {
    const recorded = this.#record(walk)
    if (!recorded || !this.#bringsNews(recorded)) return false
    this.#note(recorded)
    this.#kept = [...this.#kept, { walk, recorded, errors: [] }]
    return true
  }

  #bringsNews({ trial }: Recorded): boolean {
    return [...trial.reached].some((pointer) => !this.#reached.has(pointer))
  }

  #note({ trial }: Recorded): void {
    for (const pointer of trial.reached) this.#reached.add(pointer)
  }

  /** Walks to what lies behind a catcher, by one error after the other, of one Task after the other. */
  #walkBehind(goal: CatchGoal): void {
    for (const fail of goal.fails.slice(0, MOST_TASKS)) this.#walkTo(fail, goal)
    const tasks = goal.state.inner.length === 0 ? 1 : MOST_TASKS
    for (const error of goal.errors.slice(0, MOST_NAMES)) {
      for (let passes = 0; passes < tasks; passes++) {
        while (this.#left(goal.behind).size > 0 && this.#walkError(goal, plannedError(goal, error, passes)));
        if (this.#left(goal.behind).size === 0) return
      }
    }
  }

  /** One more run with this error: with the values of a run that is kept, which are added to, or with its own. */
  #walkError(goal: CatchGoal, error: PlannedError): boolean {
    const { pointer } = goal.state
    const goals = new Set([pointer, ...this.#left(goal.behind)])
    const leads = this.#kept
      .filter(({ seed }) => seed === undefined)
      .flatMap((kept) => leadsTo(kept, pointer).map((planned) => ({ kept, planned })))
    for (const { kept, planned } of leads.slice(0, MOST_EXTENDED)) {
      if (this.#extends(kept, this.#plan(goals, { errors: [...planned, error] }))) return true
    }
    const [first] = leads
    const walk = new BranchWalk(this.#plan(goals, { errors: [...(first?.planned ?? []), error] }))
    walk.go()
    return this.#keepErrors(walk)
  }

  /** Adds the values that a walk with errors needs to those of a kept one, if that reaches what it did all the same. */
  #extends(kept: Kept, plan: WalkPlan): boolean {
    return kept.walk.trail.attempt(() => {
      const walk = new BranchWalk(plan, kept.walk)
      walk.go()
      const faults = faultsOfWalk(walk)
      const struck = walk.errors.met.length === plan.errors.length ? this.#record(walk, faults) : undefined
      if (!struck || !this.#bringsNews(struck)) return false
      const recorded = this.#record(walk)
      if (!recorded || ![...kept.recorded.trial.reached].every((pointer) => recorded.trial.reached.has(pointer)))
        return false
      this.#note(struck)
      const errors = [...kept.errors, { planned: plan.errors, faults, recorded: struck }]
      this.#kept = this.#kept.map((one) => (one === kept ? { walk: kept.walk, recorded, errors } : one))
      return true
    })
  }

  #keepErrors(walk: BranchWalk): boolean {
    const faults = faultsOfWalk(walk)
    const struck = walk.errors.met.length > 0 ? this.#record(walk, faults) : undefined
    const recorded = struck && this.#bringsNews(struck) ? this.#record(walk) : undefined
    if (!struck || !recorded) return false
    this.#note(struck)
    this.#note(recorded)
    const planned = walk.errors.met.map((met) => met.planned)
    this.#kept = [...this.#kept, { walk, recorded, errors: [{ planned, faults, recorded: struck }] }]
    return true
  }

  /** What other runs were answered is said to Tasks that a run does not call: an error may lead there. */
  #found(): readonly FoundRun[] {
    const records = this.#kept.map((kept) => [kept.recorded, ...kept.errors.map(({ recorded }) => recorded)])
    return this.#kept.map(({ recorded, errors, seed }, at) => {
      const answers = together([...(records[at] ?? []), ...records.flat()])
      const tasks = { ...mocksOf(answers), ...this.#given.tasks }
      const scenario = {
        onUnmockedTask: 'infer',
        ...this.#given,
        input: recorded.input,
        tasks,
        ...(seed !== undefined && { seed }),
      } as const
      return { scenario, answers, errors: errors.map(({ faults }) => faults) }
    })
  }
}

/** What a mock of the given scenario answers a call, if that is a value. */
function givenAnswer({ tasks = {} }: Scenario, state: string, call: number): Json | undefined {
  const mock = Object.hasOwn(tasks, state) ? tasks[state] : undefined
  const reply = mock === undefined ? undefined : replyAt(mock, call)
  return typeof reply === 'object' && reply.kind === 'returns' ? reply.output : undefined
}

/** Errors that lead to a state in the runs of a kept walk; none where it is reached without one. */
function leadsTo({ recorded, errors }: Kept, pointer: string): readonly (readonly PlannedError[])[] {
  if (recorded.trial.reached.has(pointer)) return [[]]
  return errors.filter((one) => one.recorded.trial.reached.has(pointer)).map(({ planned }) => planned)
}

/** What was answered in several runs: the first that called a Task tells. */
function together(records: readonly Recorded[]): RecordedAnswers {
  const answers = new Map<string, readonly Json[]>()
  for (const record of records) {
    for (const [state, script] of record.answers) if (!answers.has(state)) answers.set(state, shortScript(script))
  }
  return answers
}
