import { pointer } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import { parseFault } from '../../faults/fault.js'
import { faultMistake, stateMistake } from '../checks/check-scenario.js'
import { loadMachine } from './load-machine.js'
import type { Machine } from './machine.js'
import { type ChosenMocks, chosenMocks, mockScenario } from '../scenarios/mock-config/mock-scenario.js'
import { type UnusedMock, unusedMocks } from './unused-mocks.js'
import type { Run } from './run.js'
import { type Scenario, mergeScenarios } from '../scenarios/scenario.js'
import type { SuiteCase } from '../scenarios/suite/suite.js'

/** A case that was run, whether as expected or not. */
export interface RanCase {
  readonly run: Run
  /** Of mocks of Step Functions Local: what the run had no use for. */
  readonly unused: readonly UnusedMock[]
}

/** Loads each machine once, however many cases run it. */
export class LoadedMachines {
  readonly #loaded = new Map<string, Promise<Machine>>()

  load(source: string): Promise<Machine> {
    const known = this.#loaded.get(source)
    if (known) return known
    const loading = loadMachine(source)
    this.#loaded.set(source, loading)
    return loading
  }
}

/** Runs a case. UserError, with the place in the file, if it cannot be run as it is written. */
export async function runCase(test: SuiteCase, machines: LoadedMachines): Promise<RanCase> {
  const machine = await machines.load(test.machine)
  checkStates(test, machine)
  const mocks = test.mocks && chosenMocks(test.mocks.config, test.mocks.testCase, machine, test.mocks.machine)
  const scenario = mocks ? withMocks(mocks, test.scenario, machine) : test.scenario
  const run = await atCase(test, () => machine.run(scenario))
  return { run, unused: mocks ? unusedMocks(mocks, run) : [] }
}

/** What a case says itself of a Task comes before its mocks. */
function withMocks(mocks: ChosenMocks, scenario: Scenario, machine: Machine): Scenario {
  return mergeScenarios(mockScenario(mocks, machine), scenario)
}

/** Names of states that the machine does not have are told with their place in the file. */
function checkStates({ scenario, scenarioAt, at }: SuiteCase, { name, definition }: Machine): void {
  const check = (mistake: UserError | undefined, part: string): void => {
    if (!mistake) return
    throw mistake.placedAt(scenarioAt(part) ?? at)
  }
  for (const state of Object.keys(scenario.tasks ?? {})) {
    check(stateMistake(name, definition, state), pointer('/tasks', state))
  }
  for (const [index, fault] of (scenario.faults ?? []).entries()) {
    const read = typeof fault === 'string' ? parseFault(fault) : fault
    check(faultMistake(name, definition, read), pointer('/faults', index))
  }
}

/** A mistake that only shows while the machine runs, with the place of the case. */
async function atCase<T>({ at, name }: SuiteCase, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    if (!(error instanceof UserError) || !at) throw error
    throw error.inPart(name).placedAt(at)
  }
}
