import { describe, expect, it } from 'vitest'
import { InvalidExpressionError } from '../../../../src/data/failure.js'
import { parseCall } from '../../../../src/data/intrinsics/parse-intrinsic.js'

function nested(levels: number): string {
  return 'States.F('.repeat(levels) + ')'.repeat(levels)
}

function argumentOf(text: string): unknown {
  return parseCall(`States.F(${text})`).args
}

describe('an argument', () => {
  it.each<[string, string | number | boolean | null]>([
    ['1', 1],
    ['-1', -1],
    ['1.5', 1.5],
    ['2e3', 2000],
    ['true', true],
    ['false', false],
    ['null', null],
  ])('%s is a literal', (text, value) => {
    expect(argumentOf(text)).toEqual([{ kind: 'literal', value }])
  })

  it.each([
    ["'a b'", 'a b'],
    ["''", ''],
    ["'it\\'s'", "it's"],
    ["'\\\\'", '\\'],
    ["'\\{\\}'", '{}'],
    ["'two\nlines'", 'two\nlines'],
    ['\'"{"a": 1}"\'', '"{"a": 1}"'],
  ])('%j is the string %j', (text, value) => {
    expect(argumentOf(text)).toMatchObject([{ kind: 'string', value }])
  })

  it.each([
    '$',
    '$$',
    '$name',
    '$.a.b',
    '$$.Execution.Name',
    "$['a,b']",
    "$['a) b'].c",
    "$.a[?(@.b == 'x, (y]')].c",
    '$.a[(@.length-1)]',
    '$.a[0, 1]',
    '$.list.length()',
    "$.it's",
  ])('%s is one path', (text) => {
    expect(argumentOf(`${text} , 1`)).toEqual([
      { kind: 'path', text },
      { kind: 'literal', value: 1 },
    ])
  })

  it('that is a call keeps its own text', () => {
    expect(argumentOf('States.G( $.a ),2')).toEqual([
      { kind: 'call', name: 'States.G', args: [{ kind: 'path', text: '$.a' }], text: 'States.G( $.a )' },
      { kind: 'literal', value: 2 },
    ])
  })
})

it.each([
  ["'{} and {}'", ['', ' and ', '']],
  ["'a'", ['a']],
  ["'{}{}'", ['', '', '']],
  ["'\\{\\} {}'", ['{} ', '']],
  ["'{ }'", ['{ }']],
])('the template %j has the pieces %j', (text, pieces) => {
  expect(argumentOf(text)).toMatchObject([{ pieces }])
})

it.each([
  'States.F',
  'States.F(',
  'States.F()x',
  ' States.F()',
  'States.F(1,)',
  'States.F(,1)',
  'States.F(1 2)',
  "States.F('a)",
  "States.F('a\\')",
  'States.F("a")',
  'States.F(01x)',
  'States.F(nullish)',
  'States.F(abc)',
  'States.F($.a',
  "States.F('\\n')",
  'F(1)',
  '$.a',
  '',
])('%j is no call', (text) => {
  expect(() => parseCall(text)).toThrow(InvalidExpressionError)
})

it.each([
  // Both recorded: AWS refuses the definitions.
  `States.StringToJson('{"text":"An \\"escaped double quote\\" here"}')`,
  `States.Format('He said, \\"Hello, {}!\\"', 'Test \\"Name\\" Here')`,
])('an escaped double quote is no call: %s', (text) => {
  expect(() => parseCall(text)).toThrow(InvalidExpressionError)
})

it('says where the mistake is', () => {
  expect(() => parseCall('States.F(1 2)')).toThrow(
    "'States.F(1 2)' is no intrinsic function call: expected ',' or ')' at character 12",
  )
})

it('calls may be nested 10 deep', () => {
  expect(parseCall(nested(10)).text).toBe(nested(10))
  expect(() => parseCall(nested(11))).toThrow('nests more than 10')
  expect(() => parseCall(nested(100_000))).toThrow(InvalidExpressionError)
})

it('blanks behind a call do not count', () => {
  expect(parseCall('States.F($.a) \n')).toEqual(parseCall('States.F($.a)'))
})
