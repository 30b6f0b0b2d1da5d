import type { Effect } from '../../tasks/ledger.js'
import type { Episode, Observation } from '../exploration/observation.js'
import type { PossibleError } from '../exploration/possible-error.js'
import type { Place, FindingSeverity } from './finding.js'
import type { MachineFacts } from './machine-facts.js'
import { proofOf } from './place-collector.js'

/** The episode of a scenario in which only one thing goes wrong. */
export function soleEpisode({ episodes }: Observation): Episode | undefined {
  return episodes.length === 1 ? episodes[0] : undefined
}

/**
 * The episode that a scenario is about: its only one, or the second one where the first is an answer that the machine expects. Its
 * index tells which.
 */
export function decisiveEpisode(observation: Observation, facts: MachineFacts): Episode | undefined {
  const [first, second, third] = observation.episodes
  if (!first || !second) return first
  return third === undefined && isExpected(first, facts) ? second : undefined
}

/** A refusal that a catcher names is a way to ask, e.g. whether an item is there already: what it leads to is no handler. */
export function isExpected({ errors, pointer, handling }: Episode, { states }: MachineFacts): boolean {
  const catcher = states.get(pointer)?.handlers.catchers[handling.catcher?.index ?? -1]
  const struck = errors.errors[0]?.error
  return errors.kind === 'refused' && struck !== undefined && catcher?.errorEquals.includes(struck) === true
}

/** Whether the last thing that went wrong ended the execution, and no Fail state says that this is meant. */
export function endsUnhandled({ ending }: Observation, { handling }: Episode): boolean {
  const { isRecovered, catcher, takenBy } = handling
  return ending.status !== 'SUCCEEDED' && !ending.isMeant && !isRecovered && !catcher && takenBy === undefined
}

/** Whether a catcher of the state or of a container around it took the error at the first try. */
export function isCaughtUntried({ handling }: Episode): boolean {
  const { retrier, isRecovered, catcher, takenBy } = handling
  return retrier === undefined && !isRecovered && (catcher !== undefined || isCatcher(takenBy))
}

/** Whether a catcher of the state or of a container around it took the error, at whatever try. */
export function isCaught({ handling }: Episode): boolean {
  return handling.catcher !== undefined || isCatcher(handling.takenBy)
}

export function isCatcher(takenBy: string | undefined): boolean {
  return takenBy !== undefined && /\/Catch\/\d+$/.test(takenBy)
}

/** Whether nothing was answered at all. */
export function isHang({ errors }: Episode): boolean {
  return errors.errors[0]?.error === undefined
}

/** Whether no handler could take it, so that there is nothing to write for it. */
export function isUncatchable({ errors }: Episode): boolean {
  return errors.errors[0]?.error === 'States.Runtime'
}

/** Names of the errors of an episode, as the state sees them. */
export function errorNames({ errors }: Episode): readonly string[] {
  return namesOfErrors(errors.errors)
}

/** The names that errors are seen by; a call that is not answered has none. */
export function namesOfErrors(errors: readonly PossibleError[]): readonly string[] {
  return errors.flatMap(({ error }) => (error === undefined ? [] : [error]))
}

/** The place of an episode's state. */
export function placeOfEpisode(
  observation: Observation,
  episode: Episode,
  severity: FindingSeverity,
  more: Partial<Place> = {},
): Place {
  return {
    state: episode.state,
    pointer: episode.pointer,
    severity,
    errors: errorNames(episode),
    kinds: [episode.errors.kind],
    proof: proofOf(observation),
    foldKey: '',
    leftBehind: [],
    ...more,
  }
}

/** What was done outside in a scenario and stays, each state once, in words. */
export function leftBehind({ effects }: Observation): readonly string[] {
  return [...new Set(effects.map(effectInWords))]
}

function effectInWords({ state, action }: Effect): string {
  return `${state} (${action})`
}

/** One severity up. */
export function raised(severity: FindingSeverity): FindingSeverity {
  return severity === 'info' ? 'warning' : 'error'
}
