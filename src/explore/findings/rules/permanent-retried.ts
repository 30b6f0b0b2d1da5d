import { errorNames, placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { kindsOf, longestOf, timeInWords } from '../words.js'

/** Less than this is no waste that anybody minds. */
const WASTE_MS = 300_000

/** An error that no retry mends is tried again all the same. */
export const permanentRetried: Rule = {
  id: 'ASLX120',
  class: 'permanent-retried',
  title: 'An error that no retry mends is tried again',
  severity: 'info',
  why: 'A call that is refused for what it is will be refused again. Each retry puts off the moment at which somebody learns of it.',
  write:
    'a retrier for these names with MaxAttempts 0 before the others, or the names that do pass in place of States.ALL',
  yieldsTo: ['ASLX220', 'ASLX221'],
  begin: (facts) => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode || episode.errors.transience !== 'permanent' || episode.multiplicity !== 'exhausted') return
        const { retrier } = episode.handling
        if (retrier === undefined) return
        const names = facts.states.get(episode.pointer)?.handlers.retriers[retrier]?.errorEquals ?? []
        const isNamed = errorNames(episode).some((name) => names.includes(name) && !isSharedName(name))
        const wastedMs = Math.max(0, observation.tookMs - observation.baseline.tookMs)
        const severity = wastedMs > WASTE_MS || isNamed ? 'warning' : 'info'
        found.add(placeOfEpisode(observation, episode, severity, { longestMs: wastedMs }))
      },
      places: () => found.places(),
    }
  },
  tell: (places) =>
    `${kindsOf(places)}: no retry mends it, and it is tried again for ${timeInWords(longestOf(places))}`,
}

/** A name of Lambda or a service's general one, which passing trouble has, too. */
function isSharedName(name: string): boolean {
  const [prefix = '', own = ''] = name.split('.')
  return prefix === 'Lambda' || own.replace(/^(?:Amazon|AWS)|Exception$/g, '').toLowerCase() === prefix.toLowerCase()
}
