import { pointer } from '../../asl/json.js'
import type { SourcePosition } from '../../asl/positions.js'
import type { Run } from './run.js'
import type { ChosenMocks } from '../scenarios/mock-config/mock-scenario.js'

/** Something of a test case that its run had no use for. */
export interface UnusedMock {
  readonly at: SourcePosition | undefined
  readonly message: string
}

/**
 * What a run of a test case did not use: a state that was never called, or numbered responses beyond the last call. Either
 * means that the machine does not do what the case was written for. Of a range such as `0-9` one use is enough.
 */
export function unusedMocks(
  { config: located, machine: mocked, testCase: test }: ChosenMocks,
  run: Run,
): readonly UnusedMock[] {
  const { config, locate } = located
  return test.states.flatMap(({ state, response }): readonly UnusedMock[] => {
    const entries = config.responses.find(({ name }) => name === response)?.entries ?? []
    const calls = run.calls.filter(
      (call) => call.state === state && call.scheduledEventId !== call.enteredEventId,
    ).length
    const [unused] = entries.filter(({ first }) => first >= calls)
    if (!unused) return []
    if (calls === 0) {
      const at = locate(pointer('/StateMachines', mocked.name, 'TestCases', test.name, state))
      return [{ at, message: `test case "${test.name}" mocks state "${state}", and it was never called` }]
    }
    const at = locate(pointer('', config.responsesKey, response, unused.key))
    const times = calls === 1 ? 'once' : `${calls} times`
    const message = `response "${unused.key}" of "${response}" was not used: state "${state}" was called ${times}`
    return [{ at, message }]
  })
}
