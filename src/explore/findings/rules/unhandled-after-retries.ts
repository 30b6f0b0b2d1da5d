import { endsUnhandled, isHang, leftBehind, placeOfEpisode, raised, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { kindsOf, leftBehindOf, longestOf, timeInWords } from '../words.js'

/** Retries that go on for so long give trouble the time to pass. */
const PATIENT_MS = 60_000

/** An error that its retrier gives up on, and that nothing catches then. */
export const unhandledAfterRetries: Rule = {
  id: 'ASLX109',
  class: 'unhandled',
  yieldsTo: ['ASLX101', 'ASLX102', 'ASLX103', 'ASLX104', 'ASLX105', 'ASLX106', 'ASLX107', 'ASLX111'],
  title: 'An error ends the execution once its retrier is used up',
  severity: 'warning',
  why: 'A Retry only puts the end off: trouble that lasts longer fails the execution, and what was done before stays.',
  write: 'a Catch with States.ALL that undoes what was done and tells somebody, or a Retry that goes on for longer',
  begin: () => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode || isHang(episode) || episode.handling.retrier === undefined) return
        if (episode.multiplicity !== 'exhausted' || !endsUnhandled(observation, episode)) return
        const triedMs = observation.tookMs - observation.baseline.tookMs
        const left = leftBehind(observation)
        const own = triedMs >= PATIENT_MS ? 'info' : 'warning'
        const severity = own === 'info' && left.length > 0 ? raised(own) : own
        found.add(placeOfEpisode(observation, episode, severity, { leftBehind: left, longestMs: Math.max(0, triedMs) }))
      },
      places: () => found.places(),
    }
  },
  tell: (places) =>
    `${kindsOf(places)}: tried again for ${timeInWords(longestOf(places))} at most, then nothing catches it${leftBehindOf(places)}`,
}
