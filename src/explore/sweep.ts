import { isObject, member } from '../asl/json.js'
import { parseResource } from '../asl/resource.js'
import { type WalkedState, walkStates } from '../asl/walk.js'
import { Fault } from '../faults/fault.js'
import { definitionAt, type FaultDefinition } from '../faults/fault-definition.js'
import type { Site } from '../faults/site.js'
import type { Machine } from '../harness/machine.js'
import type { Run } from '../harness/run.js'
import type { Scenario } from '../harness/scenario.js'
import { type Fate, fateOfStrikes } from './fate.js'

/** How often a strike hits: the first attempt of the first visit (for the first items), or every attempt there is. */
export type StrikeTimes = 'once' | 'always'

/** One strike of a sweep, and the run it led to. */
export interface SweepStrike {
  readonly state: string
  /** The fault's id. */
  readonly fault: string
  /** `asked` for a fault whose site was given in full. */
  readonly times: StrikeTimes | 'asked'
  /** Undefined if the strike never fired. */
  readonly fate: Fate | undefined
  /** Attempts struck. */
  readonly struck: number
  /** Error and cause that the state saw at the first attempt struck; a call that hangs for ever has neither. */
  readonly error: string | undefined
  readonly cause: string | undefined
  readonly run: Run
}

/** Names of the Tasks of a machine that a fault applies to. `named`: the states were asked for by name. */
export function strikeStates(machine: Machine, definition: FaultDefinition, named = false): readonly string[] {
  return [...walkStates(machine.definition)]
    .filter((walked) => {
      const resource = resourceOf(walked)
      return resource !== undefined && definitionAt(definition, parseResource(resource), named) !== undefined
    })
    .map((walked) => walked.name)
}

function resourceOf({ state }: WalkedState): string | undefined {
  const resource = member(state, 'Resource')
  return isObject(state) && member(state, 'Type') === 'Task' && typeof resource === 'string' ? resource : undefined
}

/** Strikes at the sites of faults, over one scenario. The run without any fault says which calls there are to strike. */
export class Sweeper {
  readonly #machine: Machine
  readonly #scenario: Scenario
  readonly #baseline: Run

  private constructor(machine: Machine, scenario: Scenario, baseline: Run) {
    this.#machine = machine
    this.#scenario = scenario
    this.#baseline = baseline
  }

  static async over(machine: Machine, scenario: Scenario): Promise<Sweeper> {
    return new Sweeper(machine, scenario, await machine.trial(scenario))
  }

  /** The run without faults. Where it fails, a failure after a strike proves nothing against the machine. */
  get baseline(): Run {
    return this.#baseline
  }

  /** Strikes each state twice, once and always; every strike is a run of its own. */
  async sweep(definition: FaultDefinition, states: readonly string[]): Promise<readonly SweepStrike[]> {
    const strikes: SweepStrike[] = []
    for (const state of states) {
      strikes.push(await this.strike(new Fault(definition, this.#firstCallOf(state)), state, 'once'))
      strikes.push(await this.strike(new Fault(definition, { state }), state, 'always'))
    }
    return strikes
  }

  /** The first attempt of the first visit, for the first items that come by. */
  #firstCallOf(state: string): Site {
    const items = this.#baseline.calls.find((call) => call.state === state)?.items.map((step) => step.index) ?? []
    return { state, ...(items.length > 0 && { items }), visit: 1, attempts: { from: 1, to: 1 } }
  }

  /** Runs the scenario with one fault on top. A fault that never fires has no fate. */
  async strike(fault: Fault, state: string, times: SweepStrike['times']): Promise<SweepStrike> {
    const faults = [...(this.#scenario.faults ?? []), fault]
    const run = await this.#machine.trial({ ...this.#scenario, faults })
    const struck = fateOfStrikes(run, this.#baseline.status !== 'SUCCEEDED')
    return {
      state,
      fault: fault.definition.id,
      times,
      fate: struck?.fate,
      struck: run.calls.filter((call) => call.fault !== undefined).length,
      error: struck?.first.error,
      cause: struck?.first.cause,
      run,
    }
  }
}
