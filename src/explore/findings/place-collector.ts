import type { Observation } from '../exploration/observation.js'
import { type Place, type Proof, severities } from './finding.js'

/** Gathers the places of one rule: one for each state and fold key, with all errors and the shortest scenario. */
export class PlaceCollector {
  readonly #places = new Map<string, Gathered>()

  /** `rank`: of two scenarios the one with the smaller rank shows the place better; by default the shorter one. */
  add(place: Place, rank = 0): void {
    const key = `${place.foldKey}\n${place.pointer}`
    const known = this.#places.get(key)
    this.#places.set(key, known ? joined(known, { place, rank }) : { place, rank })
  }

  places(): readonly Place[] {
    return [...this.#places.values()].map(({ place }) => place)
  }
}

interface Gathered {
  readonly place: Place
  readonly rank: number
}

/** Both as one: the worse severity, all errors, the longer time, and what the better scenario tells. */
function joined(a: Gathered, b: Gathered): Gathered {
  const [better, other] = isBetter(b, a) ? [b, a] : [a, b]
  const { place } = better
  const longestMs = Math.max(a.place.longestMs ?? 0, b.place.longestMs ?? 0)
  const severity = severities.find((one) => one === a.place.severity || one === b.place.severity) ?? place.severity
  return {
    rank: better.rank,
    place: {
      ...place,
      severity,
      errors: union(place.errors, other.place.errors),
      kinds: union(place.kinds, other.place.kinds),
      leftBehind: place.leftBehind,
      ...(longestMs > 0 && { longestMs }),
    },
  }
}

function union<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  return b.every((item) => a.includes(item)) ? a : [...new Set([...a, ...b])]
}

function isBetter(a: Gathered, b: Gathered): boolean {
  if (a.rank !== b.rank) return a.rank < b.rank
  return isShorter(a.place.proof, b.place.proof)
}

function isShorter(a: Proof | undefined, b: Proof | undefined): boolean {
  if (!a || !b) return a !== undefined
  if (a.scenario.length !== b.scenario.length) return a.scenario.length < b.scenario.length
  return a.scenario < b.scenario
}

/** What must come out when the scenario of an observation is run again. */
export function proofOf({ scenario, ending }: Observation): Proof {
  return { scenario, status: ending.status, error: ending.failure?.error }
}
