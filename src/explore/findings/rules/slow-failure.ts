import { isHang, placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { kindsOf, longestOf, timeInWords } from '../words.js'

/** Whoever waits for an answer has given up by then. */
const SLOW_MS = 3_600_000

/** Retries, alone or nested, let a failure take very long. */
export const slowFailure: Rule = {
  id: 'ASLX220',
  class: 'slow-to-fail',
  title: 'Retries let a failure take hours',
  severity: 'warning',
  begin: (facts) => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode || isHang(episode) || episode.multiplicity !== 'exhausted') return
        if (episode.errors.transience === 'permanent') return
        const tookMs = observation.tookMs - observation.baseline.tookMs
        const boundMs = (facts.states.get(episode.pointer)?.target.machineTimeoutSeconds ?? Infinity) * 1000
        if (tookMs <= Math.min(SLOW_MS, boundMs)) return
        found.add(placeOfEpisode(observation, episode, 'warning', { longestMs: tookMs }), -tookMs)
      },
      places: () => found.places(),
    }
  },
  tell: (places) =>
    `${kindsOf(places)}: tried again and again, a failure is told after ${timeInWords(longestOf(places))}`,
}
