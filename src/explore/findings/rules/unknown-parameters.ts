import { isObject, member } from '../../../asl/json.js'
import { didYouMean } from '../../../asl/suggest.js'
import { inputOf } from '../../../services/operations.js'
import { placeOfState } from '../place-of-state.js'
import type { StateFacts } from '../machine-facts.js'
import type { Rule } from '../rule.js'
import { detailsOf } from '../words.js'

/** A parameter that the API does not have: the call is refused, each time. */
export const unknownParameters: Rule = {
  id: 'ASLX420',
  class: 'invalid',
  title: 'A parameter that the API does not have',
  severity: 'error',
  why: 'Step Functions refuses a call with a parameter that the API does not have, each time.',
  write: 'the name as the API has it',
  begin: ({ states }) => ({
    places: () =>
      [...states.values()].flatMap((state) =>
        unknownOf(state).map((name) => {
          const known = inputOf(state.resource ?? { kind: 'unknown', arn: '' })?.map((one) => one.name) ?? []
          const meant = didYouMean(name, known)
          const detail = `${state.resource?.arn ?? ''} has no parameter ${name}${meant === undefined ? '' : `: did you mean ${meant}?`}`
          return placeOfState(state, 'error', detail, { kinds: ['refused'], foldKey: name })
        }),
      ),
  }),
  tell: detailsOf,
}

function unknownOf({ type, definition, resource }: StateFacts): readonly string[] {
  if (type !== 'Task' || !resource) return []
  const known = inputOf(resource)
  const sent = member(definition, 'Parameters') ?? member(definition, 'Arguments')
  if (!known || known.length === 0 || sent === undefined || !isObject(sent)) return []
  const names = new Set(known.map(({ name }) => name.toLowerCase()))
  return Object.keys(sent)
    .map((name) => (name.endsWith('.$') ? name.slice(0, -2) : name))
    .filter((name) => !names.has(name.toLowerCase()))
}
