import { type Field, type Fields, type JsonPathForm, pathNameOf } from './field.js'
import { type FieldValue, anything } from './value.js'

/** What is left out of most rows. */
type More = Pick<Field, 'fields' | 'since'>

/** A literal in both languages. */
export function plain(value: FieldValue, more: More = {}): Field {
  return { value, JSONPath: 'literal', JSONata: 'literal', ...more }
}

/** A field that JSONPath alone has. */
export function inJsonPath(form: JsonPathForm, value: FieldValue = anything, more: More = {}): Field {
  return { value, JSONPath: form, ...more }
}

/** A field that JSONata alone has: JSON in which any text may be an expression. */
export function inJsonata(value: FieldValue = anything): Field {
  return { value, JSONata: 'template', since: '2024-11-22' }
}

/** A literal, which JSONata may give by an expression, and the sister that gives it by a path in JSONPath. */
export function withPath(
  name: string,
  value: FieldValue,
  form: JsonPathForm,
  since?: string,
  pathSince = since,
): Fields {
  return {
    [name]: { value, JSONPath: 'literal', JSONata: 'expression', ...(since && { since }) },
    [pathNameOf(name)]: { value, JSONPath: form, gives: name, ...(pathSince && { since: pathSince }) },
  }
}
