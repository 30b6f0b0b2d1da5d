import { placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'

/** A batch is answered "partly", and what was refused is never sent again. */
export const lostPart: Rule = {
  id: 'ASLX320',
  class: 'lost-data',
  title: 'What a batch call leaves undone is dropped',
  severity: 'error',
  why: 'A batch call succeeds although the service took only some of its entries. What it names as not done is lost unless somebody reads it.',
  write: 'a Choice on the count of what failed, and a loop that sends it again',
  begin: () => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode || !isPartial(episode.errors.errors[0]?.fault) || episode.callsAfter > 0) return
        if (observation.ending.status !== 'SUCCEEDED') return
        found.add(placeOfEpisode(observation, episode, 'error', { kinds: ['bad-answer'] }))
      },
      places: () => found.places(),
    }
  },
  tell: () => 'the service takes a part of the batch and says so; nobody reads it, and the rest is lost',
}

/** Whether a fault answers a batch partly. */
export function isPartial(fault: string | undefined): boolean {
  return fault !== undefined && /partial|unprocessed/.test(fault)
}
