import { describe, expect, it, vi } from 'vitest'
import type { Json, JsonObject } from '../../../src/asl/json.js'
import { QueryFailure } from '../../../src/data/failure.js'
import { compileJsonata } from '../../../src/data/jsonata.js'
import type { Scope } from '../../../src/data/scope.js'
import { CONTEXT, freeze, scopeOf } from './jsonata/scope.js'

function evaluate(text: string, input: Json = {}, rest: Partial<Scope> = {}): Json | QueryFailure {
  return compileJsonata(text).evaluate(scopeOf(input, rest), 'Output/a')
}

function causeOf(text: string, input: Json = {}): string {
  const answer = evaluate(text, input)
  return answer instanceof QueryFailure ? answer.cause : `no failure but ${JSON.stringify(answer)}`
}

describe('what an expression can read', () => {
  it('$states holds the input and the context, and the result or error output where there is one', () => {
    expect(evaluate('$states', { n: 1 })).toEqual({ input: { n: 1 }, context: CONTEXT })
    expect(evaluate('$states', 1, { result: [2] })).toEqual({ input: 1, context: CONTEXT, result: [2] })
    expect(evaluate('$keys($states)', 1, { errorOutput: {} })).toEqual(['input', 'context', 'errorOutput'])
  })

  it('reads the context object only when it is asked for', () => {
    const context = vi.fn<() => JsonObject>(() => CONTEXT)
    expect(evaluate('$states.input.n + $states.result', { n: 1 }, { context, result: 2 })).toBe(3)
    expect(context).not.toHaveBeenCalled()
    expect(evaluate('$states.context.State.Name')).toBe('S')
  })

  it('reads variables of the machine, those of outer scopes too, and null is a value', () => {
    const variables = { own: { a: null }, outer: { own: { a: 1, b: [2] }, outer: undefined } }
    expect(evaluate('[$a, $b]', {}, { variables })).toEqual([null, 2])
  })

  it('a variable hides the function of its name', () => {
    expect(evaluate('$sum', {}, { variables: { own: { sum: 5 }, outer: undefined } })).toBe(5)
  })

  it('an expression may hide $states for itself', () => {
    expect(evaluate('($states := {"input": 7}; $states.input)', 1)).toBe(7)
    expect(evaluate('$map([{"input": 8}], function($states) { $states.input })', 1)).toBe(8)
  })

  it('there is no context value: $ is nothing, and $$ is refused', () => {
    expect(causeOf('$')).toContain('returned nothing (undefined)')
    expect(() => compileJsonata('$$.n')).toThrow("UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' is not supported.")
  })

  it('never sees what an object inherits', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(causeOf(`$states.input.${name}`)).toContain('returned nothing')
      expect(causeOf(`$lookup($states.input, "${name}")`)).toContain('returned nothing')
    }
    expect(causeOf('$constructor')).toContain('returned nothing')
  })

  it('a member named __proto__ is a member like any other', () => {
    const input: Json = JSON.parse('{"a": {"__proto__": {"x": 1}}}')
    for (const text of [
      '$merge([$states.input.a])',
      '$sift($states.input.a, function($v) { true })',
      '$spread($states.input.a)',
    ]) {
      expect(JSON.stringify(evaluate(text, input))).toBe('{"__proto__":{"x":1}}')
    }
    expect(JSON.stringify(evaluate('{"__proto__": 1}'))).toBe('{"__proto__":1}')
    expect(JSON.stringify(evaluate('$states.input.a ~> |$|{"__proto__": 2}|', input))).toBe('{"__proto__":2}')
  })
})

describe('what an expression gives', () => {
  it('a payload is handed on as it is, not copied', () => {
    const input = freeze({ list: [1, { a: [] }] })
    expect(evaluate('$states.input', input)).toBe(input)
    expect(evaluate('$states.input.list', input)).toBe(input.list)
  })

  it('sequences become plain arrays, at any depth', () => {
    const answer = evaluate('{"a": [1..2].($ * 2), "b": [{"c": [1..3][$ > 1]}]}')
    expect(answer).toStrictEqual({ a: [2, 4], b: [{ c: [2, 3] }] })
    expect((answer as { readonly a: object }).a.constructor).toBe(Array)
  })

  it('numbers that JSON does not know become strings, and -0 is 0', () => {
    expect(evaluate('[1/0, -1/0, 0/0, $parseInteger("abc", "0")]')).toEqual(['Infinity', '-Infinity', 'NaN', 'NaN'])
    expect(evaluate('0 * -1')).toBe(0)
  })

  it('nothing within a result leaves its member out, and is null in an array', () => {
    expect(evaluate('{"a": $nope, "b": 1}')).toEqual({ b: 1 })
    expect(evaluate('$match("xay", /(q)?a/)')).toEqual({ match: 'a', index: 1, groups: [null] })
  })

  it('never changes its values, not even in a transform whose pattern leads out of the copy', () => {
    const input = freeze({ list: [], a: { b: 1 } })
    expect(evaluate('$states.input.list{"k": 1}', input)).toEqual({ k: 1 })
    expect(evaluate('$states.input.list[]', input)).toEqual([])
    expect(evaluate('{"x": 1} ~> |$states.input.a|{"b": 2}|', input)).toEqual({ x: 1 })
    expect(evaluate('$states.input ~> |a|{"b": 2}|', input)).toEqual({ list: [], a: { b: 2 } })
    expect(input).toEqual({ list: [], a: { b: 1 } })
  })

  it('the same scope gives the same answer', () => {
    const text = '[$random(), $random(), $shuffle([1..4])]'
    expect(evaluate(text)).toEqual(evaluate(text))
  })
})

