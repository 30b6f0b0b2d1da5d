import { walkStates } from '../../asl/walk.js'
import type { Machine } from '../../harness/machines/machine.js'
import { type Scenario, mergeScenarios } from '../../harness/scenarios/scenario.js'
import { BaseExplorer } from './explorer.js'
import { machineErrors } from './machine-errors.js'
import type { Certificate, ObservationSink } from './observation.js'

export interface ScenarioLimits {
  /** Episodes in one scenario, at most. Default 2. */
  readonly k?: number
}

/** Strikes a machine in every run of its branch set, and tells the sink what each scenario came to. */
export function exploreScenarios(
  machine: Machine,
  bases: readonly Scenario[],
  sink: ObservationSink,
  { k = 2 }: ScenarioLimits = {},
): Certificate {
  const { functions } = machine.session(mergeScenarios(machine.defaults, bases[0] ?? {})).world.rules
  const classes = machineErrors(machine, functions)
  const explorers = bases.map((scenario) => new BaseExplorer(machine, scenario, classes, sink))
  for (let episodes = 0; episodes <= k; episodes++) {
    for (const explorer of explorers) explorer.explore(episodes)
  }
  const sum = (pick: (counts: BaseExplorer['counts']) => number): number =>
    explorers.reduce((total, { counts }) => total + pick(counts), 0)
  const total = [...walkStates(machine.definition)].length
  return {
    k,
    kinds: [...new Set([...classes.values()].flatMap((list) => list.map(({ kind }) => kind)))],
    states: { total, reached: 0, reachedWithoutFault: 0 },
    scenarios: { generated: sum((counts) => counts.generated), distinct: sum((counts) => counts.distinct) },
    cuts: [],
    assumptions: [],
  }
}
