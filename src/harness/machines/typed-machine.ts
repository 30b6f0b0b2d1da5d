import type { LiveExecution } from './live-execution.js'
import { type Machine, type MachineOptions, untypedMachine } from './machine.js'
import type { AnyScenario, KnowsStates, RunOf, ScenarioOf, StateNames } from './state-name-types.js'

/** A machine whose states are known to the compiler. It is a `Machine`, and works as one. */
export interface MachineOf<State extends string> extends Machine, KnowsStates<State> {
  withDefaults(scenario: AnyScenario): MachineOf<State>
  withDefaults(scenario: ScenarioOf<State>): MachineOf<State>
  run(scenario: AnyScenario): Promise<RunOf<State>>
  run(scenario?: ScenarioOf<State>): Promise<RunOf<State>>
  trial(scenario: AnyScenario): Promise<RunOf<State>>
  trial(scenario?: ScenarioOf<State>): Promise<RunOf<State>>
  start(scenario: AnyScenario): LiveExecution
  start(scenario?: ScenarioOf<State>): LiveExecution
}

/** What `machine` makes of a definition of this type. */
export type MachineFrom<Definition> =
  string extends StateNames<Definition> ? Machine : MachineOf<StateNames<Definition>>

/**
 * A machine from its definition as a value, e.g. an imported `.asl.json`, of whose states the compiler then knows the names.
 * Throws DefinitionError if AWS would refuse it.
 * @example
 * const flow = machine({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
 * const run = await flow.run()
 * run.output // => 7
 */
export function machine<const Definition>(definition: Definition, options?: MachineOptions): MachineFrom<Definition>
export function machine(definition: unknown, options?: MachineOptions): Machine {
  return untypedMachine(definition, options)
}
