import type { Machine } from '../harness/machines/machine.js'
import { definitionAt } from '../faults/fault-definition.js'
import { type FaultTarget, faultTargets } from '../faults/fault-target.js'
import { errorNameOf } from '../faults/render.js'
import { isAt, type StrikeSite, type SweepStrike } from './sweep.js'

/** A site, and what struck there alone came to. */
export interface SiteStrike {
  readonly site: StrikeSite
  readonly strike: SweepStrike
}

/** Two sites to be struck in one run. */
export type SitePair = readonly [first: StrikeSite, second: StrikeSite]

/**
 * The pairs that can tell more than their sites tell alone: neither fault is unhandled by itself, and the second one's state
 * is called after the first has struck. Of the faults that raise the same error at a state, the first stands for all.
 */
export function pairsOf(machine: Machine, struck: readonly SiteStrike[]): readonly SitePair[] {
  const targets = new Map(faultTargets(machine.definition, machine.type).map((target) => [target.name, target]))
  const candidates = oneForEachError(
    struck.filter(({ strike }) => strike.fate?.outcome !== 'unhandled'),
    targets,
  )
  const pairs: SitePair[] = []
  const known = new Set<string>()
  for (const first of candidates) {
    if (!first.strike.fate) continue
    const after = first.strike.run.calledAfterwards()
    for (const second of candidates) {
      const { state, times } = second.site
      if (state === first.site.state || times !== first.site.times) continue
      if (!after.some((called) => isAt(second.site, called))) continue
      const key = [keyOf(first.site), keyOf(second.site)].sort().join('\n')
      if (known.has(key)) continue
      known.add(key)
      pairs.push([first.site, second.site])
    }
  }
  return pairs
}

function keyOf({ fault, state, times }: StrikeSite): string {
  return JSON.stringify([String(fault), state, times])
}

function oneForEachError(
  struck: readonly SiteStrike[],
  targets: ReadonlyMap<string, FaultTarget>,
): readonly SiteStrike[] {
  const known = new Set<string>()
  return struck.filter(({ site: { fault, state, times } }) => {
    if (times === 'asked') return true
    const key = JSON.stringify([state, times, errorAt(fault.definition, targets.get(state)) ?? fault.definition.id])
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}

function errorAt(definition: StrikeSite['fault']['definition'], target: FaultTarget | undefined): string | undefined {
  const found = target && definitionAt(definition, target, true)
  return found && errorNameOf(found, target.resource ?? { kind: 'unknown', arn: '' }, 'node')
}
