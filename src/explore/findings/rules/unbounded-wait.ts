import { isHang, leftBehind, placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { leftBehindOf } from '../words.js'

/** A lost answer is waited for without end: no timeout of the state or of the machine ends it. */
export const unboundedWait: Rule = {
  id: 'ASLX201',
  class: 'hangs',
  title: 'Nothing ends the wait for an answer that never comes',
  severity: 'error',
  why: 'Whoever was to answer may die or lose the token. Without TimeoutSeconds the execution waits for a year.',
  write: 'TimeoutSeconds on the Task, and HeartbeatSeconds where the work is long',
  begin: () => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode || !isHang(episode) || observation.ending.status !== 'STUCK') return
        found.add(
          placeOfEpisode(observation, episode, 'error', { kinds: ['timeout'], leftBehind: leftBehind(observation) }),
        )
      },
      places: () => found.places(),
    }
  },
  tell: (places) => `an answer that gets lost is waited for without end, for up to a year${leftBehindOf(places)}`,
}
