import { isReservedErrorName } from '../../../asl/error-names.js'
import { isPlaceholder } from '../../../asl/placeholder.js'
import { neverRaises } from '../../../harness/checks/never-raises.js'
import type { MachineFacts, StateFacts } from '../machine-facts.js'
import { placeOfState } from '../place-of-state.js'
import type { Rule } from '../rule.js'
import { detailsOf } from '../words.js'
import { member } from '../../../asl/json.js'

/** A name on a Map or Parallel that nothing inside it ever raises. */
export const containerName: Rule = {
  id: 'ASLX134',
  class: 'dead-handler',
  title: 'A name on a Map or Parallel that nothing inside it raises',
  severity: 'warning',
  why: 'A Map or Parallel fails with the error of what stands in it. A name that nothing inside raises is never matched, so the Retry or Catch does not act.',
  write: 'the name as the service inside gives it, or States.ALL',
  begin: (facts) => ({
    places: () => [...facts.states.values()].flatMap((state) => deadNamesOf(facts, state)),
  }),
  tell: detailsOf,
}

function deadNamesOf(facts: MachineFacts, state: StateFacts) {
  if (state.type !== 'Map' && state.type !== 'Parallel') return []
  const inside = [...facts.states.values()].filter(({ pointer }) => pointer.startsWith(`${state.pointer}/`))
  const own = new Set(inside.flatMap(({ type, definition }) => (type === 'Fail' ? [member(definition, 'Error')] : [])))
  const { retriers, catchers } = state.handlers
  const names = new Set([...retriers, ...catchers].flatMap(({ errorEquals }) => errorEquals))
  return [...names].flatMap((name) => {
    if (isReservedErrorName(name) || isPlaceholder(name) || own.has(name)) return []
    const reasons = inside.flatMap((one) => (one.type === 'Task' ? [reasonAt(one, name)] : []))
    if (reasons.length === 0 || reasons.includes(undefined)) return []
    const instead = reasons.find((reason) => reason !== undefined)?.instead ?? ''
    return [placeOfState(state, 'warning', `'${name}' never matches: no Task inside fails with it; ${instead}`)]
  })
}

/** Why a Task never fails with the name; undefined if it can. */
function reasonAt({ resource }: StateFacts, name: string) {
  return resource && neverRaises(resource, name)
}
