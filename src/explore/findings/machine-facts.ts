import { type ErrorHandlers, errorHandlersOf } from '../../asl/error-handlers.js'
import type { Json, JsonObject } from '../../asl/json.js'
import type { Resource } from '../../asl/resource.js'
import { type FaultTarget, faultTargets } from '../../faults/fault-target.js'
import type { MachineSource } from '../../iac/machine-source.js'
import type { ErrorClass } from '../exploration/possible-error.js'

/** What rules may know of a state without running anything. */
export interface StateFacts {
  readonly state: string
  readonly pointer: string
  readonly definition: JsonObject
  readonly type: FaultTarget['type']
  /** What a Task calls, or what the ItemReader of a distributed Map reads from. */
  readonly resource: Resource | undefined
  readonly target: FaultTarget
  readonly handlers: ErrorHandlers
  /** Pointer of the Map or Parallel around it; undefined at the top level. */
  readonly container: string | undefined
  /** What can go wrong here, folded into classes; empty where nothing can. */
  readonly errorClasses: readonly ErrorClass[]
}

/** What rules may know of a machine as a whole; it need not be one that can run. */
export type ExploredMachine = Pick<MachineSource, 'name' | 'type' | 'definition'>

/** What rules may know of a machine. */
export interface MachineFacts {
  readonly machine: ExploredMachine
  readonly definition: Json
  /** Every state by its pointer, in the order of the definition. */
  readonly states: ReadonlyMap<string, StateFacts>
}

/** `classesAt`: what can go wrong at a state. */
export function machineFacts(
  machine: ExploredMachine,
  classesAt: (target: FaultTarget) => readonly ErrorClass[],
): MachineFacts {
  const states = new Map<string, StateFacts>()
  for (const target of faultTargets(machine.definition, machine.type)) {
    states.set(target.pointer, {
      state: target.name,
      pointer: target.pointer,
      definition: target.definition,
      type: target.type,
      resource: target.resource,
      target,
      handlers: errorHandlersOf(target.definition),
      container: containerOf(target.pointer, states),
      errorClasses: classesAt(target),
    })
  }
  return { machine, definition: machine.definition, states }
}

/** Whether the state at a pointer, or a container around it, tries anything again. */
export function hasRetry(facts: MachineFacts, pointer: string): boolean {
  const state = facts.states.get(pointer)
  if (!state) return false
  return state.handlers.retriers.length > 0 || (state.container !== undefined && hasRetry(facts, state.container))
}

/** The state that a pointer leads into, e.g. to one of the names in its Retry. */
export function stateAround({ states }: MachineFacts, pointer: string): StateFacts | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const state = states.get(at)
    if (state) return state
  }
  return undefined
}

/** The innermost known state whose pointer the pointer goes on from. */
function containerOf(pointer: string, known: ReadonlyMap<string, StateFacts>): string | undefined {
  for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    const outer = pointer.slice(0, end)
    if (known.has(outer)) return outer
  }
  return undefined
}
