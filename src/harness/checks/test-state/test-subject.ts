import { isArray, isObject, member, setMember } from '../../../asl/json.js'
import type { Json, JsonObject, JsonObjectBuilder } from '../../../asl/json.js'
import { isJsonata } from '../../../asl/query-language.js'
import type { State } from '../../../asl/types.js'
import { walkStates } from '../../../asl/walk.js'
import type { WalkedState } from '../../../asl/walk.js'
import { compileMachine } from '../../../engine/compile/compile-machine.js'
import type { Block, CompiledState } from '../../../engine/program.js'
import { invalidDefinition } from '../../../wire/create-machine-exception.js'
import { ServiceException, validationException } from '../../../wire/service-exception.js'
import type { TestStateRequest } from '../../../wire/test-state-api.js'
import { diagnose } from '../diagnose.js'

/** The state under test, as it is written and compiled. */
export interface Subject {
  readonly source: State
  readonly state: CompiledState
  readonly jsonata: boolean
  /** Whether it lies inside a Map, so that its context object has an item. */
  readonly inMap: boolean
}

/** What AWS calls the state under test: in the context object, and in the location of what is wrong with it (recorded). */
export const STATE_NAME = 'StateName'

/** Finds and compiles the state that a request is about. Throws InvalidDefinition or ValidationException as AWS answers. */
export function subjectOf({ definition, stateName }: Pick<TestStateRequest, 'definition' | 'stateName'>): Subject {
  checkStateName(stateName)
  const machine = machineAround(definition, stateName)
  const name = stateName ?? STATE_NAME
  const walked = [...walkStates(machine)].find((found) => found.name === name)
  // The message is an assumption.
  if (walked === undefined) throw validationException('State not found in definition')
  const state = compiledAt(compileMachine(machine).root, walked.pointer)
  if (state === undefined) throw new Error(`state "${name}" was not compiled`)
  const source = walked.state as unknown as State
  return { source, state, jsonata: isJsonata(walked.state, machine), inMap: isInMap(walked) }
}

/** The API's own model has names from 1 character on; the wording is that of all AWS services. Callers in JavaScript may send anything. */
function checkStateName(name: unknown): void {
  if (name === undefined || (typeof name === 'string' && name !== '')) return
  const constraint = name === '' ? 'Member must have length greater than or equal to 1' : 'Member must be a string'
  const shown = typeof name === 'string' ? name : JSON.stringify(name)
  throw validationException(
    `1 validation error detected: Value '${shown}' at 'stateName' failed to satisfy constraint: ${constraint}`,
  )
}

/** A whole machine as it is; a single state as the first one of a machine of its own. */
function machineAround(definition: string, stateName: string | undefined): JsonObject {
  const parsed = stateName === undefined ? parsedObject(definition) : undefined
  const machine: Json = parsed === undefined ? definition : singleStateMachine(parsed)
  const found = diagnose(machine, 'STANDARD')
  // Whether a workflow ends is no question about a single state.
  const error = invalidDefinition(parsed ? found.filter(({ code }) => code !== 'MISSING_END_STATE') : found)
  if (error !== undefined) throw new ServiceException(error)
  return typeof machine === 'string' ? (JSON.parse(machine) as JsonObject) : machine
}

function parsedObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The states it leads to are not given: each is stood in for by one that just ends. */
function singleStateMachine(state: JsonObject): JsonObject {
  const states: JsonObjectBuilder = {}
  for (const target of targetsOf(state)) setMember(states, target, { Type: 'Succeed' })
  setMember(states, STATE_NAME, state)
  return { StartAt: STATE_NAME, States: states }
}

function targetsOf(state: JsonObject): readonly string[] {
  const within = ['Choices', 'Catch'].flatMap((field) => {
    const list = member(state, field)
    return list !== undefined && isArray(list) ? list.filter(isObject) : []
  })
  const targets = [member(state, 'Default'), ...[state, ...within].map((object) => member(object, 'Next'))]
  return targets.filter((target) => typeof target === 'string')
}

function compiledAt(block: Block, pointer: string): CompiledState | undefined {
  for (const state of block.states.values()) {
    if (state.pointer === pointer) return state
    for (const inner of blocksOf(state)) {
      const found = compiledAt(inner, pointer)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function blocksOf(state: CompiledState): readonly Block[] {
  if (state.type === 'Map') return [state.processor]
  return state.type === 'Parallel' ? state.branches : []
}

function isInMap(walked: WalkedState): boolean {
  for (let within = walked.machine.within; within; within = within.machine.within) {
    if (member(within.state, 'Type') === 'Map') return true
  }
  return false
}
