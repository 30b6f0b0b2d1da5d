import { isObject, type Json } from '../asl/json.js'
import { type BranchSet, branchSet, runOfBase, scenarioReaching } from '../explore/inference/branch-set.js'
import type { Machine } from '../harness/machines/machine.js'
import type { Replay, Scenario } from '../harness/scenarios/scenario.js'
import { type CommandScenario, scenarioFor } from './command-scenario.js'

/** A command's scenario for one machine, and what of it was made up. */
export interface MachineScenario {
  readonly scenario: Scenario
  /** The input, if nobody gave one and the machine reads any. */
  readonly inferredInput?: Json
  /** What a person has to know of the choice of the run. */
  readonly note?: string
}

/**
 * The scenario of a command line for one machine. Where no scenario file says how it is, it is a run of the machine's
 * branch set: the one whose base a scenario string names, else the one that reaches `state`, else the happiest.
 */
export function machineScenario(machine: Machine, given: CommandScenario, state?: string): MachineScenario {
  const scenario = scenarioFor(machine, given)
  if (given.file !== undefined && !scenario.replay) return { scenario }
  const set = branchSet(machine, { scenario })
  const chosen = chosenRun(set, given, scenario, state)
  if (!chosen.run) return { scenario }
  const { input } = chosen.run.scenario
  const isMadeUp = scenario.input === undefined && isObject(input) && Object.keys(input).length > 0
  return {
    scenario: { ...scenario, ...chosen.run.scenario, ...(chosen.replay && { replay: chosen.replay }) },
    ...(isMadeUp && input !== undefined && { inferredInput: input }),
    ...(chosen.note !== undefined && { note: chosen.note }),
  }
}

/** Over a scenario file a scenario string is of a run of the set, or of what the file says by itself. */
function chosenRun(
  set: BranchSet,
  { file }: CommandScenario,
  scenario: Scenario,
  state: string | undefined,
): ChosenRun {
  const { replay } = scenario
  if (!replay) return { run: runReaching(set, state) }
  return file === undefined ? replayedRun(set, replay, scenario) : { run: runOfBase(set, replay.base) }
}

function runReaching(set: BranchSet, state: string | undefined): BranchSet['runs'][number] | undefined {
  return (state === undefined ? undefined : scenarioReaching(set, state)?.run) ?? set.runs[0]
}

interface ChosenRun {
  readonly run: BranchSet['runs'][number] | undefined
  readonly replay?: Replay
  readonly note?: string
}

/**
 * A scenario string survives a change of the definition: where no run has its base any more, the one that reaches the first
 * state struck is taken. What a person gave is no change of the definition: then the base has to be the same.
 */
function replayedRun(set: BranchSet, replay: Replay, { input, tasks = {} }: Scenario): ChosenRun {
  const run = runOfBase(set, replay.base)
  const [strike] = replay.strikes
  if (run || !strike || input !== undefined || Object.keys(tasks).length > 0) return { run: run ?? set.runs[0] }
  const reaching = scenarioReaching(set, strike.state)?.run
  if (!reaching) return { run: set.runs[0] }
  const note = `note: no run of this definition has the base ${replay.base}: replayed over the one that reaches "${strike.state}" (base ${reaching.base})`
  return { run: reaching, replay: { ...replay, rebase: true }, note }
}
