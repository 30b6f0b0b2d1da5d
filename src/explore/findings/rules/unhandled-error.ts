import type { Episode, Observation } from '../../exploration/observation.js'
import type { ErrorKind } from '../../../services/error-kind.js'
import type { FindingSeverity } from '../finding.js'
import { hasRetry } from '../machine-facts.js'
import { endsUnhandled, isHang, leftBehind, placeOfEpisode, raised, soleEpisode } from '../outcomes.js'
import { PlaceCollector } from '../place-collector.js'
import type { Rule } from '../rule.js'
import { kindInWords, kindsOf, leftBehindOf } from '../words.js'

/** The state has no Retry and no Catch that takes it: whatever goes wrong ends the execution at its first occurrence. */
export const unhandledWithoutRetry: Rule = {
  id: 'ASLX101',
  class: 'unhandled',
  title: 'A state without Retry and Catch ends the execution at the first error',
  severity: 'error',
  begin: (facts) => unhandledWhere((episode) => !hasRetry(facts, episode.pointer) && !isPermanent(episode)),
  tell: (places) => `${kindsOf(places)}: no Retry, no Catch${leftBehindOf(places)}`,
}

/** A Retry that leaves out one kind of error, which then ends the execution at its first occurrence. */
export function unhandledKind(id: string, kind: ErrorKind, severity: FindingSeverity): Rule {
  return {
    id,
    class: 'unhandled',
    title: `A state tries other errors again, and ends the execution at the first one of the kind "${kindInWords(kind)}"`,
    severity,
    begin: (facts) =>
      unhandledWhere(
        (episode) => hasRetry(facts, episode.pointer) && episode.errors.kind === kind && !isPermanent(episode),
      ),
    tell: (places) => `${kindsOf(places)}: the Retry does not name it, and nothing catches it${leftBehindOf(places)}`,
  }
}

/** What no retry mends and nothing catches: that the execution ends with it is as it should be, if nothing is left behind. */
export const unhandledPermanent: Rule = {
  id: 'ASLX108',
  class: 'unhandled',
  title: 'An error that no retry mends ends the execution',
  severity: 'info',
  begin: () => unhandledWhere(isPermanent),
  tell: (places) => `${kindsOf(places)}: no retry would mend it, and nothing catches it${leftBehindOf(places)}`,
}

function isPermanent({ errors }: Episode): boolean {
  return errors.transience === 'permanent'
}

function unhandledWhere(concerns: (episode: Episode) => boolean) {
  const found = new PlaceCollector()
  return {
    see: (observation: Observation) => {
      const episode = soleEpisode(observation)
      if (!episode || isHang(episode) || episode.handling.retrier !== undefined) return
      if (!endsUnhandled(observation, episode) || !concerns(episode)) return
      const left = leftBehind(observation)
      found.add(placeOfEpisode(observation, episode, severityOf(episode, left), { leftBehind: left }), rankOf(episode))
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
