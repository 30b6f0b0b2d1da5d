import type { Json } from '../asl/json.js'
import { parseInstant } from './timestamps.js'

type Comparable = string | number | bigint | boolean

/** A comparison of two values of one kind. https://states-language.net/#data-test */
export interface Comparison {
  /** What a JSON value is for this comparison; undefined if it is of another kind, which makes the comparison false. */
  readonly operand: (value: Json) => Comparable | undefined
  readonly holds: (left: Comparable, right: Comparable) => boolean
  /** What the literal must be, for messages. */
  readonly expected: string
}

/** Strings compare as in Java, by UTF-16 code units (assumption: no recording has a character beyond U+FFFF). */
const ORDER = {
  Equals: (left: Comparable, right: Comparable) => left === right,
  LessThan: (left: Comparable, right: Comparable) => left < right,
  GreaterThan: (left: Comparable, right: Comparable) => left > right,
  LessThanEquals: (left: Comparable, right: Comparable) => left <= right,
  GreaterThanEquals: (left: Comparable, right: Comparable) => left >= right,
}

const KINDS = [
  {
    prefix: 'String',
    expected: 'a string',
    operand: (value: Json) => (typeof value === 'string' ? value : undefined),
    holds: ORDER,
  },
  {
    prefix: 'Numeric',
    expected: 'a number',
    operand: (value: Json) => (typeof value === 'number' ? value : undefined),
    holds: ORDER,
  },
  {
    prefix: 'Boolean',
    expected: 'true or false',
    operand: (value: Json) => (typeof value === 'boolean' ? value : undefined),
    holds: { Equals: ORDER.Equals },
  },
  {
    prefix: 'Timestamp',
    expected: 'an RFC 3339 timestamp such as 2030-01-01T00:00:00Z',
    operand: (value: Json) => (typeof value === 'string' ? parseInstant(value) : undefined),
    holds: ORDER,
  },
]

/**
 * Comparisons by name, `StringEquals` to `TimestampGreaterThanEquals`. Each also exists with `Path` behind its name;
 * then the right side is read from the path. (`StringMatches` has a pattern instead, and no such variant.)
 */
export const COMPARISONS: ReadonlyMap<string, Comparison> = new Map(
  KINDS.flatMap(({ prefix, expected, operand, holds }) =>
    Object.entries(holds).map(([order, test]) => [prefix + order, { operand, holds: test, expected }] as const),
  ),
)

/** Questions about the type of a value. `IsPresent` is not among them: it asks for the place, not the value. */
export const TYPE_TESTS: ReadonlyMap<string, (value: Json) => boolean> = new Map([
  ['IsNull', (value: Json) => value === null],
  ['IsString', (value: Json) => typeof value === 'string'],
  ['IsNumeric', (value: Json) => typeof value === 'number'],
  ['IsBoolean', (value: Json) => typeof value === 'boolean'],
  ['IsTimestamp', (value: Json) => typeof value === 'string' && parseInstant(value) !== undefined],
])
