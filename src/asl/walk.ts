import { isArray, isObject, member, pointer } from './json.js'
import type { JsonObject } from './json.js'
import { PROCESSOR_FIELDS } from './map-processor.js'

/** A machine as it stands in a definition: the root, a branch of a Parallel, or the inside of a Map. */
export interface WalkedMachine {
  /** JSON Pointer from the root of the definition; '' for the root itself. */
  readonly pointer: string
  readonly definition: JsonObject
  /** The Map or Parallel state around it; undefined for the root. */
  readonly within: WalkedState | undefined
}

/** A state as it stands in a definition. Nothing is known of its fields yet: they may be malformed. */
export interface WalkedState {
  readonly name: string
  /** JSON Pointer from the root of the definition, e.g. `/States/Pages/ItemProcessor/States/Resize`. */
  readonly pointer: string
  readonly state: JsonObject
  readonly machine: WalkedMachine
}

/** Every state of a definition in document order, each container before what is inside it. Skips what is malformed. */
export function* walkStates(definition: unknown): Generator<WalkedState> {
  for (const machine of rootMachine(definition)) {
    const todo = statesOf(machine).reverse()
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      yield next
      for (const state of machinesWithin(next).flatMap(statesOf).reverse()) todo.push(state)
    }
  }
}

/** Every machine of a definition: the root first, then the insides of its Map and Parallel states. */
export function* walkMachines(definition: unknown): Generator<WalkedMachine> {
  const todo = rootMachine(definition)
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    yield next
    for (const machine of statesOf(next).flatMap(machinesWithin).reverse()) todo.push(machine)
  }
}

/** The states of one machine that are objects, without those of inner machines. */
export function statesOf(machine: WalkedMachine): WalkedState[] {
  const states = member(machine.definition, 'States')
  if (!isObject(states)) return []
  const base = pointer(machine.pointer, 'States')
  const found: WalkedState[] = []
  for (const name of Object.keys(states)) {
    const state = states[name]
    if (isObject(state)) found.push({ name, pointer: pointer(base, name), state, machine })
  }
  return found
}

/** The machines directly inside a Parallel or Map: its branches, its `ItemProcessor` or `Iterator`. */
function machinesWithin(within: WalkedState): WalkedMachine[] {
  const { state, pointer: base } = within
  const type = member(state, 'Type')
  if (type === 'Parallel') {
    const branches = member(state, 'Branches')
    if (!isArray(branches)) return []
    return branches.flatMap((branch, index) => inner(branch, pointer(base, 'Branches', index), within))
  }
  if (type !== 'Map') return []
  return PROCESSOR_FIELDS.flatMap((field) => inner(member(state, field), pointer(base, field), within))
}

/** Names of the Map and Parallel states around a state or machine, outermost first. */
export function containersOf(place: WalkedState | WalkedMachine): string[] {
  const names: string[] = []
  let within = 'machine' in place ? place.machine.within : place.within
  while (within) {
    names.push(within.name)
    within = within.machine.within
  }
  return names.reverse()
}

function rootMachine(definition: unknown): WalkedMachine[] {
  return isObject(definition) ? [{ pointer: '', definition, within: undefined }] : []
}

function inner(definition: unknown, at: string, within: WalkedState): WalkedMachine[] {
  return isObject(definition) ? [{ pointer: at, definition, within }] : []
}
