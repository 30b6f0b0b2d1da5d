import type { Json } from '../asl/json.js'

/** What a value has to be for a comparison of a Choice to hold; undefined for one that tells no value. */
export function wantedBy(test: string, value: Json): Json | undefined {
  return WANTS.find(([pattern]) => pattern.test(test))?.[1](value)
}

const WANTS: readonly (readonly [RegExp, (value: Json) => Json | undefined])[] = [
  [/^(?:String|Boolean|Timestamp)\w*Equals$|^Numeric\w*Equals$/, (value) => value],
  [/^NumericGreaterThan$/, (value) => (typeof value === 'number' ? value + 1 : undefined)],
  [/^NumericLessThan$/, (value) => (typeof value === 'number' ? value - 1 : undefined)],
  [/^StringMatches$/, (value) => (typeof value === 'string' ? value.replaceAll('*', '') : undefined)],
  [/^IsNull$/, (value) => (value === true ? null : undefined)],
  [/^IsPresent$|^IsBoolean$/, (value) => (value === true ? true : undefined)],
  [/^IsNumeric$/, (value) => (value === true ? 1 : undefined)],
  [/^IsString$/, (value) => (value === true ? 'text' : undefined)],
]
