import type { Episode } from '../../exploration/observation.js'
import { familiesOf } from '../error-family.js'
import { namesOfErrors, placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { kindsOf } from '../words.js'
import { mayBeDoneAlready } from './caught-untried.js'

/** An item of a distributed Map fails by an error that passes, at the first try, and the Map tolerates it. */
export const lostItem: Rule = {
  id: 'ASLX321',
  class: 'lost-data',
  title: 'A tolerated item is lost to an error that passes by itself',
  severity: 'warning',
  why: 'A tolerance is meant for items that are bad. A throttle takes good ones: without a Retry each is given up at the first try, and the Map succeeds.',
  write: 'a Retry for these errors on the Task, so that the tolerance is left for what no retry mends',
  begin: ({ states }) => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode || episode.errors.transience !== 'transient' || !isLostUntried(episode)) return
        if (mayBeDoneAlready(episode, { states })) return
        const families = familiesOf(episode.errors, states.get(episode.pointer)?.errorClasses ?? [])
        for (const [family, errors] of families) {
          if (family === 'rare') continue
          found.add(placeOfEpisode(observation, episode, 'warning', { errors: namesOfErrors(errors) }))
        }
      },
      places: () => found.places(),
    }
  },
  tell: (places) =>
    `${kindsOf(places)}: goes away by itself; nothing tries again, the Map tolerates it, and the item is lost`,
}

function isLostUntried({ handling: { retrier, isRecovered, takenBy } }: Episode): boolean {
  return retrier === undefined && !isRecovered && /\/ToleratedFailure\w+$/.test(takenBy ?? '')
}
