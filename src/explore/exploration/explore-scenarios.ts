import { walkStates } from '../../asl/walk.js'
import type { Machine } from '../../harness/machines/machine.js'
import { type Scenario, mergeScenarios } from '../../harness/scenarios/scenario.js'
import { BaseExplorer, type Novelty, strikersOf } from './base-explorer.js'
import { type Bounds, ExplorationBudget, DEFAULT_BOUNDS } from './budget.js'
import { machineErrors } from './machine-errors.js'
import type { Certificate, ObservationSink } from './observation.js'

export interface ScenarioLimits {
  /** Episodes in one scenario, at most. Default 2. */
  readonly k?: number
  /** Default: what a machine of ordinary size never comes to. */
  readonly bounds?: Bounds
}

/** In which order scenarios of several episodes are made: the most telling first. */
const ORDER: readonly Novelty[] = ['new', 'merged', 'repeated']

/**
 * Strikes a machine in every run of its branch set, and tells the sink what each scenario came to: first those without a fault, then
 * those with one, and so on. The same machine and scenarios give the same observations in the same order.
 */
export function exploreScenarios(
  machine: Machine,
  bases: readonly Scenario[],
  sink: ObservationSink,
  { k = 2, bounds = DEFAULT_BOUNDS }: ScenarioLimits = {},
): Certificate {
  const { functions } = machine.session(mergeScenarios(machine.defaults, bases[0] ?? {})).world.rules
  const classes = machineErrors(machine, functions)
  const states = [...walkStates(machine.definition)]
  const budget = new ExplorationBudget(bounds)
  const strikers = strikersOf(states, classes)
  const shared = { machine, classes, strikers, budget, sink, isDeep: k > 1, seen: new Set<string>() }
  const explorers = bases.map((scenario) => new BaseExplorer(shared, scenario))
  for (const explorer of explorers) explorer.exploreBase()
  for (let episodes = 1; episodes <= k; episodes++) {
    for (const novelty of episodes === 1 ? ORDER.slice(0, 1) : ORDER) {
      for (const explorer of explorers) explorer.explore(episodes, novelty)
    }
  }
  const reached = new Set(explorers.flatMap(({ entered }) => [...entered]))
  const reachedWithoutFault = new Set(explorers.flatMap(({ enteredWithoutFault }) => enteredWithoutFault))
  return {
    k,
    kinds: [...new Set([...classes.values()].flatMap((list) => list.map(({ kind }) => kind)))],
    states: { total: states.length, reached: reached.size, reachedWithoutFault: reachedWithoutFault.size },
    scenarios: { generated: budget.scenarios, distinct: explorers.reduce((sum, { distinct }) => sum + distinct, 0) },
    cuts: budget.cuts,
    assumptions: ASSUMPTIONS,
  }
}

const ASSUMPTIONS: readonly string[] = [
  'a call is answered alike whenever it is made alike',
  'an error whose name no list has is handled as any other such error',
  'a function that does not end is ended by its Timeout, 3 seconds where the template does not say',
  'services answer as the recordings and documents of aslx say',
]
