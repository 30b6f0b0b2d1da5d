import type { Episode, Observation } from '../../exploration/observation.js'
import { type ErrorFamily, familiesOf, isAside, isToldApart } from '../error-family.js'
import type { FindingSeverity } from '../finding.js'
import { hasRetry, type MachineFacts } from '../machine-facts.js'
import {
  decisiveEpisode,
  endsUnhandled,
  isHang,
  isUncatchable,
  leftBehind,
  namesOfErrors,
  placeOfEpisode,
  raised,
} from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { familyInWords, kindsOf, leftBehindOf } from '../words.js'

/** The state has no Retry and no Catch that takes it: whatever goes wrong ends the execution at its first occurrence. */
export const unhandledWithoutRetry: Rule = {
  id: 'ASLX101',
  class: 'unhandled',
  family: 'unhandled',
  title: 'A state without Retry and Catch ends the execution at the first error',
  severity: 'error',
  why: 'Throttles, lost connections and functions that are killed come and go. Without a Retry the first of them fails the whole execution, and what was done before stays.',
  write: 'a Retry for the errors that pass by themselves, and a Catch for the rest where something has to be undone',
  begin: (facts) =>
    unhandledWhere(
      facts,
      (episode, family) => family !== 'rare' && !hasRetry(facts, episode.pointer) && !isPermanent(episode),
    ),
  tell: (places) => `${kindsOf(places)}: no Retry, and nothing catches it${leftBehindOf(places)}`,
}

/** A Retry that leaves out one family of errors, which then ends the execution at its first occurrence. */
export function unhandledFamily(id: string, family: ErrorFamily, severity: FindingSeverity, why: string): Rule {
  const how = family === 'rare' ? 'seldom met under these names' : 'the Retry does not name it'
  return {
    id,
    class: 'unhandled',
    ...(!isToldApart(family) && { family: 'unhandled' }),
    title: `A Retry leaves out ${familyInWords(family)}, and nothing catches it`,
    severity,
    why,
    write: 'the names of these errors in the ErrorEquals of the Retry, or a Catch with States.ALL',
    begin: (facts) =>
      unhandledWhere(
        facts,
        (episode, one) =>
          one === family && (family === 'rare' || hasRetry(facts, episode.pointer)) && !isPermanent(episode),
        family === 'rare' ? 'info' : undefined,
      ),
    tell: (places) => `${kindsOf(places)}: ${how}, and nothing catches it${leftBehindOf(places)}`,
  }
}

/** What no retry mends and nothing catches: that the execution ends with it is as it should be, if nothing is left behind. */
export const unhandledPermanent: Rule = {
  id: 'ASLX108',
  class: 'unhandled',
  family: 'unhandled',
  title: 'An error that no retry mends ends the execution',
  severity: 'info',
  why: 'A call that is refused will be refused again, so failing is right. Nobody is told, though, and nothing is undone.',
  write: 'a Catch with States.ALL that undoes what was done before and tells somebody',
  begin: (facts) => unhandledWhere(facts, (episode) => isPermanent(episode) && !isUncatchable(episode)),
  tell: (places) => `${kindsOf(places)}: no retry would mend it, and nothing catches it${leftBehindOf(places)}`,
}

function isPermanent({ errors }: Episode): boolean {
  return errors.transience === 'permanent'
}

function unhandledWhere(
  facts: MachineFacts,
  concerns: (episode: Episode, family: ErrorFamily) => boolean,
  severity?: FindingSeverity,
) {
  const found = new PlaceCollector()
  return {
    see: (observation: Observation) => {
      const episode = decisiveEpisode(observation, facts)
      if (!episode || isHang(episode) || episode.handling.retrier !== undefined) return
      if (!endsUnhandled(observation, episode)) return
      const left = leftBehind(observation)
      const families = familiesOf(episode.errors, facts.states.get(episode.pointer)?.errorClasses ?? [])
      for (const [family, errors] of families) {
        if (!concerns(episode, family)) continue
        const place = placeOfEpisode(
          observation,
          episode,
          severity ?? (isAside(family, families) ? 'info' : severityOf(episode, left)),
          {
            leftBehind: left,
            errors: namesOfErrors(errors),
          },
        )
        found.add(place, rankOf(episode))
      }
    },
    places: () => found.places(),
  }
}

/** What passes by itself ought to be tried again; what stays done in vain makes the others as bad. */
function severityOf({ errors }: Episode, left: readonly string[]): FindingSeverity {
  if (errors.transience === 'transient') return 'error'
  if (errors.transience === 'permanent') return 'info'
  return left.length > 0 ? raised('warning') : 'warning'
}

/** What passes by itself shows it best. */
function rankOf({ errors }: Episode): number {
  return errors.transience === 'transient' ? 0 : 1
}
