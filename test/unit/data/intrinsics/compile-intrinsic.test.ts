import { describe, expect, it } from 'vitest'
import { InvalidExpressionError, QueryFailure } from '../../../../src/data/failure.js'
import { compileIntrinsic } from '../../../../src/data/intrinsics/compile-intrinsic.js'
import { call, detailOf, nestedArray } from './call.js'

it('nested calls give their results to the outer ones', () => {
  expect(call("States.ArrayGetItem(States.StringSplit($.name, '-'), 1)", { name: 'a-b-c' })).toBe('b')
})

it('arguments come from the input, the context object and variables', () => {
  const parts = { context: { Execution: { Name: 'run' } }, variables: { greeting: 'hi' } }
  expect(call('States.Array($.n, $$.Execution.Name, $greeting)', { n: 1 }, parts)).toEqual([1, 'run', 'hi'])
})

describe('an argument that leads nowhere', () => {
  it('fails with the wording measured on AWS', () => {
    expect(call('States.ArrayLength($.nope)', { a: 1 })).toEqual(
      new QueryFailure(
        'States.Runtime',
        "The function 'States.ArrayLength($.nope)' had the following error: The JsonPath argument for the field '$.nope' could not be found in the input '{\"a\":1}'",
        undefined,
        'intrinsic-name',
      ),
    )
  })

  it('prints the context object if the path is into it', () => {
    const failure = call('States.Array($$.nope)', {}, { context: { Execution: {} } })
    expect(failure).toHaveProperty('cause', expect.stringContaining(`in the input '{"Execution":{}}'`))
  })

  it('may be an index past the end, which in a template would be null', () => {
    expect(detailOf('States.Array($.list[1])', { list: [1] })).toBe(
      `The JsonPath argument for the field '$.list[1]' could not be found in the input '{"list":[1]}'`,
    )
  })

  it('is told of the whole text, not of the inner call, also where a function itself fails', () => {
    const text = "States.Format('{}', States.ArrayLength($.s))"
    for (const input of [{}, { s: 'x' }]) {
      expect(call(text, input)).toHaveProperty('cause', expect.stringContaining(`The function '${text}' had`))
    }
  })
})

it.each([
  ["States.Format('a { b', $.s)", '}', '{'],
  ["States.Format('a {b} c', $.s)", '}', '{'],
  ["States.Format('a } b {}', $.s)", '{', '}'],
  ["States.Format('a { b }')", '}', '{'],
  ['States.Format($.t, $.s)', '}', '{'],
])('a brace without its match fails %s', (text, wanted, stray) => {
  expect(call(text, { s: 'x', t: '{} {' })).toHaveProperty(
    'cause',
    `The function '${text}' had the following error: Invalid template in States.Format: matching '${wanted}' not found for '${stray}'.`,
  )
})

it.each([
  ["States.Format('in ${Stage}: {}', $.s)", 'in ${Stage}: x'],
  ["States.Format('{} of ${module.queue.arn}${Suffix}', $.s)", 'x of ${module.queue.arn}${Suffix}'],
  ["States.Format('${}', $.s)", '$x'],
])('a placeholder that nothing has replaced is text, no stray brace: %s', (text, expected) => {
  expect(call(text, { s: 'x' })).toBe(expected)
})

it.each(["States.Format('${a {}', $.s)", "States.Format('${a', $.s)", "States.Format('${a}}', $.s)"])(
  'a placeholder that is not closed, or braces beside it, do fail: %s',
  (text) => {
    expect(call(text, { s: 'x' })).toHaveProperty('cause', expect.stringContaining('Invalid template in States.Format'))
  },
)

it('null is an argument like any other', () => {
  expect(call('States.Array($.none)', { none: null })).toEqual([null])
})

it('a failing function names itself and what is wrong', () => {
  expect(call('States.ArrayLength($.s)', { s: 'x' })).toEqual(
    new QueryFailure(
      'States.Runtime',
      "The function 'States.ArrayLength($.s)' had the following error: Argument 1 must be an array and not a string",
      undefined,
      'intrinsic-name',
    ),
  )
})

it.each([
  ["States.Format('{}', $)"],
  ['States.JsonToString($)'],
  ['States.ArrayUnique($)'],
  ['States.ArrayContains($, 1)'],
  ["States.Hash($, 'MD5')"],
])('%s refuses input nested 10,000 deep', (text) => {
  expect(detailOf(text.replace('$)', '$)'), nestedArray(10_000))).toMatch(/nested more than 1000 deep$/)
})

it.each([
  'States.Nope()',
  'States.constructor()',
  'States.UUID(1)',
  'States.ArrayLength()',
  'States.MathRandom(1)',
  'States.MathRandom(1, 2, 3, 4)',
  'States.Format()',
  'States.JsonMerge($.a, $.b)',
  'States.Array($.a[)',
])('%s is refused', (text) => {
  expect(() => compileIntrinsic(text)).toThrow(InvalidExpressionError)
})

it('a wrong number of arguments is told with the right one', () => {
  expect(() => compileIntrinsic('States.MathRandom(1)')).toThrow(
    "'States.MathRandom(1)' has 1 arguments, and States.MathRandom takes 2 to 3",
  )
})
