import { type Place, severities } from './finding.js'
import type { Rule } from './rule.js'

/** What one rule found. */
export interface RulePlaces {
  readonly rule: Rule
  readonly places: readonly Place[]
}

/**
 * Rules of one family that found something at one state tell of it once: under the rule with the worst severity, the first of equals,
 * and with the errors of all. What is only worth knowing stays apart. A rule that yields to another one is only worth knowing where
 * that one speaks.
 */
export function foldRules(found: readonly RulePlaces[]): readonly RulePlaces[] {
  const weighed = found.map((one) => yielded(one, found))
  const families = new Map<string, Map<string, Leading>>()
  for (const { rule, places } of weighed) {
    if (rule.family === undefined) continue
    for (const place of places) {
      const family = `${rule.family} ${place.severity === 'info'}`
      const leading = families.get(family) ?? new Map<string, Leading>()
      families.set(family, leading)
      const known = leading.get(place.pointer)
      leading.set(place.pointer, known ? joined(known, { rule, place }) : { rule, place })
    }
  }
  const leads = [...families.values()].flatMap((leading) => [...leading.values()])
  return weighed.map(({ rule, places }) => ({
    rule,
    places: rule.family === undefined ? places : leads.flatMap((one) => (one.rule === rule ? [one.place] : [])),
  }))
}

interface Leading {
  readonly rule: Rule
  readonly place: Place
}

function joined(a: Leading, b: Leading): Leading {
  const [first, other] = isBefore(b, a) ? [b, a] : [a, b]
  const { place } = first
  return {
    rule: first.rule,
    place: {
      ...place,
      errors: [...new Set([...place.errors, ...other.place.errors])],
      kinds: [...new Set([...place.kinds, ...other.place.kinds])],
    },
  }
}

function isBefore(a: Leading, b: Leading): boolean {
  const [rankA, rankB] = [rankOf(a.place), rankOf(b.place)]
  return rankA === rankB ? a.rule.id < b.rule.id : rankA < rankB
}

function rankOf({ severity }: Place): number {
  return severities.indexOf(severity)
}

function yielded({ rule, places }: RulePlaces, found: readonly RulePlaces[]): RulePlaces {
  const { yieldsTo } = rule
  if (!yieldsTo) return { rule, places }
  const taken = new Set(
    found.flatMap((one) => (yieldsTo.includes(one.rule.id) ? one.places.map(({ pointer }) => pointer) : [])),
  )
  return { rule, places: places.map((place) => (taken.has(place.pointer) ? { ...place, severity: 'info' } : place)) }
}
