import { type Field, type Fields, pathNameOf } from './field.js'
import { inJsonPath, inJsonata, plain } from './rows.js'
import { type FieldValue, aNumber, anything, boolean, list, object, text, timestamp } from './value.js'

/** A data test with a literal, and with the value at a path. */
function test(name: string, value: FieldValue): Fields {
  return { [name]: inJsonPath('literal', value), [pathNameOf(name)]: { ...inJsonPath('path', value), gives: name } }
}

function comparisons(prefix: string, value: FieldValue): Fields {
  const names = ['Equals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals']
  return Object.assign({}, ...names.map((comparison) => test(`${prefix}${comparison}`, value)))
}

/** What a data test of a JSONPath Choice compares with, by operator. https://states-language.net/#choice-state */
export const DATA_TESTS: Fields = {
  ...comparisons('String', text),
  StringMatches: inJsonPath('literal', text),
  ...comparisons('Numeric', aNumber),
  ...test('BooleanEquals', boolean),
  ...comparisons('Timestamp', timestamp),
  IsNull: inJsonPath('literal', boolean),
  IsPresent: inJsonPath('literal', boolean),
  IsNumeric: inJsonPath('literal', boolean),
  IsString: inJsonPath('literal', boolean),
  IsBoolean: inJsonPath('literal', boolean),
  IsTimestamp: inJsonPath('literal', boolean),
}

/** Operators that combine other rules. */
export const COMBINERS: Fields = {
  And: inJsonPath('literal', list),
  Or: inJsonPath('literal', list),
  Not: inJsonPath('literal', object),
}

const variable: Field = inJsonPath('path')

/** The fields of a rule that stands in another one. */
export const INNER_RULE_FIELDS: Fields = { ...DATA_TESTS, ...COMBINERS, Comment: plain(text), Variable: variable }

/** The fields of a rule of a Choice. */
export const RULE_FIELDS: Fields = {
  ...INNER_RULE_FIELDS,
  Next: plain(text),
  Condition: { value: anything, JSONata: 'expression', since: '2024-11-22' },
  Assign: { value: object, JSONPath: 'template', JSONata: 'members', since: '2024-11-22' },
  Output: inJsonata(),
}
