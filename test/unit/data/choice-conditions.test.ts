import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../src/asl/json.js'
import { compileChoiceRule } from '../../../src/data/choice-conditions.js'
import { InvalidExpressionError, QueryFailure } from '../../../src/data/failure.js'
import { scopeWith, type ScopeParts } from './scope-with.js'

const NOON = '2030-01-01T12:00:00Z'
const ONE_O_CLOCK = '2030-01-01T13:00:00Z'

function applies(rule: JsonObject, input: Json, parts?: ScopeParts): boolean | QueryFailure {
  return compileChoiceRule(rule)(scopeWith(input, parts))
}

function nested(depth: number): JsonObject {
  let rule: JsonObject = { Variable: '$', IsNull: true }
  for (let level = 1; level < depth; level++) rule = { Not: rule }
  return rule
}

describe('a comparison', () => {
  it.each<[string, Json, readonly [less: boolean, same: boolean, more: boolean], readonly [Json, Json, Json]]>([
    ['StringEquals', 'b', [false, true, false], ['a', 'b', 'c']],
    ['StringLessThan', 'b', [true, false, false], ['a', 'b', 'c']],
    ['StringGreaterThan', 'b', [false, false, true], ['a', 'b', 'c']],
    ['StringLessThanEquals', 'b', [true, true, false], ['a', 'b', 'c']],
    ['StringGreaterThanEquals', 'b', [false, true, true], ['a', 'b', 'c']],
    ['NumericEquals', 5, [false, true, false], [-10, 5, 10]],
    ['NumericLessThan', 5, [true, false, false], [-10, 5, 10]],
    ['NumericGreaterThan', 5, [false, false, true], [-10, 5, 10]],
    ['NumericLessThanEquals', 5, [true, true, false], [-10, 5, 10]],
    ['NumericGreaterThanEquals', 5, [false, true, true], [-10, 5, 10]],
    ['BooleanEquals', true, [false, true, false], [false, true, 'true']],
    ['TimestampEquals', NOON, [false, true, false], ['2030-01-01T11:00:00Z', NOON, ONE_O_CLOCK]],
    ['TimestampLessThan', NOON, [true, false, false], ['2030-01-01T11:00:00Z', NOON, ONE_O_CLOCK]],
    ['TimestampGreaterThan', NOON, [false, false, true], ['2030-01-01T11:00:00Z', NOON, ONE_O_CLOCK]],
    ['TimestampLessThanEquals', NOON, [true, true, false], ['2030-01-01T11:00:00Z', NOON, ONE_O_CLOCK]],
    ['TimestampGreaterThanEquals', NOON, [false, true, true], ['2030-01-01T11:00:00Z', NOON, ONE_O_CLOCK]],
  ])('%s %j is %j for less, same and more, and so is its Path variant', (name, right, expected, values) => {
    expect(values.map((value) => applies({ Variable: '$.v', [name]: right }, { v: value }))).toEqual(expected)
    expect(
      values.map((value) => applies({ Variable: '$.v', [`${name}Path`]: '$.right' }, { v: value, right })),
    ).toEqual(expected)
  })

  it('with a value of another type is false, on either side', () => {
    expect(applies({ Variable: '$.v', NumericEquals: 1 }, { v: '1' })).toBe(false)
    expect(applies({ Variable: '$.v', NumericLessThanPath: '$.w' }, { v: 1, w: '2' })).toBe(false)
    expect(applies({ Variable: '$.v', TimestampLessThan: NOON }, { v: '2029-01-01' })).toBe(false)
    expect(applies({ Variable: '$.v', StringEquals: '' }, { v: null })).toBe(false)
  })

  it('of timestamps compares instants to the nanosecond', () => {
    const rule = { Variable: '$.v', TimestampEquals: NOON }
    expect(applies(rule, { v: '2030-01-01T13:00:00+01:00' })).toBe(true)
    expect(applies(rule, { v: '2030-01-01T12:00:00.000000001Z' })).toBe(false)
  })

  it('of strings is by UTF-16 code units, as in Java', () => {
    expect(applies({ Variable: '$.v', StringLessThan: '\uFFEE' }, { v: '🙂' })).toBe(true)
  })

  it('reads either side from the context object and from variables', () => {
    const parts = { context: { Execution: { Input: { n: 1 } } }, variables: { guess: 1 } }
    expect(applies({ Variable: '$guess', NumericEqualsPath: '$$.Execution.Input.n' }, {}, parts)).toBe(true)
  })

  it('StringMatches takes stars, and only strings', () => {
    const rule = { Variable: '$.v', StringMatches: 'log-*.txt' }
    expect(['log-1.txt', 'log.txt', 1].map((v) => applies(rule, { v }))).toEqual([true, false, false])
  })
})

