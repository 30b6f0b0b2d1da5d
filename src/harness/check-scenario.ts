import type { Json } from '../asl/json.js'
import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import { walkStates } from '../asl/walk.js'
import type { Fault } from '../faults/fault.js'
import type { Scenario } from './scenario.js'

/** Refuses a scenario that names states the machine does not have, or mocks a state that is no Task. */
export function checkScenario(
  machineName: string,
  definition: Json,
  scenario: Scenario,
  faults: readonly Fault[],
): void {
  const types = stateTypes(definition)
  const named = [
    ...Object.keys(scenario.tasks ?? {}),
    ...faults.flatMap(({ site }) => (typeof site.state === 'string' ? [site.state] : [])),
    ...(scenario.replay?.strikes ?? []).map((strike) => strike.state),
  ]
  for (const name of named) {
    const type = types.get(name)
    if (type === undefined) throw unknownState(machineName, name, [...types.keys()])
    if (type !== 'Task') {
      throw new UserError(
        'usage',
        `state "${name}" of ${machineName} is a ${type}, and only a Task can be answered or struck`,
      )
    }
  }
}

/** The type of every state of a definition, by name, those inside Maps and branches included. */
function stateTypes(definition: Json): ReadonlyMap<string, string> {
  const types = new Map<string, string>()
  for (const { name, state } of walkStates(definition)) {
    if (typeof state['Type'] === 'string') types.set(name, state['Type'])
  }
  return types
}

function unknownState(machineName: string, name: string, names: readonly string[]): UserError {
  const near = didYouMean(name, names)
  const hint = near === undefined ? `; it has ${names.join(', ')}` : `; did you mean "${near}"?`
  return new UserError('usage', `${machineName} has no state "${name}"${hint}`)
}
