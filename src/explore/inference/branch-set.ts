import { parseScenario } from '../../faults/scenario-string.js'
import type { Fault } from '../../faults/fault.js'
import type { Machine } from '../../harness/machines/machine.js'
import type { Run } from '../../harness/machines/run.js'
import type { Scenario } from '../../harness/scenarios/scenario.js'
import { reasonsOf } from './unreached-reason.js'
import { BranchFinder, type FoundRun } from './branch-finder.js'
import { brokenBy } from './broken-baseline.js'
import { knownScenario } from './known-answers.js'
import { graphOf, statesIn } from './state-graph.js'
import { type RecordedAnswers, type TrialRun, tryScenario } from './recorded-walk.js'

/** A scenario of the set, with all values in it, and what comes of it without any fault. */
export interface BranchRun {
  /** Ready for `machine.run`: input and mocks are values, nothing is computed. */
  readonly scenario: Scenario
  /** The first 8 hex digits of its base scenario's hash, as scenario strings name it. */
  readonly base: string
  /** The scenario string that repeats it. */
  readonly text: string
  readonly status: Run['status']
  /** What its mocks answer, by state and call: the last answers all calls that follow. For ItemReaders, too. */
  readonly answers: RecordedAnswers
  /** JSON pointers of the states that it enters, those in Map and Parallel states and in children included. */
  readonly reached: ReadonlySet<string>
}

/** How a state is reached. */
export interface Reach {
  /** The run whose scenario it is, on top of which the faults strike. */
  readonly run: BranchRun
  /** Empty for a state that is reached without any. */
  readonly faults: readonly Fault[]
  /** The scenario string of the run that reaches it: base and strikes. */
  readonly text: string
}

export interface BranchState {
  /** JSON pointer from the root of the machine. */
  readonly pointer: string
  readonly state: string
  readonly reachedBy?: Reach
  /** What stands in the way, in a line; of a state that is not reached. */
  readonly because?: string
}

/** Why no run comes to a good end, nor to a Fail: then nothing can be said of what errors do. */
export interface Broken {
  /** One line: the error, and where. */
  readonly reason: string
  /** What to give so that it runs: the input, or the answer of a Task. */
  readonly give: string
}

/** Runs that together cover a machine. The same machine and scenario give the same set. */
export interface BranchSet {
  /** Those that succeed first, and of them the ones that reach most. */
  readonly runs: readonly BranchRun[]
  /** Every state of the machine, the outer ones first. */
  readonly states: readonly BranchState[]
  readonly broken?: Broken
}

export interface BranchSetOptions {
  /** What is given: laid over the machine's defaults, and nothing of it is made up. Faults in it are left out. */
  readonly scenario?: Scenario
}

/**
 * Finds scenarios that reach as many states as can be: values for the input and for what Tasks, callbacks, jobs and
 * ItemReaders answer, made up as they are read, and errors for what lies behind catchers alone. Each claim is that of a run
 * that was made. Linear in the machine; bounded in runs and in their events.
 */
export function branchSet(machine: Machine, { scenario = {} }: BranchSetOptions = {}): BranchSet {
  const graph = graphOf(machine.definition)
  const found = new BranchFinder(machine, graph, knownScenario(machine, scenario)).find()
  const reaches = new Map<string, Reach>()
  const confirmed = found.flatMap((one) => confirmedRun(machine, one, reaches))
  for (const { run, found: one } of confirmed) noteErrors(machine, run, one, reaches)
  const reached = new Set(reaches.keys())
  const failures = new Map(confirmed.flatMap(({ trial }) => trial.failures))
  const reasons = reasonsOf(graph, reached, failures)
  const states = statesIn(graph).map(({ pointer, name }): BranchState => {
    const reachedBy = reaches.get(pointer)
    const because = reasons.get(pointer)
    return { pointer, state: name, ...(reachedBy && { reachedBy }), ...(because !== undefined && { because }) }
  })
  const broken = brokenBy(confirmed.map(({ trial }) => trial))
  return { runs: happiestFirst(confirmed.map(({ run }) => run)), states, ...(broken && { broken }) }
}

interface Confirmed {
  readonly run: BranchRun
  readonly trial: TrialRun
  readonly found: FoundRun
}

function confirmedRun(machine: Machine, found: FoundRun, reaches: Map<string, Reach>): readonly Confirmed[] {
  const trial = tryScenario(machine, found.scenario)
  if (!trial) return []
  const { run: made, reached } = trial
  const { base } = parseScenario(made.scenario)
  const run = {
    scenario: found.scenario,
    base,
    text: made.scenario,
    status: made.status,
    answers: found.answers,
    reached,
  }
  for (const pointer of reached) {
    if (!reaches.has(pointer)) reaches.set(pointer, { run, faults: [], text: made.scenario })
  }
  return [{ run, trial, found }]
}

function noteErrors(machine: Machine, run: BranchRun, found: FoundRun, reaches: Map<string, Reach>): void {
  for (const faults of found.errors) {
    const struck = tryScenario(machine, { ...found.scenario, faults, force: true })
    for (const pointer of struck?.reached ?? []) {
      if (struck && !reaches.has(pointer)) reaches.set(pointer, { run, faults, text: struck.run.scenario })
    }
  }
}

function happiestFirst(runs: readonly BranchRun[]): readonly BranchRun[] {
  const unhappiness = ({ status }: BranchRun): number => (status === 'SUCCEEDED' ? 0 : 1)
  return [...runs].sort((a, b) => unhappiness(a) - unhappiness(b) || b.reached.size - a.reached.size)
}

/** How a state is reached, by its JSON pointer or, where only one has it, its name; undefined if it is not. */
export function scenarioReaching({ states }: BranchSet, state: string): Reach | undefined {
  const found = states.find(({ pointer }) => pointer === state) ?? states.find(({ state: name }) => name === state)
  return found?.reachedBy
}

/** The run of a base, as scenario strings name it. */
export function runOfBase({ runs }: BranchSet, base: string): BranchRun | undefined {
  return runs.find((run) => run.base === base)
}
