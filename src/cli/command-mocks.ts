import { UserError } from '../asl/user-error.js'
import type { Machine } from '../harness/machines/machine.js'
import { loadMockConfig } from '../harness/scenarios/mock-config/read-mock-config.js'
import { chosenMocks, mockScenario } from '../harness/scenarios/mock-config/mock-scenario.js'
import { unusedMocks } from '../harness/machines/unused-mocks.js'
import type { Run } from '../harness/machines/run.js'
import type { Scenario } from '../harness/scenarios/scenario.js'
import type { OptionValues } from './options.js'

/** The test case of `--mock-config` and `--case`. */
export interface CommandMocks {
  /** To lay over the scenario. */
  readonly scenario: Scenario
  /** What a run had no use for, each with its place. */
  readonly unused: (run: Run) => readonly string[]
}

/** What `--mock-config` and `--case` say the Tasks answer; undefined without them. UserError for one of them alone. */
export function commandMocks(machine: Machine, options: OptionValues): CommandMocks | undefined {
  const file = options.text('mock-config')
  const name = options.text('case')
  if (file === undefined && name === undefined) return undefined
  if (file === undefined) throw new UserError('usage', '--case needs --mock-config MockConfigFile.json')
  if (name === undefined) throw new UserError('usage', '--mock-config needs --case: the name of a test case in it')
  const config = loadMockConfig(file)
  const mocks = chosenMocks(config, name, machine)
  return {
    scenario: mockScenario(mocks, machine),
    unused: (run) =>
      unusedMocks(mocks, run).map(({ at, message }) => `${at ? `${at.file}:${at.line}:${at.column}: ` : ''}${message}`),
  }
}
