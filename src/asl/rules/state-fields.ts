import { REQUIRED_FIELDS, STATE_FIELDS } from '../fields/state-table.js'
import { isArray, pointer } from '../json.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { checkFields } from './check-fields.js'
import { given } from './subject.js'
import type { StateSubject } from './subject.js'

/** Lists that must have an element. */
const NOT_EMPTY = ['Branches', 'Choices']

/** A state has only the fields of its type and query language, none it needs is missing, and their values have the right types. */
export function stateFields(subject: StateSubject, report: Report): void {
  const { type, state, pointer: at, language } = subject
  const missing = (REQUIRED_FIELDS[type] ?? []).filter((field) => !Object.hasOwn(state, field))
  if (missing.length > 0) report(schemaError(`These fields are required: [${missing.join(', ')}]`, at))
  checkFields(state, { fields: STATE_FIELDS[type], language, pointer: at }, report)
  for (const field of given(state, NOT_EMPTY)) {
    const value = state[field]
    if (value !== undefined && isArray(value) && value.length === 0) {
      report(schemaError('Value cannot be empty', pointer(at, field)))
    }
  }
}
