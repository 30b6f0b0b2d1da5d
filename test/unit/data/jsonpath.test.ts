import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { InvalidExpressionError } from '../../../src/data/failure.js'
import { compileJsonPath, PathFailure } from '../../../src/data/jsonpath.js'
import { checkVectors } from '../../conformance/jsonpath-vectors.js'

const shared = process.env['ASLX_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url))
const corpus = join(shared, 'jsonpath')
const absent = !existsSync(join(corpus, 'vectors.json'))

describe.skipIf(absent)(`the JSONPath corpus${absent ? ` is absent: there is no ${corpus}` : ''}`, () => {
  it.each([
    ['vectors.json', 215],
    ['fuzz.json', 3_000],
  ])('%s holds in all %i cases, with messages', (file, total) => {
    const report = checkVectors(JSON.parse(readFileSync(join(corpus, file), 'utf8')))
    expect(report).toEqual({ total, failures: [] })
  })
})

function read(path: string, document: Json): Json | PathFailure {
  return compileJsonPath(path).read(document)
}

const missing = (message: string): PathFailure => new PathFailure('missing', message)
const invalid = (message: string): PathFailure => new PathFailure('invalid-context', message)

/** A value nested in itself `levels` times. */
function nested(levels: number, wrap: (inner: Json) => Json): Json {
  let value: Json = 0
  for (let i = 0; i < levels; i++) value = wrap(value)
  return value
}

describe('a definite path', () => {
  it('tells a member that is null from one that is missing', () => {
    expect(read('$.n', { n: null })).toBe(null)
    expect(read('$.n', {})).toEqual(missing("No results for path: $['n']"))
    expect(read('$.n.m', {})).toEqual(missing("Missing property in path $['n']"))
  })

  it('gives the very value that is in the document', () => {
    const order = { items: [{ id: 1 }] }
    expect(read('$.order.items[0]', { order })).toBe(order.items[0])
  })

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'does not find the inherited member %s',
    (name) => {
      expect(read(`$.${name}`, {})).toEqual(missing(`No results for path: $['${name}']`))
      expect(read(`$[0]['${name}']`, [{}])).toEqual(missing(`No results for path: $[0]['${name}']`))
    },
  )

  it('finds a member that is really called __proto__, and makes no prototype of it', () => {
    const document = JSON.parse('{"__proto__":{"a":1},"b":2}') as Json
    expect(read('$.__proto__.a', document)).toBe(1)
    expect(JSON.stringify(read("$['__proto__','b']", document))).toBe('{"__proto__":{"a":1},"b":2}')
  })

  it('prints the step that does not fit and all that follow it', () => {
    expect(read('$.a[0].b[*]', { a: 'x' })).toEqual(
      invalid("Filter: [0]['b'][*] can only be applied to arrays. Current context is: x"),
    )
  })

  it('is compiled once per text', () => {
    expect(compileJsonPath('$.once')).toBe(compileJsonPath('$.once'))
  })
})

describe('a filter', () => {
  it('reads $ as the root in a comparison, and as the item in a test of existence', () => {
    const document = { limit: 2, items: [{ n: 1 }, { n: 2, limit: 9 }] }
    expect(read('$.items[?(@.n == $.limit)].n', document)).toEqual([2])
    expect(read('$.items[?($.limit)].n', document)).toEqual([2])
  })

  it('binds && closer than ||', () => {
    const items = [{ a: 0, b: 0, c: 1 }, { a: 1, b: 1, c: 0 }, { a: 1 }]
    expect(read('$[?(@.a == 1 && @.b == 1 || @.c == 1)]', items)).toEqual(items.slice(0, 2))
  })

  it('tries the right side first, so that a left side that cannot be evaluated does not count', () => {
    expect(read('$[?(@.a[0] == 1 && @.b)]', [{ a: 1 }])).toEqual([])
    expect(read('$[?(@.b && @.a[0] == 1)]', [{ a: 1 }])).toBeInstanceOf(PathFailure)
  })

  it('wants all of several names', () => {
    expect(read("$[?(@['a','b'])]", [{ a: 1 }, { a: 1, b: 2 }])).toEqual([{ a: 1, b: 2 }])
  })

  it.each([
    ["'1.2.3'", 'Character array contains more than one decimal point.'],
    ["'-'", 'No digits found.'],
    ["'1e'", 'null'],
    ["'1ex'", 'Not a digit.'],
    ["'abcdefghijklmnopqrst'", 'Character array is missing "e" notation exponential mark.'],
  ])('cannot compare a number with %s', (text, message) => {
    expect(read(`$[?(@ == ${text})]`, [1])).toEqual(invalid(message))
  })

  it('never finds text on the left equal to a number on the right', () => {
    expect(read('$[?(@.x == @.y)]', [{ x: '1', y: 1 }])).toEqual([])
    expect(read('$[?(@.x == @.y)]', [{ x: 1, y: '1' }])).toEqual([{ x: 1, y: '1' }])
  })
})