describe('failures', () => {
  it('nothing, where a value is needed', () => {
    expect(evaluate('$doesNotExist')).toEqual(
      new QueryFailure(
        'States.QueryEvaluationError',
        "The JSONata expression '$doesNotExist' specified for the field 'Output/a' returned nothing (undefined).",
        'Output/a',
      ),
    )
  })

  it('an error with a code', () => {
    expect(causeOf('$nope()')).toBe(
      "The JSONata expression '$nope()' specified for the field 'Output/a' threw an error during evaluation. " +
        'T1006: Attempted to invoke a non-function',
    )
    expect(causeOf('$error("no stock")')).toMatch(/during evaluation\. D3137: no stock$/)
  })

  it('AWS has no $eval', () => {
    expect(causeOf('$eval("1")')).toMatch(/T1006: Attempted to invoke a non-function$/)
  })

  it('functions are no results', () => {
    const cause =
      "The JSONata expression '$sum' specified for the field 'Output/a' returned an unsupported result type."
    expect(causeOf('$sum')).toBe(cause)
    expect(causeOf('[1, {"f": function($x) { $x }}]')).toMatch(/returned an unsupported result type\.$/)
  })

  it('too many arguments, and arguments of another type', () => {
    expect(causeOf('$sum(1, 2)')).toMatch(/T0410: Argument 2 of function "sum" does not match function signature$/)
    expect(causeOf('$uuid(1)')).toMatch(/T0410: Argument 1 of function "uuid" does not match function signature$/)
  })

  it('a tail call of what is no function', () => {
    expect(causeOf('($f := function() { $nope() }; $f())')).toMatch(/T1006: Attempted to invoke a non-function$/)
  })

  it('a message never shows more of a value than can be printed', () => {
    expect(causeOf('{($x := {"a": {}} ~> |a|{"self": $}|): 1}')).toMatch(/must evaluate to a string; got: null$/)
  })
})

describe('expressions that do not compile', () => {
  it.each([
    ['[1,', 'INVALID_JSONATA_EXPRESSION: Expected "]" before end of expression'],
    ['($x := 1, 2)', 'INVALID_JSONATA_EXPRESSION: Expected ")", got ","'],
    ['', 'INVALID_JSONATA_EXPRESSION: Unexpected end of expression'],
    ['/(/', 'INVALID_JSONATA_EXPRESSION: No terminating / in regular expression'],
    [
      '/[z-a]/',
      'INVALID_JSONATA_EXPRESSION: Invalid regular expression: /[z-a]/g: Range out of order in character class',
    ],
    ['phone', "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported."],
    ['$count([1, a.b])', "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'a' at the top level is not supported."],
    ['{"k": x}', "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'x' at the top level is not supported."],
    ['($v := 1; y ? 1)', "UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'y' at the top level is not supported."],
  ])('%s', (text, message) => {
    expect(() => compileJsonata(text)).toThrow(expect.objectContaining({ name: 'InvalidExpressionError', message }))
  })

  it('names are fine where there is a context value, and in functions', () => {
    for (const text of [
      '$states.input.a[b = 1].c',
      '$x.(y)',
      '$x{y: z}',
      '$x^(y)',
      '$map($x, function($v) { $v.y })',
    ]) {
      expect(compileJsonata(text).text).toBe(text)
    }
  })

  it('nesting that no stack holds is an error, not a crash', () => {
    for (const text of ['('.repeat(50_000), `${'['.repeat(50_000)}${']'.repeat(50_000)}`, '1'.padEnd(200_001, '+1')]) {
      expect(() => compileJsonata(text)).toThrow(/^INVALID_JSONATA_EXPRESSION: Expression is nested too deeply$/)
    }
  })
})

it('an expression is compiled once', () => {
  expect(compileJsonata('1 + 41')).toBe(compileJsonata('1 + 41'))
})
