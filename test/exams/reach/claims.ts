import { branchSet } from '../../../src/explore/inference/branch-set.js'
import type { Machine } from '../../../src/harness/machines/machine.js'
import type { Run } from '../../../src/harness/machines/run.js'
import { replay } from '../../../src/harness/scenarios/scenario.js'

/** What a source of claims says of a machine: how each scenario is run again, and which states it is said to reach. */
export interface Claims {
  readonly tookMs: number
  readonly scenarios: readonly {
    readonly text: string
    readonly states: readonly string[]
    readonly withoutFault: boolean
    readonly again: () => Promise<Run>
  }[]
  /** Of states that are said not to be reached. */
  readonly reasons: Readonly<Record<string, string>>
}

/** Claims of the branch set. */
export function claimsOf(machine: Machine): Claims {
  const startedMs = performance.now()
  const set = branchSet(machine)
  const tookMs = performance.now() - startedMs
  const byText = new Map<string, Claims['scenarios'][number] & { readonly states: string[] }>()
  const reasons: Record<string, string> = {}
  for (const { state, reachedBy, because } of set.states) {
    if (!reachedBy) {
      reasons[state] = because ?? ''
      continue
    }
    const { text, run, faults } = reachedBy
    const claim = byText.get(text) ?? {
      text,
      states: [],
      withoutFault: faults.length === 0,
      again: () => machine.run({ ...run.scenario, ...replay(text) }),
    }
    claim.states.push(state)
    byText.set(text, claim)
  }
  return { tookMs, scenarios: [...byText.values()], reasons }
}
