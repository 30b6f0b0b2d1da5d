import { isMutating, tokensOf } from '../../../services/effects.js'
import type { Episode, Observation } from '../../exploration/observation.js'
import type { PossibleError } from '../../exploration/possible-error.js'
import { type ErrorFamily, familiesOf, isAside, isToldApart } from '../error-family.js'
import { hasRetry, type MachineFacts } from '../machine-facts.js'
import { isCaughtUntried, namesOfErrors, placeOfEpisode, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { isTriedAgainLater } from '../tried-again.js'
import { familyInWords, kindsOf } from '../words.js'

/** A state has a Catch and no Retry: errors that go away by themselves are caught at the first try. */
export const caughtWithoutRetry: Rule = {
  id: 'ASLX110',
  class: 'caught-untried',
  family: 'caught',
  title: 'A Catch without a Retry takes errors that pass by themselves',
  severity: 'warning',
  why: 'A throttle or a lost connection is gone a second later. A Catch without a Retry gives up on the work all the same, or undoes it.',
  write: 'a Retry for these errors beside the Catch: it is asked first',
  begin: (facts) => caughtWhere(facts, (pointer, family) => family !== 'rare' && !hasRetry(facts, pointer)),
  tell: (places) =>
    `${kindsOf(places)}: goes away by itself; there is no Retry, and the Catch takes it at the first try`,
}

/** A Retry that leaves out one family of errors, which is caught at the first try. */
export function caughtFamily(id: string, family: ErrorFamily, why: string): Rule {
  const how =
    family === 'rare'
      ? 'seldom met under these names; no Retry names it'
      : 'goes away by itself; the Retry does not name it'
  return {
    id,
    class: 'caught-untried',
    ...(!isToldApart(family) && { family: 'caught' }),
    title: `A Retry leaves out ${familyInWords(family)}, and the Catch takes it at the first try`,
    severity: family === 'rare' ? 'info' : 'warning',
    why,
    write: 'the names of these errors in the ErrorEquals of the Retry',
    begin: (facts) =>
      caughtWhere(facts, (pointer, one) => one === family && (family === 'rare' || hasRetry(facts, pointer))),
    tell: (places) => `${kindsOf(places)}: ${how}, and the Catch takes it`,
  }
}

function caughtWhere(facts: MachineFacts, concerns: (pointer: string, family: ErrorFamily) => boolean) {
  const found = new PlaceCollector()
  return {
    see: (observation: Observation) => {
      const episode = soleEpisode(observation)
      if (!episode || episode.errors.transience !== 'transient' || !isCaughtUntried(episode)) return
      if (mayBeDoneAlready(episode, facts) || isTriedAgainLater(observation, episode, facts)) return
      const container = retryingContainer(episode, facts)
      const families = familiesOf(episode.errors, facts.states.get(episode.pointer)?.errorClasses ?? [])
      for (const [family, errors] of families) {
        const severity = isAside(family, families) ? 'info' : 'warning'
        const place = placeOfEpisode(observation, episode, severity, { errors: namesOfErrors(errors) })
        if (concerns(episode.pointer, family)) found.add(place)
        if (container && concerns(container.pointer, family)) found.add({ ...place, ...container })
      }
    },
    places: () => found.places(),
  }
}

/**
 * Trying a call again that may have done its work could do it twice, where it sends no token. Who tries such errors of the state again
 * has decided otherwise.
 */
export function mayBeDoneAlready(
  { placement, errors, pointer }: Episode,
  { states }: Pick<MachineFacts, 'states'>,
): boolean {
  if (placement === 'after') return true
  const state = states.get(pointer)
  if (!state?.resource || !errors.errors.some(mayHaveHappened) || !isMutating(state.resource)) return false
  if (tokensOf(state.resource).length > 0) return false
  return !state.errorClasses.some((one) => one.retrier !== undefined && one.errors.some(mayHaveHappened))
}

function mayHaveHappened({ sideEffect }: PossibleError): boolean {
  return sideEffect !== 'none'
}

/** The container whose catcher took the error although it tries others again. */
function retryingContainer({ handling }: Episode, { states }: MachineFacts) {
  const pointer = handling.takenBy?.replace(/\/Catch\/\d+$/, '')
  const facts = pointer === undefined ? undefined : states.get(pointer)
  return facts && facts.handlers.retriers.length > 0 ? { state: facts.state, pointer: facts.pointer } : undefined
}
