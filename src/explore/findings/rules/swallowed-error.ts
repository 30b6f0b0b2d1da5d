import { kindOfError } from '../../../services/error-kind.js'
import { isCatcher, isExpected, placeOfEpisode, soleEpisode } from '../outcomes.js'
import type { Episode, Observation } from '../../exploration/observation.js'
import type { MachineFacts } from '../machine-facts.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { isTriedAgainLater } from '../tried-again.js'
import { kindsOf } from '../words.js'

/** An error is caught, and the execution ends as if nothing had happened. */
export const swallowedError: Rule = {
  id: 'ASLX301',
  class: 'swallowed',
  title: 'An error is caught, and the execution succeeds without a word of it',
  severity: 'warning',
  why: 'The execution is green, its output says nothing, and nobody learns that the work was not done.',
  write: 'a Fail behind the handler, or the error in the output and somebody who reads it',
  begin: (facts) => {
    const found = new PlaceCollector()
    return {
      see: (observation) => {
        const episode = soleEpisode(observation)
        if (!episode || !isSwallowed(observation, episode, facts)) return
        const severity = isToldToSomebody(observation, facts) ? 'info' : 'warning'
        found.add(placeOfEpisode(observation, episode, severity))
      },
      places: () => found.places(),
    }
  },
  tell: (places) => `${kindsOf(places)}: caught, and the execution ends SUCCEEDED with no trace of it in its output`,
}

function isSwallowed(observation: Observation, episode: Episode, facts: MachineFacts): boolean {
  const { ending } = observation
  const { isRecovered, catcher, takenBy } = episode.handling
  if (isRecovered || (catcher === undefined && !isCatcher(takenBy))) return false
  if (isAnswer(episode, facts)) return false
  if (ending.status !== 'SUCCEEDED' || isTriedAgainLater(observation, episode, facts)) return false
  const output = JSON.stringify(ending.output ?? null)
  return !struckNames(episode).some((name) => output.includes(name))
}

/** A refusal that the catcher names and that says how things are: not there, there already, the condition does not hold. */
function isAnswer(episode: Episode, facts: MachineFacts): boolean {
  const resource = facts.states.get(episode.pointer)?.resource
  const struck = episode.errors.errors[0]?.error
  if (!resource || struck === undefined || !isExpected(episode, facts)) return false
  return kindOfError(resource, struck).refusal !== 'validation'
}

/** The error that is struck for its class, as the output would show it. */
function struckNames({ errors }: Episode): readonly string[] {
  const [struck] = errors.errors
  return [struck?.error ?? 'States.Timeout', struck?.strike ?? ''].filter((name) => name !== '' && name !== '*')
}

/** Services that bring word to people or to other programs. */
const TELLING = new Set(['sns', 'sqs', 'events', 'eventbridge', 'sesv2', 'ses', 'chatbot'])

function isToldToSomebody({ enteredAfter }: Observation, { states }: MachineFacts): boolean {
  return enteredAfter.some((pointer) => {
    const resource = states.get(pointer)?.resource
    return resource !== undefined && 'service' in resource && TELLING.has(resource.service)
  })
}
