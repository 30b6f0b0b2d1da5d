import { nearestOr } from '../../asl/suggest.js'
import { UserError } from '../../asl/user-error.js'
import { rules } from './finding-rules.js'
import type { RuleSeverities } from './judgement.js'
import type { Waiver } from './waiver.js'

/** UserError for a severity or a waiver of a rule that there is not. */
export function checkRuleNames(asked: { readonly rules?: RuleSeverities; readonly waivers?: readonly Waiver[] }): void {
  const names = rules.map(({ id }) => id)
  const used = [...Object.keys(asked.rules ?? {}), ...(asked.waivers ?? []).map(({ rule }) => rule)]
  const unknown = used.find((name) => !names.includes(name))
  if (unknown === undefined) return
  throw new UserError('usage', `there is no rule "${unknown}"`, nearestOr(unknown, names, 'see aslx explain'))
}
