import { hasRetry } from '../machine-facts.js'
import { isCaughtUntried, isHang, placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { isTriedAgainLater } from '../tried-again.js'

/** Other errors are tried again, and an answer that does not come in time is caught at the first try. */
export const caughtSilence: Rule = {
  id: 'ASLX123',
  class: 'caught-untried',
  title: 'A Retry leaves out answers that do not come in time, and the Catch takes it at the first try',
  severity: 'info',
  why: 'A worker that does not start or dies is replaced by the next try. The Retry there is for other errors does not name States.Timeout.',
  write: 'States.Timeout in the ErrorEquals of the Retry',
  begin: (facts) => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode || !isHang(episode) || episode.errors.kind !== 'timeout' || episode.placement === 'after') return
        if (!isCaughtUntried(episode) || isTriedAgainLater(observation, episode, facts)) return
        if (!hasRetry(facts, episode.pointer)) return
        found.add(placeOfEpisode(observation, episode, 'info', { errors: ['States.Timeout'] }))
      },
      places: () => found.places(),
    }
  },
  tell: () => 'an answer that does not come in time: the Retry does not name States.Timeout, and the Catch takes it',
}
