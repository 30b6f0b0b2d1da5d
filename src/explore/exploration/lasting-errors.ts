import { UNLISTED_ERROR, firstTaking, errorHandlersOf } from '../../asl/error-handlers.js'
import { isArray, isObject, member } from '../../asl/json.js'
import { type WalkedState, statesOf } from '../../asl/walk.js'
import type { ErrorClass } from './possible-error.js'

/**
 * Whether it makes a difference that an error stays: the state is come by again after it, since a Catch leads back to it or a Map or
 * Parallel around it is tried again. Of a Catch that leads back only where waiting is not known to help.
 */
export function comesBack(state: WalkedState, { errors, transience, kind }: ErrorClass): boolean {
  const [first] = errors
  if (!first || kind === 'bad-answer' || first.error === 'States.Runtime') return false
  const seen = first.error === '*' ? UNLISTED_ERROR : (first.error ?? 'States.Timeout')
  for (let at: WalkedState | undefined = state; at; at = at.machine.within) {
    const { retriers, catchers } = errorHandlersOf(at.state)
    const retrier = retriers[firstTaking(retriers, seen) ?? -1]
    if (at !== state && retrier && retrier.maxAttempts > 0) return true
    const catcher = catchers[firstTaking(catchers, seen) ?? -1]
    if (catcher) return transience !== 'transient' && leadsTo(at, catcher.next)
  }
  return false
}

/** Whether a state can be come by from another one of its machine. */
function leadsTo({ name, machine }: WalkedState, from: string): boolean {
  const states = new Map(statesOf(machine).map((state) => [state.name, state]))
  const seen = new Set<string>([from])
  for (const at of seen) {
    if (at === name) return true
    const state = states.get(at)
    if (state) for (const next of nextStates(state)) seen.add(next)
  }
  return false
}

/** Names of the states that may follow a state. */
function nextStates({ state }: WalkedState): readonly string[] {
  const next = [member(state, 'Next'), member(state, 'Default')]
  for (const field of ['Choices', 'Catch']) {
    const rules = member(state, field)
    if (isArray(rules)) next.push(...rules.map((rule) => (isObject(rule) ? member(rule, 'Next') : undefined)))
  }
  return next.filter((name) => typeof name === 'string')
}
