import type { Json } from '../asl/json.js'
import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import { walkStates } from '../asl/walk.js'
import type { Fault } from '../faults/fault.js'
import type { Scenario } from './scenario.js'

/** Refuses a scenario that names states the machine does not have, mocks a state that is no Task, or starts what is no machine. */
export function checkScenario(
  machineName: string,
  definition: Json,
  scenario: Scenario,
  faults: readonly Fault[],
): void {
  checkMachines(scenario)
  const types = stateTypes(definition)
  const named = [
    ...Object.keys(scenario.tasks ?? {}),
    ...faults.flatMap(({ site }) => (typeof site.state === 'string' ? [site.state] : [])),
    ...(scenario.replay?.strikes ?? []).map((strike) => strike.state),
  ]
  for (const name of named) {
    const mistake = mistakeIn(machineName, types, name)
    if (mistake) throw mistake
  }
}

/** In a test without types anything may stand there, e.g. the promise of a machine that is still being loaded. */
function checkMachines({ machines = {} }: Scenario): void {
  for (const [name, machine] of Object.entries<unknown>(machines)) {
    const begins = typeof machine === 'object' && machine !== null && 'begin' in machine
    if (begins && typeof machine.begin === 'function') continue
    throw new UserError('usage', `machines["${name}"] is no machine: give machine(...), or await loadMachine(...)`)
  }
}

/** What is wrong with a state's name as one to be answered or struck; undefined if nothing is. */
export function stateMistake(machineName: string, definition: Json, name: string): UserError | undefined {
  return mistakeIn(machineName, stateTypes(definition), name)
}

/** UserError if the machine has no Task of this name. */
export function checkTask(machineName: string, definition: Json, name: string): void {
  const types = stateTypes(definition)
  const type = types.get(name)
  if (type === undefined) throw unknownState(machineName, name, [...types.keys()])
  if (type === 'Task') return
  throw new UserError('usage', `state "${name}" of ${machineName} is a ${type}, and only a Task waits for an answer`)
}

function mistakeIn(machineName: string, types: ReadonlyMap<string, string>, name: string): UserError | undefined {
  const type = types.get(name)
  if (type === undefined) return unknownState(machineName, name, [...types.keys()])
  if (type === 'Task' || type === 'Map') return undefined
  const only = 'only a Task, or a Map with an ItemReader, can be answered or struck'
  return new UserError('usage', `state "${name}" of ${machineName} is a ${type}, and ${only}`)
}

/** The type of every state of a definition, by name, those inside Maps and branches included. */
function stateTypes(definition: Json): ReadonlyMap<string, string> {
  const types = new Map<string, string>()
  for (const { name, state } of walkStates(definition)) {
    if (typeof state['Type'] === 'string') types.set(name, state['Type'])
  }
  return types
}

/** States of a machine that a message lists. */
const SHOWN_NAMES = 20

function unknownState(machineName: string, name: string, names: readonly string[]): UserError {
  const near = didYouMean(name, names)
  const more = names.length > SHOWN_NAMES ? ` and ${names.length - SHOWN_NAMES} more` : ''
  const hint =
    near === undefined ? `; it has ${names.slice(0, SHOWN_NAMES).join(', ')}${more}` : `; did you mean "${near}"?`
  return new UserError('usage', `${machineName} has no state "${name}"${hint}`)
}
