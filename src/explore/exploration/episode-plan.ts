import { errorHandlersOf } from '../../asl/error-handlers.js'
import type { WalkedState } from '../../asl/walk.js'
import { findFault } from '../../faults/catalogue.js'
import { ownPlacement } from '../../faults/plan.js'
import { parseStrikeName } from '../../faults/scenario-string.js'
import type { Strand } from '../../engine/execution.js'
import type { Call } from '../../engine/ports.js'
import type { ResolvedStrike } from '../../faults/scenario-string.js'
import { effectOf } from '../../tasks/ledger.js'
import { pointOf } from './error-classes.js'
import { comesBack } from './lasting-errors.js'
import type { Episode, Multiplicity } from './observation.js'
import type { OpenStrike } from './open-strike.js'
import type { ErrorClass, PossibleError } from './possible-error.js'

/** An episode before it has struck. */
export interface EpisodePlan extends Omit<Episode, 'handling' | 'callsAfter'> {
  readonly resolved: ResolvedStrike
  readonly purpose: Call['purpose']
  readonly isFailure: boolean
}

type Placement = Episode['placement']

/** The members of a class that may strike at a placement, ready to be written down. */
interface Striker {
  readonly errors: ErrorClass
  readonly placement: Placement
  readonly what: Pick<ResolvedStrike, 'name' | 'args' | 'placement'>
  readonly isFailure: boolean
  /** That the error stays makes a difference. */
  readonly comesBack: boolean
}

/** What may strike the calls of one state. */
export class StateStrikers {
  readonly #strikers: ReadonlyMap<Call['purpose'], readonly Striker[]>
  readonly #maxAttempts: readonly number[]

  constructor(classes: readonly ErrorClass[], state: WalkedState) {
    this.#maxAttempts = errorHandlersOf(state.state).retriers.map(({ maxAttempts }) => maxAttempts)
    const strikers = new Map<Call['purpose'], Striker[]>()
    for (const errors of classes) {
      const point = pointOf(errors.errors[0] ?? NO_ERROR)
      const list = strikers.get(point) ?? []
      strikers.set(point, list)
      list.push(...strikersOf(errors, comesBack(state, errors)))
    }
    this.#strikers = strikers
  }

  /** Whether anything strikes the state before its work begins. */
  get strikesStates(): boolean {
    return this.#strikers.has('state')
  }

  /** Every episode that may begin with this call. `strand`: the one that makes it; `struck`: what has struck this visit already. */
  plansAt(call: Call, strand: Strand | undefined, struck: readonly EpisodePlan[]): readonly EpisodePlan[] {
    const isMutating = call.purpose === 'task' && effectOf(call) !== undefined
    const plans: EpisodePlan[] = []
    for (const striker of this.#strikers.get(call.purpose) ?? []) {
      const { errors, placement } = striker
      if (placement === 'after' && !isMutating && striker.what.placement === 'after') continue
      if (struck.some((other) => other.errors.retrier === errors.retrier)) continue
      for (const [multiplicity, times] of this.#multiplicities(errors.retrier, strand)) {
        plans.push(planOf(call, striker, multiplicity, times))
      }
      if (striker.comesBack && call.visit === 1 && call.attempt === 1) plans.push(planOf(call, striker, 'persists', 1))
    }
    return plans
  }

  #multiplicities(
    retrier: number | undefined,
    strand: Strand | undefined,
  ): readonly (readonly [Multiplicity, number])[] {
    const max = retrier === undefined ? 0 : (this.#maxAttempts[retrier] ?? 0)
    const left = max - (retrier === undefined ? 0 : (strand?.retryCounts[retrier] ?? 0))
    if (left <= 0) return ONCE
    return left === 1
      ? [...ONCE, ['exhausted', left + 1]]
      : [...ONCE, ['recovers-at-last', left], ['exhausted', left + 1]]
  }
}

const ONCE: readonly (readonly [Multiplicity, number])[] = [['once', 1]]

const NO_ERROR: PossibleError = {
  error: undefined,
  strike: '',
  fault: undefined,
  kind: 'other',
  transience: 'unknown',
  sideEffect: 'none',
  isSure: false,
}

/** A class strikes before the callee's work, and where it may have been done after it, too. */
function strikersOf(errors: ErrorClass, isLasting: boolean): readonly Striker[] {
  const before = errors.errors.findIndex(({ sideEffect }) => sideEffect !== 'happened')
  const after = errors.errors.findIndex(({ sideEffect }) => sideEffect !== 'none')
  const isAnswer = errors.kind === 'bad-answer'
  const strikers: Striker[] = []
  if (before !== -1 || isAnswer)
    strikers.push({ ...strikerOf(errors, Math.max(before, 0), 'before'), comesBack: isLasting })
  if (after !== -1 && !isAnswer) strikers.push(strikerOf(errors, after, 'after'))
  return strikers
}

function strikerOf(errors: ErrorClass, index: number, placement: Placement): Striker {
  const error = errors.errors[index] ?? NO_ERROR
  const first = [error, ...errors.errors.filter((other) => other !== error)]
  const isAnswer = errors.kind === 'bad-answer'
  const own = ownPlacement(findFault(error.fault ?? 'error'))
  const what = parseStrikeName(error.strike)
  return {
    errors: index === 0 ? errors : { ...errors, errors: first },
    placement: isAnswer ? own : placement,
    what: isAnswer || own === placement ? what : { ...what, placement },
    isFailure: !isAnswer,
    comesBack: false,
  }
}

function planOf(call: Call, striker: Striker, multiplicity: Multiplicity, times: number): EpisodePlan {
  const { state, pointer, visit, attempt, purpose } = call
  const { errors, placement, what, isFailure } = striker
  const items = call.items.map((step) => step.index)
  const lasts = multiplicity === 'persists' ? { persists: true as const } : {}
  const resolved = { state, items, visit, attempt, times, ...what, ...lasts }
  return { state, pointer, items, visit, attempt, errors, multiplicity, times, placement, purpose, isFailure, resolved }
}

export function openStrike({ pointer, resolved, purpose, isFailure }: EpisodePlan): OpenStrike {
  return {
    pointer,
    resolved,
    isProbe: purpose === 'state',
    isFailure,
    tried: undefined,
    isOver: false,
    isSettled: false,
    awaitedMap: undefined,
  }
}
