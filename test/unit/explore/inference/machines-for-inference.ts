import type { Json } from '../../../../src/asl/json.js'
import { type BranchSet, branchSet } from '../../../../src/explore/inference/branch-set.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { replay, type Scenario } from '../../../../src/harness/scenarios/scenario.js'

export const F = 'arn:aws:lambda:us-east-1:123456789012:function:f'
export const INVOKE = 'arn:aws:states:::lambda:invoke'

/** The branch set of states that begin with the first of them. */
export function setOf(states: Readonly<Record<string, Json>>, more: Json = {}, scenario?: Scenario): BranchSet {
  const [StartAt = ''] = Object.keys(states)
  const definition = { StartAt, ...(more as object), States: states }
  return branchSet(machine(definition), scenario ? { scenario } : {})
}

/** Names of the states that no run reaches. */
export function unreachedIn({ states }: BranchSet): readonly string[] {
  return states.filter(({ reachedBy }) => !reachedBy).map(({ state }) => state)
}

/** Names of the states that are reached by errors only. */
export function reachedByErrors({ states }: BranchSet): readonly string[] {
  return states.filter(({ reachedBy }) => reachedBy && reachedBy.faults.length > 0).map(({ state }) => state)
}

/** Runs every claim again through the plain run path; the claims that do not hold. */
export async function falseClaims(definition: Json, { states }: BranchSet): Promise<readonly string[]> {
  const again = machine(definition as object)
  const found: string[] = []
  for (const { state, reachedBy } of states) {
    if (!reachedBy) continue
    const run = await again.run({ ...reachedBy.run.scenario, ...replay(reachedBy.text) })
    const children = (run.mapRuns ?? []).flatMap((mapRun) => mapRun.children)
    const entered = [run, ...children].flatMap(({ coverage }) => coverage.filter(({ what }) => what.kind === 'entered'))
    if (!entered.some((entry) => entry.state === state)) found.push(`${state}: ${reachedBy.text}`)
  }
  return found
}
