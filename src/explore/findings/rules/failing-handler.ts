import type { Episode, Observation } from '../../exploration/observation.js'
import { familiesOf } from '../error-family.js'
import { type FindingSeverity, severities } from '../finding.js'
import { hasRetry } from '../machine-facts.js'
import {
  endsUnhandled,
  isCaught,
  isExpected,
  isHang,
  isUncatchable,
  namesOfErrors,
  placeOfEpisode,
  soleEpisode,
} from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { kindsOf } from '../words.js'
import { limitThatEnds } from './endless-handling.js'

/** The path behind a Catch fails by itself: a path that is not there, a cause that is no JSON. */
export const brokenHandler: Rule = {
  id: 'ASLX302',
  class: 'handler-fails',
  title: 'The path behind a Catch fails by itself',
  severity: 'error',
  why: 'The handler reads what is not there when it is needed, so that the error is replaced by States.Runtime, and what the handler was to do is not done.',
  write: 'a ResultPath on the catcher that keeps the input, e.g. "$.error"; and read only what every error brings',
  begin: () => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode?.handling.catcher || !failsAnew(observation, episode)) return
        if (limitThatEnds(observation) !== undefined) return
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

/** A second error strikes while a first one is handled, and nothing takes it: the state has no Retry. */
export const unhandledInHandler = handlerRule({
  id: 'ASLX303',
  title: 'A state behind a Catch has no Retry and no Catch of its own',
  severity: 'error',
  why: 'A handler runs when something is wrong already, often with the very service that it calls. An error in it ends the execution, and the first error is lost with it.',
  write: 'a Retry on the states behind the Catch, first of all for throttles and lost connections',
  concerns: (episode, hasOwnRetry) => episode.errors.transience !== 'permanent' && !hasOwnRetry,
  how: 'nothing tries again',
})

/** The state behind the Catch has a Retry, which leaves the error out. */
export const leftOutInHandler = handlerRule({
  id: 'ASLX304',
  title: 'The Retry of a state behind a Catch leaves out errors that nothing catches',
  severity: 'error',
  why: 'A handler that is itself ended by an error leaves its work half done, and the first error is lost with it.',
  write: 'the names that are missing in the Retry, or States.ALL with few attempts',
  concerns: (episode, hasOwnRetry) => episode.errors.transience !== 'permanent' && hasOwnRetry,
  how: 'the Retry does not name it',
})

/** What no retry mends ends the handler. */
export const refusedInHandler = handlerRule({
  id: 'ASLX305',
  title: 'An error that no retry mends ends the path behind a Catch',
  severity: 'info',
  why: 'Nothing more can be done there but to tell somebody, and the first error is lost.',
  write: 'a Catch on the handler that leads to a Fail with both errors',
  concerns: (episode) => episode.errors.transience === 'permanent' && !isUncatchable(episode),
  how: 'no retry would mend it',
})

interface HandlerRule extends Pick<Rule, 'id' | 'title' | 'severity' | 'why' | 'write'> {
  readonly concerns: (episode: Episode, hasOwnRetry: boolean) => boolean
  /** Why it is not tried again. */
  readonly how: string
}

function handlerRule({ concerns, how, ...row }: HandlerRule): Rule {
  return {
    ...row,
    class: 'handler-fails',
    family: 'handler',
    begin: (facts) => {
      const found = new PlaceCollector()
      return {
        see: (observation) => {
          const [first, second, third] = observation.episodes
          if (!first || !isCaught(first) || !second || third || isHang(second) || isExpected(first, facts)) return
          if (second.handling.retrier !== undefined || !isInHandler(observation, second)) return
          if (!endsUnhandled(observation, second) || !concerns(second, hasRetry(facts, second.pointer))) return
          for (const [family, errors] of familiesOf(
            second.errors,
            facts.states.get(second.pointer)?.errorClasses ?? [],
          )) {
            const severity = family === 'rare' ? 'info' : severityOf(second)
            found.add(
              placeOfEpisode(observation, second, severity, { errors: namesOfErrors(errors) }),
              rankOf(severity),
            )
          }
        },
        places: () => found.places(),
      }
    },
    tell: (places) =>
      `behind a Catch, ${kindsOf(places)}: ${how}, nothing catches it, and the first error is lost, too`,
  }
}

function severityOf({ errors }: Episode): FindingSeverity {
  if (errors.transience === 'transient') return 'error'
  return errors.transience === 'permanent' ? 'info' : 'warning'
}

/** What passes by itself shows it best. */
function rankOf(severity: FindingSeverity): number {
  return severities.indexOf(severity)
}

/** The state is entered only because something went wrong before. */
function isInHandler({ baseline }: Observation, { pointer }: Episode): boolean {
  return !baseline.entered.includes(pointer)
}
