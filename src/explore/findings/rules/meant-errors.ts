import { matchesError } from '../../../asl/error-names.js'
import type { Problem } from '../../../asl/problem.js'
import type { Episode, Observation } from '../../exploration/observation.js'
import type { FindingSeverity, Place } from '../finding.js'
import { type MachineFacts, stateAround } from '../machine-facts.js'
import { endsUnhandled, soleEpisode } from '../outcomes.js'
import { proofOf } from '../place-collector.js'

/** A problem with a name in a handler, at the state whose handler it is. */
interface Misnamed {
  readonly problem: Problem
  readonly isRetry: boolean
  readonly meantError: string
}

/** What a scenario shows of a problem. */
interface ShownProblem extends Pick<Place, 'severity' | 'errors' | 'kinds' | 'proof'> {
  readonly problem: Problem
}

/** Errors that handlers were to take, which go by them because of a name that is none. */
export class MeantErrors {
  readonly #misnamed = new Map<string, Misnamed[]>()
  readonly #severity: FindingSeverity
  readonly #unhandled: FindingSeverity

  /** `unhandled`: how bad it is where nothing else takes the error. */
  constructor(
    facts: MachineFacts,
    problems: readonly Problem[],
    { severity, unhandled = severity }: { readonly severity: FindingSeverity; readonly unhandled?: FindingSeverity },
  ) {
    this.#severity = severity
    this.#unhandled = unhandled
    for (const problem of problems) {
      const { meantError, pointer } = problem
      const state = stateAround(facts, pointer)
      if (!state || meantError === undefined) continue
      const isRetry = pointer.slice(state.pointer.length).startsWith('/Retry/')
      this.#misnamed.set(state.pointer, [
        ...(this.#misnamed.get(state.pointer) ?? []),
        { problem, isRetry, meantError },
      ])
    }
  }

  /** The problems of which a scenario shows the error that goes by. */
  shownBy(observation: Observation): readonly ShownProblem[] {
    const episode = soleEpisode(observation)
    const misnamed = episode && this.#misnamed.get(episode.pointer)
    if (!misnamed) return []
    const { kind } = episode.errors
    const severity = endsUnhandled(observation, episode) ? this.#unhandled : this.#severity
    const proof = proofOf(observation)
    return misnamed
      .map((one) => ({ ...one, errors: errorsMeant(one, episode) }))
      .filter(({ isRetry, errors }) => errors.length > 0 && goesBy(episode, isRetry))
      .map(({ problem, errors }) => ({ problem, severity, errors, kinds: [kind], proof }))
  }
}

/** Errors of the episode that the handler would take under the name that was meant. */
function errorsMeant({ meantError }: Misnamed, { errors }: Episode): readonly string[] {
  return errors.errors
    .map(({ error }) => error ?? 'States.Timeout')
    .filter((name) => matchesError([meantError], { name, duringTask: true }))
}

function goesBy({ handling: { retrier, isRecovered } }: Episode, isRetry: boolean): boolean {
  return isRetry ? retrier === undefined : !isRecovered
}
