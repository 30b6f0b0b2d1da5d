import { type Finding, type Place, type FindingSeverity, severities } from './finding.js'
import type { Rule } from './rule.js'

/** The findings of one rule: places that are one thing to mend become one. `order`: pointers as they stand in the definition. */
export function foldPlaces(rule: Rule, places: readonly Place[], order: ReadonlyMap<string, number>): Finding[] {
  const groups = new Map<string, Place[]>()
  for (const place of places) {
    const key = `${place.severity} ${place.foldKey}`
    const group = groups.get(key)
    if (group) group.push(place)
    else groups.set(key, [place])
  }
  return [...groups.values()].map((group) => {
    const sorted = group.sort((a, b) => (order.get(a.pointer) ?? 0) - (order.get(b.pointer) ?? 0))
    return findingOf(rule, sorted)
  })
}

function findingOf(rule: Rule, places: readonly Place[]): Finding {
  return {
    rule: rule.id,
    class: rule.class,
    severity: places[0]?.severity ?? rule.severity,
    states: places,
    errors: [...new Set(places.flatMap((place) => place.errors))],
    kinds: [...new Set(places.flatMap((place) => place.kinds))],
    message: rule.tell(places),
    fix: places.find((place) => place.fix)?.fix ?? {
      summary: rule.write,
      pointer: places[0]?.pointer ?? '',
      isSafe: false,
    },
  }
}

/** Worst first; then as the places stand in the definition. */
export function inOrder(findings: readonly Finding[], order: ReadonlyMap<string, number>): readonly Finding[] {
  const at = ({ states }: Finding): number => order.get(states[0]?.pointer ?? '') ?? 0
  return findings.toSorted(
    (a, b) => rankOf(a.severity) - rankOf(b.severity) || at(a) - at(b) || (a.rule < b.rule ? -1 : 1),
  )
}

function rankOf(severity: FindingSeverity): number {
  return severities.indexOf(severity)
}
