import { LIMITS } from '../../../asl/limits.js'
import type { Observation } from '../../exploration/observation.js'
import type { StateFacts } from '../machine-facts.js'
import { isCaught, placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { kindsOf } from '../words.js'

/** An error that stays is caught and met again, round and round, until a limit on the whole execution ends it. */
export const endlessHandling: Rule = {
  id: 'ASLX413',
  class: 'escapes-handlers',
  title: 'An error that stays is caught and met again until a limit ends the execution',
  severity: 'warning',
  why: 'A Catch that leads back to what failed is a retry without an end. No Catch sees the limit that ends it, and the error that began it is lost.',
  write: 'a Retry with MaxAttempts in its place, and a Catch only for what the way back mends',
  begin: (facts) => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode || !isCaught(episode)) return
        const limit = limitThatEnds(observation)
        if (limit === undefined || isBounded(facts.states.get(episode.pointer))) return
        const severity = episode.errors.transience === 'permanent' ? 'error' : 'warning'
        found.add(placeOfEpisode(observation, episode, severity, { detail: limit, foldKey: limit }))
      },
      places: () => found.places(),
    }
  },
  tell: (places) =>
    `${kindsOf(places)}: caught, and met again without a count, until ${places[0]?.detail ?? 'a limit'} ends the execution`,
}

const HISTORY_EVENTS = LIMITS.historyEvents.value

/** Whoever gives the machine TimeoutSeconds has said when it is to give up. */
function isBounded(state: StateFacts | undefined): boolean {
  return state?.target.machineTimeoutSeconds !== undefined
}

/** The limit on the whole execution that ended it; undefined where none did. */
export function limitThatEnds({ ending, events }: Observation): string | undefined {
  if (ending.isMeant || ending.status === 'SUCCEEDED') return undefined
  if (ending.failure?.error === 'States.Runtime' && events >= HISTORY_EVENTS) {
    return `the limit of ${HISTORY_EVENTS.toLocaleString('en-US')} events`
  }
  return ending.status === 'TIMED_OUT' ? 'the time that it may last' : undefined
}
