import * as fc from 'fast-check'
import type { Json } from '../../../src/asl/json.js'
import { catalogue } from '../../../src/faults/catalogue.js'
import { type Fault, fault } from '../../../src/faults/fault.js'
import type { FaultDefinition } from '../../../src/faults/fault-definition.js'
import type { FaultParameter } from '../../../src/faults/fault-parameters.js'

/** Any text, and text of which every character may be syntax. */
export const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...Array.from('ab1 []#.!~*:@;="\\\n(){},|%$\u2028')) }),
)

const ordinal = fc.integer({ min: 1, max: 999_999_999 })
const index = fc.nat(999_999_999)
const items = fc.oneof(
  index,
  fc.constantFrom('first', 'last', '1/3', '3/3', '2..5', '7..', '0|2|5..7', 'last|4..4'),
  fc.array(fc.oneof(index, fc.constantFrom('last', '2/2')), { minLength: 1, maxLength: 3 }),
)
const name = text.filter((value) => value !== '')
const resource = fc.oneof(
  fc
    .tuple(fc.constantFrom('svc', 'service', 'fn', 'function', 'resource', 'arn'), name)
    .map((parts) => parts.join(':')),
  fc.constantFrom('svc:s3', 'fn:Resize*', 'resource:arn:aws:states:::sqs:*', 'resource:*:3rd', 'resource:*.2:50%'),
)
const chance = fc.double({ min: 0, max: 1, minExcluded: true, noNaN: true })
const queries = ['$[?(@.size > 10)]', '$.a["b c"]..d', "parameters:$[?(@.Key.startsWith('a'))]", '$.items[0:3].*']
const timeMs = fc.integer({ min: 0, max: 2_000_000_000 })
const longMs = fc.integer({ min: 1, max: 2_000_000_000 })

const VALUES: Readonly<Record<FaultParameter['kind'], fc.Arbitrary<Json>>> = {
  text,
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  duration: fc.oneof(timeMs, fc.constantFrom('5s', '1h 30m', '250ms')),
  bytes: fc.oneof(fc.nat(), fc.constantFrom('300KB', '6 MB', '1.5K', '262144')),
  json: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json),
}

/** Values for parameters: those without a default, and any of the others. */
export function argumentsFor({
  parameters = {},
}: Pick<FaultDefinition, 'parameters'>): fc.Arbitrary<Record<string, Json>> {
  const entries = Object.entries(parameters)
  const required = entries.flatMap(([key, parameter]) => (parameter.default === undefined ? [key] : []))
  const model = Object.fromEntries(entries.map(([key, { kind }]) => [key, VALUES[kind]]))
  return fc.record(model, { requiredKeys: required })
}

type Step = (before: Fault) => Fault

const step: fc.Arbitrary<Step> = fc.oneof(
  text.map(
    (value): Step =>
      (before) =>
        before.at(value),
  ),
  resource.map(
    (value): Step =>
      (before) =>
        before.on(value),
  ),
  fc.array(items, { minLength: 1, maxLength: 3 }).map(
    ([first = 0, ...more]): Step =>
      (before) =>
        before.item(first, ...more),
  ),
  ordinal.map(
    (value): Step =>
      (before) =>
        before.visit(value),
  ),
  fc.tuple(ordinal, ordinal).map(
    ([a, b]): Step =>
      (before) =>
        before.attempts(Math.min(a, b), Math.max(a, b)),
  ),
  ordinal.map(
    (value): Step =>
      (before) =>
        before.attempts(value, Infinity),
  ),
  fc.constantFrom<Step>(
    (before) => before.after(),
    (before) => before.before(),
    (before) => before.always(),
  ),
  chance.map(
    (value): Step =>
      (before) =>
        before.chance(value),
  ),
  ordinal.map(
    (value): Step =>
      (before) =>
        before.nth(value),
  ),
  fc.constantFrom(...queries).map(
    (value): Step =>
      (before) =>
        before.where(value),
  ),
  fc.tuple(timeMs, fc.option(longMs)).map(
    ([from, long]): Step =>
      (before) =>
        long === null ? before.between(from) : before.between(from, from + long),
  ),
)

/** Any fault that the methods can make, of any row of the catalogue. */
export const anyFault: fc.Arbitrary<Fault> = fc
  .tuple(fc.constantFrom(...catalogue), fc.array(step, { maxLength: 6 }))
  .chain(([row, steps]) =>
    argumentsFor(row).map((args) => steps.reduce((before, next) => next(before), fault(row.id).with(args))),
  )
