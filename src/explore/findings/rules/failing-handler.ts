import type { Episode, Observation } from '../../exploration/observation.js'
import { endsUnhandled, isHang, placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { kindsOf } from '../words.js'

/** The path behind a Catch fails by itself: a path that is not there, a cause that is no JSON. */
export const brokenHandler: Rule = {
  id: 'ASLX302',
  class: 'handler-fails',
  title: 'The path behind a Catch fails by itself',
  severity: 'error',
  begin: () => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode?.handling.catcher || !failsAnew(observation, episode)) return
        const detail = `${episode.handling.catcher.next} then fails with ${observation.ending.failure?.error ?? 'no name'}`
        found.add(placeOfEpisode(observation, episode, 'error', { detail, foldKey: detail }))
      },
      places: () => found.places(),
    }
  },
  tell: (places) =>
    `${kindsOf(places)}: caught, and ${places[0]?.detail ?? 'the handler fails'}, in place of the error`,
}

/** The execution ends with another error than the one that struck, and not in a Fail state. */
function failsAnew({ ending, baseline }: Observation, { errors }: Episode): boolean {
  if (ending.status === 'SUCCEEDED' || ending.status === 'STUCK' || ending.isMeant) return false
  if (baseline.ending.status !== 'SUCCEEDED' && baseline.ending.failure?.error === ending.failure?.error) return false
  return !errors.errors.some(({ error }) => error === ending.failure?.error)
}

/** A second error strikes while a first one is handled, and nothing takes it. */
export const unhandledInHandler: Rule = {
  id: 'ASLX303',
  class: 'handler-fails',
  title: 'An error in the path behind a Catch ends the execution',
  severity: 'error',
  begin: () => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const [first, second, third] = observation.episodes
        if (!first?.handling.catcher || !second || third || isHang(second)) return
        if (second.handling.retrier !== undefined || !isInHandler(observation, second)) return
        if (!endsUnhandled(observation, second)) return
        const severity = second.errors.transience === 'transient' ? 'error' : 'info'
        found.add(placeOfEpisode(observation, second, severity), severity === 'error' ? 0 : 1)
      },
      places: () => found.places(),
    }
  },
  tell: (places) =>
    `behind a Catch, ${kindsOf(places)}: nothing tries again, nothing catches it, and the first error is lost, too`,
}

/** The state is entered only because something went wrong before. */
function isInHandler({ baseline }: Observation, { pointer }: Episode): boolean {
  return !baseline.entered.includes(pointer)
}
