import type { ValueCheck } from './values.js'
import { anything, boolean, list, number, object, text } from './values.js'

const finite = number(Number.NEGATIVE_INFINITY)
const aNumber: ValueCheck = (value) => (finite(value) === undefined ? undefined : 'must be a number')

function comparisons(prefix: string, check: ValueCheck): [string, ValueCheck][] {
  return ['Equals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].flatMap(
    (comparison): [string, ValueCheck][] => [
      [`${prefix}${comparison}`, check],
      [`${prefix}${comparison}Path`, text],
    ],
  )
}

/** What a data test of a JSONPath Choice compares with, by operator. https://states-language.net/#choice-state */
export const DATA_TESTS: ReadonlyMap<string, ValueCheck> = new Map<string, ValueCheck>([
  ...comparisons('String', text),
  ['StringMatches', text],
  ...comparisons('Numeric', aNumber),
  ['BooleanEquals', boolean],
  ['BooleanEqualsPath', text],
  ...comparisons('Timestamp', text),
  ['IsNull', boolean],
  ['IsPresent', boolean],
  ['IsNumeric', boolean],
  ['IsString', boolean],
  ['IsBoolean', boolean],
  ['IsTimestamp', boolean],
])

/** Operators that combine other rules. */
export const COMBINERS: ReadonlyMap<string, ValueCheck> = new Map<string, ValueCheck>([
  ['And', list],
  ['Or', list],
  ['Not', object],
])

/** Fields of a rule that are no operators, and where they may stand. */
export const RULE_FIELDS: ReadonlyMap<string, { readonly check: ValueCheck; readonly topOnly: boolean }> = new Map([
  ['Comment', { check: text, topOnly: false }],
  ['Variable', { check: text, topOnly: false }],
  ['Next', { check: text, topOnly: true }],
  ['Assign', { check: object, topOnly: true }],
  ['Output', { check: anything, topOnly: true }],
  ['Condition', { check: anything, topOnly: true }],
])
