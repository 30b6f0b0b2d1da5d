import { isArray, isObject, member, pointer } from '../json.js'
import type { Json } from '../json.js'
import { LIMITS } from '../limits.js'
import { isPlaceholder } from '../placeholder.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import type { StateSubject } from './subject.js'

/** Characters that AWS's documents forbid in a Map's Label. */
const NOT_IN_LABEL = /[\s?*<>{}[\]:;,\\|^~$#%&`"\p{Cc}]/u

/** The Label of a Map has only characters that AWS allows. And the branches of a Parallel are objects. */
export function mapParts(subject: StateSubject, report: Report): void {
  const { type, state, pointer: at } = subject
  if (type === 'Parallel') return branches(member(state, 'Branches'), at, report)
  if (type !== 'Map') return
  label(member(state, 'Label'), at, report)
}

function label(value: Json | undefined, at: string, report: Report): void {
  const max = LIMITS.mapLabelCharacters.value
  if (typeof value !== 'string' || isPlaceholder(value)) return
  if (value.length > max || NOT_IN_LABEL.test(value)) {
    const message = `The field 'Label' must have at most ${max} characters, without blanks, wildcards, brackets or special characters`
    report(schemaError(message, pointer(at, 'Label')))
  }
}

function branches(value: Json | undefined, at: string, report: Report): void {
  if (value === undefined || !isArray(value)) return
  for (const [index, branch] of value.entries()) {
    if (!isObject(branch)) report(schemaError('A branch must be an object', pointer(at, 'Branches', index)))
  }
}
