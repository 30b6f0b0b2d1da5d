import * as fc from 'fast-check'
import { type Json, setMember, type JsonObjectBuilder } from '../../src/asl/json.js'

/** Names that mean something to JavaScript, to JSON or to ASL. */
export const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  'a',
  'b',
  'n',
  'a.$',
  '.$',
  '$',
  '0',
  'Type',
  'Next',
  'length',
  '\u2028',
  '😀',
  '\ud800',
]

const TEXTS = [
  ...KEYS,
  '$.a',
  '$$.Execution.Id',
  '$.a[*].b',
  '$..a',
  '$[?(@.n > 1)]',
  '$x.y',
  'States.ALL',
  "States.Format('{}', $.a)",
  'States.UUID()',
  '{% $states.input %}',
  '{% 1 +',
  '{% %}',
  '2030-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '1e999',
  '-0',
  '\\',
  "'",
  '"',
  '\u0000',
  '\r\n',
  '${a}',
  '*',
  'a'.repeat(300),
  'arn:aws:states:::lambda:invoke.waitForTaskToken',
  'arn:aws:states:::',
  'arn:aws:lambda:us-east-1:123456789012:function:f',
  'JSONata',
  'JSONPath',
]
const NUMBERS = [0, -0, 1, -1, 0.5, 2, 1e21, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, 99_999_999, 100_000_000]

const texts: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
)

const scalars: fc.Arbitrary<Json> = fc.oneof(
  texts,
  fc.constantFrom<Json>(...NUMBERS, null, true, false),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

function objectOf(members: readonly (readonly [string, Json])[]): Json {
  const object: JsonObjectBuilder = {}
  for (const [key, value] of members) setMember(object, key, value)
  return object
}

/** `value` inside so many arrays or objects. */
export function nested(value: Json, levels: number, key?: string): Json {
  let whole = value
  for (let level = 0; level < levels; level += 1) whole = key === undefined ? [whole] : { [key]: whole }
  return whole
}

/** Any JSON, with what hurts more often than by chance: names of prototypes, edges of numbers, depth and length. */
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 4, arbitrary: scalars },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.tuple(fc.oneof(fc.constantFrom(...KEYS), texts), tie('value')), { maxLength: 4 })
        .map(objectOf),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Json>(
        nested(1, 60),
        nested(1, 150, 'a'),
        nested(0, 1_100),
        Array.from({ length: 500 }, (_, i) => i),
      ),
    },
  ),
})).value

/** The text with some characters taken out, put in or doubled. */
export function spoilt(text: fc.Arbitrary<string>, pieces: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(10_000), cut: fc.nat(4), put: fc.oneof(fc.constantFrom('', ...pieces), texts) })
  return fc.tuple(text, fc.array(edit, { maxLength: 4 })).map(([given, edits]) =>
    edits.reduce((current, { at, cut, put }) => {
      const place = at % (current.length + 1)
      return current.slice(0, place) + put + current.slice(place + cut)
    }, given),
  )
}
