import { isHang, placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { StateFacts } from '../machine-facts.js'
import type { Rule } from '../rule.js'
import { longestOf, timeInWords } from '../words.js'
import { member } from '../../../asl/json.js'

/** What is noticed within this time needs no heartbeat. */
const SOON_MS = 3_600_000

/** A worker that died is noticed only when a long timeout has passed: no heartbeat is asked for. */
export const lateNotice: Rule = {
  id: 'ASLX210',
  class: 'slow-to-notice',
  title: 'A worker that died is noticed only at the end of a long timeout',
  severity: 'warning',
  why: 'A worker that dies says nothing. Without a heartbeat it is missed only when the whole timeout has passed.',
  write: 'HeartbeatSeconds of a few minutes, and SendTaskHeartbeat in the worker',
  begin: (facts) => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode || !isHang(episode) || observation.ending.status === 'STUCK') return
        const state = facts.states.get(episode.pointer)
        if (!state || !canBeat(state) || asksForHeartbeats(state)) return
        const lateMs = observation.tookMs - observation.baseline.tookMs
        if (lateMs < SOON_MS) return
        found.add(placeOfEpisode(observation, episode, 'warning', { kinds: ['timeout'], longestMs: lateMs }))
      },
      places: () => found.places(),
    }
  },
  tell: (places) => `a worker that dies is noticed after ${timeInWords(longestOf(places))} only: no HeartbeatSeconds`,
}

/** Only who holds a task token can send heartbeats. */
function canBeat({ resource }: StateFacts): boolean {
  if (!resource) return false
  return resource.kind === 'activity' || ('pattern' in resource && resource.pattern === 'waitForTaskToken')
}

function asksForHeartbeats({ definition }: StateFacts): boolean {
  return ['HeartbeatSeconds', 'HeartbeatSecondsPath'].some((field) => member(definition, field) !== undefined)
}
