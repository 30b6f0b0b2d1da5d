import { isArray, pointer } from '../json.js'
import type { JsonObject } from '../json.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { didYouMean } from '../suggest.js'
import type { QueryLanguage } from '../types.js'
import { REQUIRED_FIELDS, STATE_FIELDS } from './state-field-table.js'
import type { FieldRule } from './state-field-table.js'
import { given } from './subject.js'
import type { StateSubject } from './subject.js'

/** Lists that must have an element. */
const NOT_EMPTY = ['Branches', 'Choices']

/** A state has only the fields of its type and query language, none it needs is missing, and their values have the right types. */
export function stateFields(subject: StateSubject, report: Report): void {
  const { type, state, pointer: at, language } = subject
  const missing = REQUIRED_FIELDS[type].filter((field) => !Object.hasOwn(state, field))
  if (missing.length > 0) report(schemaError(`These fields are required: [${missing.join(', ')}]`, at))
  checkFields(state, STATE_FIELDS[type], language, at, report)
  for (const field of given(state, NOT_EMPTY)) {
    const value = state[field]
    if (value !== undefined && isArray(value) && value.length === 0) {
      report(schemaError('Value cannot be empty', pointer(at, field)))
    }
  }
}

/** Reports fields that are not in the table or not for this query language, and values of a wrong type. */
export function checkFields(
  object: JsonObject,
  fields: Readonly<Record<string, FieldRule>>,
  language: QueryLanguage,
  at: string,
  report: Report,
): void {
  for (const field of Object.keys(object)) {
    const value = object[field]
    const rule = Object.hasOwn(fields, field) ? fields[field] : undefined
    const focus = pointer(at, field)
    const check = rule?.[language]
    if (value === undefined) continue
    if (check) {
      const wrong = check(value)
      if (wrong) report(schemaError(`The field '${field}' ${wrong}`, focus))
    } else if (rule) {
      report(schemaError(wrongLanguage(field, language), at, { focus }))
    } else {
      report(
        schemaError(`Field '${field}' is not supported`, at, { focus, hint: suggestion(field, Object.keys(fields)) }),
      )
    }
  }
}

function wrongLanguage(field: string, language: QueryLanguage): string {
  const other = language === 'JSONPath' ? 'JSONata' : 'JSONPath'
  return `The QueryLanguage is set to '${language}', but field '${field}' is only supported for the '${other}' QueryLanguage`
}

function suggestion(field: string, known: readonly string[]): string | undefined {
  const meant = didYouMean(field, known)
  return meant === undefined ? undefined : `did you mean '${meant}'?`
}
