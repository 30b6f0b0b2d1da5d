import { firstTaking } from '../../../asl/error-handlers.js'
import { member } from '../../../asl/json.js'
import type { Episode } from '../../exploration/observation.js'
import { isHang, placeOfEpisode, soleEpisode } from '../outcomes.js'
import type { StateFacts } from '../machine-facts.js'
import { placeOfState } from '../place-of-state.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { kindsOf, longestOf, timeInWords } from '../words.js'

/** Whoever waits for an answer has given up by then. */
const SLOW_MS = 3_600_000

/** Each attempt takes its whole timeout, and there are many. */
export const slowTimeouts: Rule = {
  ...slowRule(takesLong, timeoutsInARow),
  id: 'ASLX220',
  title: 'Attempts that time out are made again and again, for hours',
  why: 'A timeout that is tried again costs its whole time each time. Hours pass before anybody learns that the work does not end.',
  write: 'a shorter TimeoutSeconds, or fewer attempts for timeouts than for other errors',
  tell: (places) => `each attempt takes its whole timeout: a failure is told after ${timeInWords(longestOf(places))}`,
}

/** Waits between attempts, alone or nested, let a failure take very long. */
export const slowRetries: Rule = {
  ...slowRule((episode) => !takesLong(episode)),
  id: 'ASLX221',
  title: 'The waits between retries let a failure take hours',
  why: 'Waits that grow without a bound add up to hours. Whoever waits for the execution has given up by then.',
  write: 'MaxDelaySeconds, or fewer attempts',
  tell: (places) =>
    `${kindsOf(places)}: tried again and again, a failure is told after ${timeInWords(longestOf(places))}`,
}

/**
 * The time of all attempts of a Task that runs into its TimeoutSeconds each time: a worker that sends heartbeats and does not come to an
 * end.
 */
function timeoutsInARow({ definition, handlers }: StateFacts): number {
  const seconds = member(definition, 'TimeoutSeconds')
  const retrier = handlers.retriers[firstTaking(handlers.retriers, 'States.Timeout') ?? -1]
  if (typeof seconds !== 'number' || !retrier || retrier.maxAttempts === 0) return 0
  return seconds * 1000 * (retrier.maxAttempts + 1)
}

/** Whether an attempt ends only when its time is up. */
function takesLong(episode: Episode): boolean {
  return isHang(episode) || episode.errors.kind === 'timeout'
}

function slowRule(
  concerns: (episode: Episode) => boolean,
  staticMs: (state: StateFacts) => number = () => 0,
): Pick<Rule, 'class' | 'family' | 'severity' | 'begin'> {
  return {
    class: 'slow-to-fail',
    family: 'slow',
    severity: 'warning',
    begin: (facts) => {
      const found = new PlaceCollector()
      return {
        see: (observation) => {
          const episode = soleEpisode(observation)
          if (!episode || episode.multiplicity !== 'exhausted' || !concerns(episode)) return
          if (episode.errors.transience === 'permanent' || observation.ending.status === 'STUCK') return
          const tookMs = observation.tookMs - observation.baseline.tookMs
          const boundMs = (facts.states.get(episode.pointer)?.target.machineTimeoutSeconds ?? Infinity) * 1000
          if (tookMs <= Math.min(SLOW_MS, boundMs)) return
          const kinds = isHang(episode) ? { kinds: ['timeout'] as const } : {}
          found.add(placeOfEpisode(observation, episode, 'warning', { longestMs: tookMs, ...kinds }), -tookMs)
        },
        places: () => {
          const places = found.places()
          const seen = new Set(places.map(({ pointer }) => pointer))
          const read = [...facts.states.values()].flatMap((state) => {
            const longestMs = seen.has(state.pointer) ? 0 : staticMs(state)
            return longestMs > SLOW_MS ? [placeOfState(state, 'warning', '', { kinds: ['timeout'], longestMs })] : []
          })
          return [...places, ...read]
        },
      }
    },
  }
}
