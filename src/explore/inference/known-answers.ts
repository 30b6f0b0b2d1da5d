import { isObject, type JsonObject, member } from '../../asl/json.js'
import { parseResource } from '../../asl/resource.js'
import { walkStates } from '../../asl/walk.js'
import { resourceMock } from '../../harness/answering/resource-mocks.js'
import type { Machine } from '../../harness/machines/machine.js'
import { mergeScenarios, type Scenario } from '../../harness/scenarios/scenario.js'
import { machineNamed } from '../../harness/sessions/start-child.js'
import type { TaskMock } from '../../tasks/script.js'

/**
 * What is known of a normal day before anything is inferred: the scenario over the machine's own defaults, without faults. A mock of a
 * resource stands at each Task that is seen to call it, so that no inferred answer comes before it. UserError for a mistake in it.
 */
export function knownScenario(machine: Machine, scenario: Scenario): Scenario {
  const { faults: _faults, replay: _replay, ...known } = mergeScenarios(machine.defaults, scenario)
  const { rules } = machine.session(known).world
  const tasks: Record<string, TaskMock> = {}
  for (const { name, state } of walkStates(machine.definition)) {
    const arn = member(state, 'Resource')
    const mock =
      typeof arn === 'string'
        ? resourceMock(rules, { resource: parseResource(arn), parameters: requestOf(state) })
        : undefined
    if (mock !== undefined) Object.defineProperty(tasks, name, { value: mock, enumerable: true })
  }
  return { ...known, tasks: { ...tasks, ...known.tasks } }
}

/** Whether a Task starts a machine of the scenario, which answers it by running. */
export function startsKnownMachine(state: JsonObject, { machines = {} }: Scenario): boolean {
  const arn = member(requestOf(state), 'StateMachineArn')
  return typeof arn === 'string' && machineNamed(machines, arn) !== undefined
}

function requestOf(state: JsonObject): JsonObject {
  const request = member(state, 'Parameters') ?? member(state, 'Arguments')
  return request !== undefined && isObject(request) ? request : {}
}
