import type { Observation } from './exploration/observation.js'
import type { BranchSet } from './inference/branch-set.js'
import type { MachineReach } from './machine-findings.js'

/** Gathers which states were entered, and by which scenario first. */
export class ReachList {
  readonly #set: BranchSet
  readonly #withFault = new Map<string, string>()

  constructor(set: BranchSet) {
    this.#set = set
  }

  /** A scenario may come to states that no run of the branch set does. */
  see({ scenario, enteredAfter }: Observation): void {
    for (const pointer of enteredAfter) if (!this.#withFault.has(pointer)) this.#withFault.set(pointer, scenario)
  }

  reach(): MachineReach {
    const list = this.#set.states.map(({ pointer, state, reachedBy, because }) => {
      const by = reachedBy?.text ?? this.#withFault.get(pointer)
      return { pointer, state, reachedBy: by, because: by === undefined ? because : undefined }
    })
    return {
      total: list.length,
      reached: list.filter(({ reachedBy }) => reachedBy !== undefined).length,
      reachedWithoutFault: this.#set.states.filter(({ reachedBy }) => reachedBy?.faults.length === 0).length,
      list,
    }
  }
}