describe('a path that does not compile', () => {
  it.each([
    ['$.a.', "'$.a.' is not a JSONPath: a name is missing at character 5"],
    ['$a', '\'$a\' is not a JSONPath: "." or "[" must follow "$"'],
    [
      '$["a"]',
      '\'$["a"]\' is not a JSONPath: ["a"] is neither a name in single quotes, an index, a slice nor a filter',
    ],
    ["$['a'", "'$['a'' is not a JSONPath: a bracket is not closed"],
    ['$[99999999999]', "'$[99999999999]' is not a JSONPath: '99999999999' is not a 32-bit integer"],
    ['$..', '\'$..\' is not a JSONPath: it ends with ".."'],
    ['$[?(@.a[*] == 1)]', "'@.a[*]' is not an operand: it is not definite"],
    ['$[?(@.a =~ b)]', "'@.a =~ b' is not a filter: =~ needs a pattern between slashes"],
  ])('%s says why', (path, message) => {
    expect(() => compileJsonPath(path)).toThrow(new InvalidExpressionError(message))
  })
})

describe('hostile paths and documents', () => {
  it('a path of many steps is refused', () => {
    expect(() => compileJsonPath(`$${'.a'.repeat(10_000)}`)).toThrow('it has more than 1000 steps')
  })

  it('brackets and filters nested 10,000 deep do not overflow the stack', () => {
    expect(() => compileJsonPath(`$${'['.repeat(10_000)}`)).toThrow(InvalidExpressionError)
    expect(() => compileJsonPath(`$${'[?(@'.repeat(10_000)}${')]'.repeat(10_000)}`)).toThrow(InvalidExpressionError)
  })

  it('documents nested 10,000 deep are searched', () => {
    const inObjects = nested(10_000, (inner) => ({ a: inner }))
    expect(read('$..nope', inObjects)).toEqual([])
    expect(read('$..a', inObjects)).toHaveLength(10_000)
    expect(
      read(
        '$..[0]',
        nested(10_000, (inner) => [inner]),
      ),
    ).toHaveLength(10_000)
  })

  it('a message about a document nested 10,000 deep does not print it', () => {
    const failure = read(
      '$[0]',
      nested(10_000, (inner) => ({ a: inner })),
    )
    expect(failure).toMatchObject({ message: expect.stringContaining('nested more than') })
  })

  it('a search that would take hours ends in a failure', () => {
    const wide = { a: Array.from({ length: 300 }, () => [1, 2, 3]) }
    expect(
      read(
        '$..*..*..*',
        nested(60, (inner) => ({ a: inner, wide })),
      ),
    ).toMatchObject({ kind: 'invalid-context' })
    expect(
      read(
        '$..*..nope',
        nested(10_000, (inner) => ({ a: inner })),
      ),
    ).toMatchObject({ kind: 'invalid-context' })
    expect(read('$[-2000000000:1]', [1])).toMatchObject({ kind: 'invalid-context' })
  })
})

it('reads over a colon behind a comma, and compares a whole number beyond a long with nothing', () => {
  const read = (path: string, document: Json): unknown => compileJsonPath(path).read(document)
  expect(read('$[0,:2]', ['a', 'b', 'c'])).toEqual(['a', 'c'])
  expect(() => compileJsonPath('$[0,:]')).toThrow('32-bit integer')
  expect(read('$.n[?(@.x < 0)]', { n: [{ x: -2e19 }, { x: -2 }] })).toEqual([{ x: -2 }])
  expect(read('$.n[?(@.x < 0)]', { n: [{ x: -2e-19 }] })).toEqual([{ x: -2e-19 }])
})
