import { isObject, pointer } from '../json.js'
import type { Json, JsonObject } from '../json.js'
import { type Field, type Fields, fieldNamed, wrongIn } from '../fields/field.js'
import { problem, schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { didYouMean } from '../suggest.js'
import type { QueryLanguage } from '../types.js'

/** What an object is checked against, and where it stands. */
export interface FieldCheck {
  readonly fields: Fields
  readonly language: QueryLanguage
  readonly pointer: string
  /** What becomes of a field that is not in the table; default `error`. */
  readonly unknown?: 'error' | 'warning'
}

/** Reports fields that are not in the table or not for this query language, and values of a wrong type; within them as well. */
export function checkFields(object: JsonObject, check: FieldCheck, report: Report): void {
  for (const [name, value] of Object.entries(object)) {
    const field = fieldNamed(check.fields, name)
    if (field === undefined) reportUnknown(name, check, report)
    else if (field[check.language] === undefined) reportLanguage(name, check, report)
    else checkField(name, value, field, check, report)
  }
}

function checkField(name: string, value: Json, field: Field, check: FieldCheck, report: Report): void {
  const at = pointer(check.pointer, name)
  const wrong = wrongIn(field, check.language, value)
  if (wrong) report(schemaError(`The field '${name}' ${wrong}`, at))
  else if (field.fields && isObject(value)) {
    checkFields(value, { ...check, fields: field.fields, pointer: at, unknown: 'warning' }, report)
  }
}

function reportLanguage(name: string, { language, pointer: at }: FieldCheck, report: Report): void {
  const other = language === 'JSONPath' ? 'JSONata' : 'JSONPath'
  const message = `The QueryLanguage is set to '${language}', but field '${name}' is only supported for the '${other}' QueryLanguage`
  report(schemaError(message, at, { focus: pointer(at, name) }))
}

/** Whether AWS refuses unknown fields in the objects of a Map is not known. */
function reportUnknown(name: string, { fields, pointer: at, unknown = 'error' }: FieldCheck, report: Report): void {
  const meant = didYouMean(name, Object.keys(fields))
  const details = { focus: pointer(at, name), hint: meant === undefined ? undefined : `did you mean '${meant}'?` }
  const message = `Field '${name}' is not supported`
  if (unknown === 'error') report(schemaError(message, at, details))
  else report(problem('ASLX_UNKNOWN_FIELD', 'warning', message, at, details))
}