describe('a question about the type', () => {
  const values: JsonObject = { null: null, text: 'x', number: 0, flag: false, time: NOON, list: [], object: {} }
  it.each([
    ['IsNull', ['null']],
    ['IsString', ['text', 'time']],
    ['IsNumeric', ['number']],
    ['IsBoolean', ['flag']],
    ['IsTimestamp', ['time']],
    ['IsPresent', Object.keys(values)],
  ])('%s is true for %j, and with false for all others', (name, expected) => {
    const ask = (wanted: boolean): readonly string[] =>
      Object.keys(values).filter((key) => applies({ Variable: `$.${key}`, [name]: wanted }, values) === true)
    expect(ask(true)).toEqual(expected)
    expect(ask(false)).toEqual(Object.keys(values).filter((key) => !expected.includes(key)))
  })
})

describe('a path that leads nowhere', () => {
  it.each(['StringEquals', 'IsString', 'IsNull', 'StringMatches'])('fails under %s', (name) => {
    const wanted = name.startsWith('Is') ? true : 'x'
    expect(applies({ Variable: '$.nope', [name]: wanted }, {})).toEqual(
      new QueryFailure(
        'States.Runtime',
        "Invalid path '$.nope': The choice state's condition path references an invalid value.",
      ),
    )
  })

  it('fails on the right side too', () => {
    const result = applies({ Variable: '$.v', StringEqualsPath: '$.nope' }, { v: 'x' })
    expect(result).toHaveProperty('cause', expect.stringContaining("'$.nope'"))
  })

  it.each([
    ['$.nope', false],
    ['$.v.nope', false],
    ['$.list[0]', true],
    ['$.list[1]', false],
    ['$.nulls[0]', true],
    ['$.v[0]', false],
  ])('IsPresent on %s is %s', (path, present) => {
    const input = { v: 'x', list: [1], nulls: [null] }
    expect(applies({ Variable: path, IsPresent: true }, input)).toBe(present)
    expect(applies({ Variable: path, IsPresent: false }, input)).toBe(!present)
  })
})

describe('And, Or and Not', () => {
  const present = { Variable: '$.v', IsPresent: true }
  const big = { Variable: '$.v', NumericGreaterThan: 10 }

  it('combine rules', () => {
    expect([0, 11].map((v) => applies({ And: [present, big] }, { v }))).toEqual([false, true])
    expect([0, 11].map((v) => applies({ Or: [big, { Not: present }] }, { v }))).toEqual([false, true])
    expect([0, 11].map((v) => applies({ Not: { And: [present, big] } }, { v }))).toEqual([true, false])
  })

  it('stop at the rule that decides, so that IsPresent guards the next', () => {
    expect(applies({ And: [present, big] }, {})).toBe(false)
    expect(applies({ Or: [{ Not: present }, big] }, {})).toBe(true)
  })

  it('fail as the rule that decides fails', () => {
    expect(applies({ And: [big, present] }, {})).toBeInstanceOf(QueryFailure)
    expect(applies({ Or: [big, present] }, {})).toBeInstanceOf(QueryFailure)
    expect(applies({ Not: big }, {})).toBeInstanceOf(QueryFailure)
  })

  it('may be nested 100 deep', () => {
    expect(applies(nested(100), null)).toBe(false)
    expect(() => compileChoiceRule(nested(101))).toThrow(InvalidExpressionError)
    expect(() => compileChoiceRule(nested(100_000))).toThrow(InvalidExpressionError)
  })
})

it.each<[string, JsonObject]>([
  ['no comparison', { Variable: '$.v', Next: 'A' }],
  ['two comparisons', { Variable: '$.v', IsNull: true, IsString: true }],
  ['an unknown comparison', { Variable: '$.v', StringContains: 'x' }],
  ['a Path variant that does not exist', { Variable: '$.v', StringMatchesPath: '$.w' }],
  ['no Variable', { StringEquals: 'x' }],
  ['a Variable that is no path', { Variable: 'v', StringEquals: 'x' }],
  ['a literal of another type', { Variable: '$.v', NumericEquals: '1' }],
  ['a literal that is no timestamp', { Variable: '$.v', TimestampEquals: '2030-01-01' }],
  ['a question with no yes or no', { Variable: '$.v', IsNull: 'true' }],
  ['a reference that is no path', { Variable: '$.v', NumericEqualsPath: 1 }],
  ['an empty And', { And: [] }],
  ['an Or that is no array', { Or: { Variable: '$.v', IsNull: true } }],
  ['a Not of nothing', { Not: null }],
  ['a JSONata condition', { Condition: '{% true %}' }],
  ['a name from the prototype', { Variable: '$.v', constructor: true }],
])('a rule with %s is refused', (_what, rule) => {
  expect(() => compileChoiceRule(rule)).toThrow(InvalidExpressionError)
})

it('Assign, Comment and Next are no part of the test', () => {
  const rule = { Variable: '$.v', IsNull: true, Next: 'A', Comment: 'c', Assign: { x: 1 } }
  expect(applies(rule, { v: null })).toBe(true)
})
