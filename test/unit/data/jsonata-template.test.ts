import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { InvalidExpressionError, QueryFailure } from '../../../src/data/failure.js'
import { compileJsonataTemplate, expectType } from '../../../src/data/jsonata-template.js'
import { jsonataText } from '../../../src/asl/query-language.js'
import { scopeOf } from './jsonata/scope.js'

const evaluate = (source: Json, input: Json = {}) => compileJsonataTemplate(source)(scopeOf(input), 'Output')

describe('which strings are expressions', () => {
  it.each([
    ['{% $x %}', '$x'],
    ['{%$x%}', '$x'],
    ['{%\n 1 \n%}', '1'],
    ['{%%}', ''],
    ['{% "%} {%" %}', '"%} {%"'],
  ])('%j is one', (source, text) => {
    expect(jsonataText(source)).toBe(text)
  })

  it.each([' {% 1 %}', '{% 1 %} ', '{% 1', '1 %}', '{%}', '{ % 1 % }', '$states.input', '', 1, null, ['{% 1 %}']])(
    '%j is none',
    (source) => {
      expect(jsonataText(source)).toBeUndefined()
    },
  )
})

describe('templates', () => {
  it('an expression may stand at any depth, in arrays too; keys never are one', () => {
    const source = { a: [1, '{% $states.input.n %}', [{ '{% 1 %}': '{% 1 + 1 %}' }]], 'b.$': '$.x' }
    expect(evaluate(source, { n: 5 })).toEqual({ a: [1, 5, [{ '{% 1 %}': 2 }]], 'b.$': '$.x' })
  })

  it('keys keep the order of the definition', () => {
    expect(JSON.stringify(evaluate({ z: '{% 1 %}', a: 2, m: '{% 3 %}' }))).toBe('{"z":1,"a":2,"m":3}')
  })

  it('what holds no expression is the definition itself', () => {
    const source = { fixed: { list: [1, 2] }, n: '{% 1 %}' }
    expect(compileJsonataTemplate(source.fixed)(scopeOf(null), 'Output')).toBe(source.fixed)
    expect((evaluate(source) as typeof source).fixed).toBe(source.fixed)
  })

  it.each<[Json, string]>([
    ['{% $no %}', 'Output'],
    [{ a: { b: '{% $no %}' } }, 'Output/a/b'],
    [{ x: ['{% $no %}'] }, 'Output/x[0]'],
    [{ x: [1, { y: [[0, '{% $no %}']] }] }, 'Output/x[1]/y[0][1]'],
  ])('a failure of %j says where', (source, location) => {
    expect(evaluate(source)).toEqual(
      new QueryFailure(
        'States.QueryEvaluationError',
        `The JSONata expression '$no' specified for the field '${location}' returned nothing (undefined).`,
        location,
      ),
    )
  })

  it('the first failure is the answer', () => {
    const answer = evaluate({ a: 1, b: '{% $first %}', c: '{% $second %}' })
    expect(answer).toMatchObject({ location: 'Output/b' })
  })

  it('a member named __proto__ stays a member', () => {
    const source: Json = JSON.parse('{"__proto__": "{% 1 %}"}')
    expect(JSON.stringify(evaluate(source))).toBe('{"__proto__":1}')
  })

  it('a template nested too deeply is an error', () => {
    let source: Json = '{% 1 %}'
    for (let depth = 0; depth < 20_000; depth++) source = [source]
    expect(() => compileJsonataTemplate(source)).toThrow(InvalidExpressionError)
  })
})

describe('expectType', () => {
  it.each<[Json, string]>([
    [1, "Expected 'array', but was 'number' for value: 1"],
    ['text', `Expected 'array', but was 'string' for value: "text"`],
    [true, "Expected 'array', but was 'boolean' for value: true"],
    [null, "Expected 'array', but was 'null' for value: null"],
    [{ foo: 'bar' }, `Expected 'array', but was 'object' for value: {"foo":"bar"}`],
  ])('%j is no array', (value, text) => {
    expect(expectType(value, 'array', '$x', 'Items')).toEqual(
      new QueryFailure(
        'States.QueryEvaluationError',
        `The JSONata expression '$x' specified for the field 'Items' returned an unexpected result type. ${text}`,
        'Items',
      ),
    )
  })

  it('says nothing of a value that fits', () => {
    expect(expectType([], 'array', '$x', 'Items')).toBeUndefined()
    expect(expectType(5, 'number', '$x', 'Seconds')).toBeUndefined()
    expect(expectType('a', 'string', '$x', 'Error')).toBeUndefined()
  })
})
