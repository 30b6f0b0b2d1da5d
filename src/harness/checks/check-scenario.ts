import type { Json } from '../../asl/json.js'
import { nearestOr } from '../../asl/suggest.js'
import { UserError } from '../../asl/user-error.js'
import { walkStates } from '../../asl/walk.js'
import type { Fault } from '../../faults/fault.js'
import { checkComplete } from '../../faults/fault-arguments.js'
import { strikePoint } from '../../faults/fault-definition.js'
import type { ResourceNames } from '../../iac/resource-names.js'
import { raisedMistake } from './raised-mistake.js'
import { resourceMistake } from '../answering/resource-mocks.js'
import type { Scenario } from '../scenarios/scenario.js'

/** Refuses a scenario that names states the machine does not have, mocks a state that is no Task, or starts what is no machine. */
export function checkScenario(
  machineName: string,
  definition: Json,
  scenario: Scenario,
  faults: readonly Fault[],
  names: ResourceNames,
): void {
  checkMachines(scenario)
  const types = stateTypes(definition)
  const answered = Object.keys(scenario.tasks ?? {}).map((name) => mistakeIn(machineName, types, name))
  const struck = faults.map((fault) => faultMistakeIn(machineName, types, fault))
  const raised = scenario.force ? [] : faults.map((fault) => raisedMistake(machineName, definition, fault))
  const again = (scenario.replay?.strikes ?? []).map(({ state }) => unknownIn(machineName, types, state))
  const called = Object.keys(scenario.resources ?? {}).map((key) =>
    resourceMistake(machineName, definition, names, key),
  )
  const mistake = [...answered, ...called, ...struck, ...raised, ...again].find((found) => found !== undefined)
  if (mistake) throw mistake
  for (const { definition: row, args } of faults) checkComplete(row, args)
}

/** What is wrong with the state that a fault names; undefined if nothing is, or if it names none. */
export function faultMistake(machineName: string, definition: Json, fault: Fault): UserError | undefined {
  return faultMistakeIn(machineName, stateTypes(definition), fault)
}

/** Some faults strike any state, before its work begins. */
function faultMistakeIn(
  machineName: string,
  types: ReadonlyMap<string, string>,
  { definition, site }: Fault,
): UserError | undefined {
  if (typeof site.state !== 'string') return undefined
  const mistakes = strikePoint(definition) === 'state' ? unknownIn : mistakeIn
  return mistakes(machineName, types, site.state)
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
  if (type === undefined) return unknownIn(machineName, types, name)
  if (type === 'Task' || type === 'Map') return undefined
  const only = 'only a Task, or a Map with an ItemReader, can be answered or struck'
  return new UserError('usage', `state "${name}" of ${machineName} is a ${type}, and ${only}`)
}

function unknownIn(machineName: string, types: ReadonlyMap<string, string>, name: string): UserError | undefined {
  return types.has(name) ? undefined : unknownState(machineName, name, [...types.keys()])
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
  const more = names.length > SHOWN_NAMES ? ` and ${names.length - SHOWN_NAMES} more` : ''
  const near = nearestOr(name, names, `it has ${names.slice(0, SHOWN_NAMES).join(', ')}${more}`)
  return new UserError('usage', `${machineName} has no state "${name}"`, near)
}
