import { describe, expect, it } from 'vitest'
import { parseTaggedYaml } from '../../../src/iac/yaml-tags.js'
import { messageOf } from './temporary.js'

function parse(text: string): unknown {
  return parseTaggedYaml(text, 't.yaml').value
}

describe('CloudFormation tags', () => {
  it.each([
    ['!Ref A', { Ref: 'A' }],
    ['!Condition A', { Condition: 'A' }],
    ['!GetAtt A.B.C', { 'Fn::GetAtt': ['A', 'B.C'] }],
    ['!GetAtt [A, B]', { 'Fn::GetAtt': ['A', 'B'] }],
    ['!Sub "${A}"', { 'Fn::Sub': '${A}' }],
    ['!Sub ["${a}", {a: !Ref B}]', { 'Fn::Sub': ['${a}', { a: { Ref: 'B' } }] }],
    ['!Join ["", [!Ref A, !Sub "${B}"]]', { 'Fn::Join': ['', [{ Ref: 'A' }, { 'Fn::Sub': '${B}' }]] }],
    [
      '!Select [1, !Split [",", !ImportValue X]]',
      { 'Fn::Select': [1, { 'Fn::Split': [',', { 'Fn::ImportValue': 'X' }] }] },
    ],
    ['!If [C, !Base64 a, !Cidr [a, 1, 2]]', { 'Fn::If': ['C', { 'Fn::Base64': 'a' }, { 'Fn::Cidr': ['a', 1, 2] }] }],
    ['!Not [!Equals [a, b]]', { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }],
    ['!FindInMap [A, B, C]', { 'Fn::FindInMap': ['A', 'B', 'C'] }],
    ['!ToJsonString {a: 1}', { 'Fn::ToJsonString': { a: 1 } }],
    ['!Transform {Name: AWS::Include}', { 'Fn::Transform': { Name: 'AWS::Include' } }],
    ['!Length [1]', { 'Fn::Length': [1] }],
    ['!Ref 123', { Ref: '123' }],
    ['!!str 123', '123'],
  ])('%s is written out', (text, value) => {
    expect(parse(text)).toEqual(value)
  })
})

describe('YAML as CloudFormation reads it', () => {
  it('lets the last of equal keys count', () => {
    expect(parse('a: 1\na: 2')).toEqual({ a: 2 })
  })

  it('follows anchors and merges', () => {
    const text = 'a: &a {x: 1, y: !Ref R}\nb: *a\nc: {<<: *a, x: 2}\nd: {<<: [{x: 3}, *a]}'
    const merged = { x: 1, y: { Ref: 'R' } }
    expect(parse(text)).toEqual({ a: merged, b: merged, c: { ...merged, x: 2 }, d: { ...merged, x: 3 } })
  })

  it('keeps dates, yes, and numbers that JSON lacks as text; keys as written', () => {
    expect(parse('a: 2012-10-17\nb: yes\nc: .inf\n200: x\n1.0: y\ntrue: z')).toEqual({
      a: '2012-10-17',
      b: 'yes',
      c: '.inf',
      '200': 'x',
      '1.0': 'y',
      true: 'z',
    })
  })

  it('keeps a key with the name of the prototype', () => {
    expect(JSON.stringify(parse('__proto__: {a: 1}'))).toBe('{"__proto__":{"a":1}}')
  })

  it('takes flow collections and quoted strings that go on at any indentation', () => {
    const text =
      'a:\n  b:\n    c: {\n    "x": ["1",\n"2"]\n    }\n    d: "one\n    two"\n    e: !Sub \'it\'\'s\n  so\'\n    f: |\n      {\n    g: 1\n'
    expect(parse(text)).toEqual({
      a: { b: { c: { x: ['1', '2'] }, d: 'one two', e: { 'Fn::Sub': "it's so" }, f: '{\n', g: 1 } },
    })
  })

  it('ends at an empty second document, and takes an empty text as nothing', () => {
    expect(parse('a: 1\n---\n')).toEqual({ a: 1 })
    expect(parse('')).toBeNull()
  })
})

describe('positions', () => {
  const text = 'A:\n  - x\n  - !Sub\n    - |\n      text\n    - {b: !GetAtt C.D}\nB: &b\n  c: 1\nD: *b\nE:\n  <<: *b\n'
  const { find } = parseTaggedYaml(text, 't.yaml')
  const at = (pointer: string): string | undefined => {
    const place = find(pointer)
    return place && text.slice(place.at, place.at + 3)
  }

  it('are those of names, and of values where there is none', () => {
    expect(at('/A')).toBe('A:\n')
    expect(at('/A/0')).toBe('x\n ')
    expect(at('/A/1/Fn::Sub/1/b')).toBe('b: ')
    expect(at('/A/9')).toBeUndefined()
    expect(at('/A/length')).toBeUndefined()
    expect(at('/nothing/more')).toBeUndefined()
  })

  it('follow aliases and merges', () => {
    expect(at('/D/c')).toBe('c: ')
    expect(at('/E/c')).toBe('c: ')
  })

  it('tell where a value begins, after its tag', () => {
    const value = find('/A/1/Fn::Sub/0')?.value ?? 0
    expect(text.slice(value, value + 2)).toBe('|\n')
  })

  it('stay those of the file where the indentation had to be mended', () => {
    const odd = 'a:\n  c: {\n  "x": 1\n  }\n  d: 2\n'
    const place = parseTaggedYaml(odd, 't.yaml').find('/a/d')
    expect(odd.slice(place?.at)).toBe('d: 2\n')
  })
})

describe('YAML that is refused', () => {
  it.each([
    ['a: [', /^t\.yaml:1:\d+: not valid YAML: /],
    ['a: 1\n b: 2', /^t\.yaml:1:4: not valid YAML: /],
    ['a: 1\n---\nb: 2', /^t\.yaml:2:1: holds more than one YAML document/],
    ['? [a]\n: 1', /^t\.yaml:1:3: a key must be a string$/],
    ['['.repeat(20_000), /nested more than 200 levels deep$/],
    ['a: &a [*a]', /nested more than 200 levels deep, or an alias within itself$/],
  ])('(case %#)', (text, message) => {
    expect(messageOf(() => parse(text))).toMatch(message)
  })

  it('is an alias bomb', () => {
    const lines = 'bcdefghij'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[i]}`).join(',')}]`)
    expect(messageOf(() => parse(['a: &a [1]', ...lines].join('\n')))).toContain('alias bomb')
  })
})
