import type { Episode, Observation } from '../../exploration/observation.js'
import type { ErrorKind } from '../../../services/error-kind.js'
import { hasRetry, type MachineFacts } from '../machine-facts.js'
import { isCaughtUntried, placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { kindInWords, kindsOf } from '../words.js'

/** A state has a Catch and no Retry: errors that go away by themselves are caught at the first try. */
export const caughtWithoutRetry: Rule = {
  id: 'ASLX110',
  class: 'caught-untried',
  title: 'A Catch without a Retry takes errors that pass by themselves',
  severity: 'warning',
  begin: (facts) => caughtWhere(facts, (pointer) => !hasRetry(facts, pointer)),
  tell: (places) =>
    `${kindsOf(places)}: goes away by itself; there is no Retry, and the Catch takes it at the first try`,
}

/** A Retry that leaves out one kind of error, which is caught at the first try. */
export function caughtKind(id: string, kind: ErrorKind): Rule {
  return {
    id,
    class: 'caught-untried',
    title: `A Catch takes errors of the kind "${kindInWords(kind)}" that the Retry leaves out`,
    severity: 'warning',
    begin: (facts) =>
      caughtWhere(facts, (pointer, episode) => hasRetry(facts, pointer) && episode.errors.kind === kind),
    tell: (places) => `${kindsOf(places)}: goes away by itself; the Retry does not name it, and the Catch takes it`,
  }
}

function caughtWhere(facts: MachineFacts, concerns: (pointer: string, episode: Episode) => boolean) {
  const found = new PlaceCollector()
  return {
    see: (observation: Observation) => {
      const episode = soleEpisode(observation)
      if (!episode || episode.errors.transience !== 'transient' || !isCaughtUntried(episode)) return
      if (mayBeDoneAlready(episode) || isTriedAgainLater(observation, episode)) return
      if (concerns(episode.pointer, episode)) found.add(placeOfEpisode(observation, episode, 'warning'))
      const container = retryingContainer(episode, facts)
      if (container && concerns(container.pointer, episode)) {
        found.add(placeOfEpisode(observation, episode, 'warning', container))
      }
    },
    places: () => found.places(),
  }
}

/** Trying a call again that may have done its work could do it twice. */
function mayBeDoneAlready({ placement }: Episode): boolean {
  return placement === 'after'
}

/** A Catch that leads back to the state is a retry. */
function isTriedAgainLater({ enteredAfter }: Observation, { pointer }: Episode): boolean {
  return enteredAfter.includes(pointer)
}

/** The container whose catcher took the error although it tries others again. */
function retryingContainer({ handling }: Episode, { states }: MachineFacts) {
  const pointer = handling.takenBy?.replace(/\/Catch\/\d+$/, '')
  const facts = pointer === undefined ? undefined : states.get(pointer)
  return facts && facts.handlers.retriers.length > 0 ? { state: facts.state, pointer: facts.pointer } : undefined
}
