import { pointer } from '../../../asl/json.js'
import { printPosition } from '../../../asl/positions.js'
import { nearestOr } from '../../../asl/suggest.js'
import { type Advice, UserError } from '../../../asl/user-error.js'
import { walkStates } from '../../../asl/walk.js'
import { splitName } from '../../../iac/split-source.js'
import { type NumberedReplies, type Reply, fails, returns } from '../../../tasks/script.js'
import type { ChildMachine } from '../../answering/rules.js'
import type { Scenario } from '../scenario.js'
import { loadMockConfig } from './read-mock-config.js'
import type { LocatedMockConfig, MockCase, MockedMachine, MockEntry } from './mock-config.js'

/** A test case together with where it is from. */
export interface ChosenMocks {
  readonly config: LocatedMockConfig
  readonly machine: MockedMachine
  readonly testCase: MockCase
}

/**
 * The test case of this name for a machine: of the state machine named `mockedName`, or else of the only one in the file, or
 * else of the one that is named as the machine. UserError, with what there is, if there is none.
 */
export function chosenMocks(
  config: LocatedMockConfig,
  testCase: string,
  machine: ChildMachine,
  mockedName?: string,
): ChosenMocks {
  const [only, second] = config.config.machines
  const isOnly = mockedName === undefined && only !== undefined && second === undefined
  const mocked = isOnly ? only : mockedMachine(config, mockedName ?? machine.name)
  return { config, machine: mocked, testCase: mockCase(config, mocked, testCase) }
}

/**
 * What answers the Tasks in a test case of Step Functions Local, as a scenario to run the machine with:
 * `orders.run(loadMockScenario('MockConfigFile.json#RetryPath', orders))`. UserError for what does not fit together.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const run = await order.run(loadMockScenario('MockConfigFile.json#HappyPath', order))
 * run.status // => 'SUCCEEDED'
 */
export function loadMockScenario(testCase: string, machine: ChildMachine): Scenario {
  const { file, name } = splitName(testCase)
  if (name === undefined)
    throw new UserError('usage', `"${testCase}" must name a test case, e.g. MockConfigFile.json#RetryPath`)
  return mockScenario(chosenMocks(loadMockConfig(file), name, machine), machine)
}

/** The machine of a mock configuration that has this name. UserError if there is none. */
function mockedMachine({ file, config }: LocatedMockConfig, name: string): MockedMachine {
  const names = config.machines.map((machine) => machine.name)
  const found = config.machines.find((machine) => machine.name === name)
  if (found) return found
  throw new UserError('usage', `${file} has no state machine "${name}"`, hint(name, names))
}

/** The test case of this name. UserError if there is none. */
function mockCase({ file, locate }: LocatedMockConfig, machine: MockedMachine, name: string): MockCase {
  const found = machine.cases.find((one) => one.name === name)
  if (found) return found
  const at = locate(pointer('/StateMachines', machine.name, 'TestCases'))
  const names = machine.cases.map((one) => one.name)
  const near = hint(name, names)
  throw new UserError('usage', `"${machine.name}" has no test case "${name}"`, { at: at ?? { file }, ...near })
}

/**
 * The scenario of a test case: what its states answer. Every other Task is an error when it is called, where Step Functions
 * Local would call AWS. UserError, with the place, for a state that the machine does not have or that is no Task.
 */
export function mockScenario(
  { config, machine: mocked, testCase: test }: ChosenMocks,
  machine: ChildMachine,
): Scenario {
  const states = [...walkStates(machine.definition)]
  const types = new Map(states.map(({ name, state }) => [name, typeof state['Type'] === 'string' ? state['Type'] : '']))
  const tasks = test.states.map(({ state, response }) => {
    const at = config.locate(pointer('/StateMachines', mocked.name, 'TestCases', test.name, state))
    const place = at ?? { file: config.file }
    const type = types.get(state)
    if (type === undefined) {
      const isOfAnother = test.states.every((one) => !types.has(one.state))
      const near = hint(state, types.keys())
      const whose = isOfAnother && !near.nearest ? `, and no other state of the case: it is of "${mocked.name}"` : ''
      throw new UserError('usage', `${machine.name} has no state "${state}"${whose}`, { at: place, ...near })
    }
    if (type !== 'Task') {
      throw new UserError('usage', `state "${state}" is a ${type}, and only a Task has responses`, { at: place })
    }
    return [state, repliesOf(config, response)] as const
  })
  return { tasks: Object.fromEntries(tasks), onUnmockedTask: 'error' }
}

function repliesOf({ config, locate, file }: LocatedMockConfig, name: string): NumberedReplies {
  const at = locate(pointer('', config.responsesKey, name))
  const entries = config.responses.find((response) => response.name === name)?.entries ?? []
  const origin = `${at ? printPosition(at) : file}: mocked response "${name}"`
  return { kind: 'numbered', replies: entries.map(replyOf), origin }
}

function replyOf({ first, last, reply }: MockEntry): Reply {
  const times = last - first + 1
  if (reply.kind === 'Return') return returns(reply.value, { times })
  return fails(reply.error, { cause: reply.cause, times })
}

function hint(name: string, known: Iterable<string>): Advice {
  const names = [...known]
  return nearestOr(name, names, `it has ${names.slice(0, 20).join(', ') || 'none'}`)
}
