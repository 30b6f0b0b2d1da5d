import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { InvalidExpressionError, QueryFailure } from '../../../src/data/failure.js'
import { compileDynamicValue, compileTemplate } from '../../../src/data/payload-template.js'
import { scopeWith } from './scope-with.js'

const input = { id: 7, list: [1, 2], text: 'hello' }
const scope = scopeWith(input, { context: { State: { Name: 'Ship' } }, variables: { rate: 0.5 } })

function evaluate(template: Json): Json | QueryFailure {
  return compileTemplate(template)(scope)
}

describe('a payload template', () => {
  it('fills members named .$ at any depth, in objects inside arrays too', () => {
    const template = {
      'id.$': '$.id',
      deep: [{ 'name.$': '$$.State.Name' }, { more: { 'rate.$': '$rate', 'all.$': '$.list[*]' } }],
    }
    expect(evaluate(template)).toEqual({ id: 7, deep: [{ name: 'Ship' }, { more: { rate: 0.5, all: [1, 2] } }] })
  })

  it('calls intrinsic functions', () => {
    expect(evaluate({ 'greeting.$': "States.Format('{}!', $.text)" })).toEqual({ greeting: 'hello!' })
  })

  it('takes everything else literally', () => {
    const literal = { bucket: '$bucket', call: 'States.UUID()', list: ['$.id', 'a.$'], $: 1, 'a.$b': 2 }
    expect(evaluate(literal)).toEqual(literal)
    expect(evaluate('$.id')).toBe('$.id')
    expect(evaluate(null)).toBe(null)
  })

  it('gives null for a null and for an index that is out of range', () => {
    expect(compileTemplate({ 'a.$': '$.n', 'b.$': '$.l[9]' })(scopeWith({ n: null, l: [] }))).toEqual({
      a: null,
      b: null,
    })
  })

  it('puts literal members first, then the others in the order of a Java hash map', () => {
    const template = { 'customer.$': '$.id', z: 1, 'payload.$': '$.id', a: { 'x.$': '$.id' }, 'Input.$': '$.id' }
    expect(Object.keys(evaluate(template) ?? {})).toEqual(['z', 'a', 'Input', 'payload', 'customer'])
  })

  it('is one frozen value if nothing in it is dynamic, and does not freeze the definition', () => {
    const definition = { a: [{ b: 1 }] }
    const template = compileTemplate(definition)
    const value = template(scope) as typeof definition
    expect(template(scopeWith({}))).toBe(value)
    expect([Object.isFrozen(value), Object.isFrozen(value.a), Object.isFrozen(value.a[0])]).toEqual([true, true, true])
    expect(Object.isFrozen(definition)).toBe(false)
  })

  it('shares its literal parts between evaluations', () => {
    const template = compileTemplate({ fixed: { a: 1 }, 'id.$': '$.id' })
    const first = template(scope) as { fixed: object }
    const second = template(scope) as { fixed: object }
    expect(first).not.toBe(second)
    expect(first.fixed).toBe(second.fixed)
  })

  it('treats __proto__ as a name like any other', () => {
    const template = JSON.parse('{"__proto__.$":"$.id","nested":{"__proto__":{"a":1}}}') as Json
    expect(JSON.stringify(evaluate(template))).toBe('{"nested":{"__proto__":{"a":1}},"__proto__":7}')
  })

  it('refuses a definition nested too deep instead of overflowing the stack', () => {
    let template: Json = 1
    for (let i = 0; i < 10_000; i++) template = [template]
    expect(() => compileTemplate(template)).toThrow('nested more than 1000 deep')
  })
})

describe('a path that finds nothing', () => {
  it.each([
    [
      '$.nope',
      'The JSONPath \'$.nope\' specified for the field \'x.$\' could not be found in the input \'{"id":7,"list":[1,2],"text":"hello"}\'',
    ],
    [
      '$$.Task.Token',
      'The JSONPath \'$$.Task.Token\' specified for the field \'x.$\' could not be found in the input \'{"State":{"Name":"Ship"}}\'',
    ],
    ['$rate.a', "The JSONPath '$rate.a' specified for the field 'x.$' could not be found in the input '0.5'"],
    ['$.id[0]', 'Filter: [0] can only be applied to arrays. Current context is: 7'],
  ])('%s fails with the text of AWS', (path, cause) => {
    const failure = new QueryFailure('States.Runtime', cause, undefined, 'parameter-path-name')
    expect(evaluate({ 'x.$': path })).toEqual(failure)
    expect(evaluate([{ a: { 'x.$': path } }])).toEqual(failure)
    expect(compileDynamicValue('x.$', path)(scope)).toEqual(new QueryFailure('States.Runtime', cause))
  })
})

describe('a member that is no expression', () => {
  it.each([
    ['text'],
    ['$.'],
    ['$["a"]'],
    ['States.Nope()'],
    ["States.Format('"],
    [''],
    [7],
    [null],
    [{ a: 1 }],
    [['$.a']],
  ])('%j is refused with the text of AWS', (value) => {
    const message = "The value for the field 'parsed.$' must be a valid JSONPath or a valid intrinsic function call"
    expect(() => compileTemplate({ a: [{ 'parsed.$': value }] })).toThrow(new InvalidExpressionError(message))
  })
})
