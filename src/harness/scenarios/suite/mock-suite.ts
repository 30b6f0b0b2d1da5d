import { pointer } from '../../../asl/json.js'
import { UserError } from '../../../asl/user-error.js'
import type { LocatedMockConfig } from '../mock-config/mock-config.js'
import type { Scenario } from '../scenario.js'
import type { Suite, SuiteCase } from './suite.js'

/**
 * All test cases of a `MockConfigFile.json`, of machines of one source: each state machine of the file under its name, or
 * the only one of the file with the only one of the source, whatever their names. What a case is held to is that its mocks
 * fit the run: nothing asked that they do not answer, nothing in them that the run had no use for. `scenario` is laid over
 * each, e.g. an input. UserError for a file without cases.
 */
export function mockSuite(config: LocatedMockConfig, source: string, scenario: Scenario): Suite {
  const { file, locate } = config
  const { machines } = config.config
  const isOnly = machines.length === 1 || source.includes('#')
  const cases = machines.flatMap(({ name: machine, cases }) =>
    cases.map(({ name }): SuiteCase => {
      const at = locate(pointer('/StateMachines', machine, 'TestCases', name))
      return {
        file,
        name: machines.length === 1 ? name : `${machine}#${name}`,
        at,
        machine: isOnly ? source : `${source}#${machine}`,
        scenario,
        scenarioAt: () => undefined,
        mocks: { config, machine, testCase: name },
        expectations: [],
        locate,
      }
    }),
  )
  if (cases.length === 0) throw new UserError('usage', `${file} has no test cases`)
  return { file, cases, mistakes: [] }
}
