import { describe, expect, it } from 'vitest'
import { pointer } from '../../../src/asl/json.js'
import { parseData, parseDefinition, parseLocated } from '../../../src/asl/parse.js'
import { UserError } from '../../../src/asl/user-error.js'
import { corpusIsHere, readCorpus } from './checked.js'

function refusalOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof UserError) return `${error.kind}: ${error.message}`
    throw error
  }
  return 'accepted'
}

const json = `{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Task", "Retry": [
      { "ErrorEquals": ["X"] }
    ] }
  }
}`

const yaml = `# order flow
StartAt: A
States:
  A:
    Type: Task
    Retry:
      - ErrorEquals: [X]
`

describe('a definition in JSON', () => {
  it('is read, with the position of each member at its name', () => {
    const { definition, locate } = parseDefinition(json, 'a.json')
    expect(definition).toEqual({ StartAt: 'A', States: { A: { Type: 'Task', Retry: [{ ErrorEquals: ['X'] }] } } })
    expect(locate('')).toEqual({ file: 'a.json', line: 1, column: 1 })
    expect(locate('/States/A')).toEqual({ file: 'a.json', line: 4, column: 5 })
    expect(locate('/States/A/Retry/0')).toEqual({ file: 'a.json', line: 5, column: 7 })
    expect(locate('/States/B')).toBeUndefined()
  })

  it('may begin with a byte order mark', () => {
    expect(parseDefinition(`\uFEFF${json}`, 'a.json').locate('/StartAt')).toEqual({
      file: 'a.json',
      line: 2,
      column: 3,
    })
  })

  it('keeps the last of two members of the same name', () => {
    expect(parseData('{"a":1,"a":2}', 'a.json')).toEqual({ a: 2 })
  })

  it('is refused at the place where the file is not JSON', () => {
    expect(refusalOf(() => parseDefinition('{\n  "StartAt": "A",\n}', 'a.json'))).toBe(
      `definition: a.json:3:1: not valid JSON: expected a name in double quotes, found "}"; correct the file here`,
    )
    expect(refusalOf(() => parseDefinition('{"a": 1', 'a.json'))).toBe(
      `definition: a.json:1:8: not valid JSON: expected ',' or '}', the text ends; correct the file here`,
    )
    expect(refusalOf(() => parseDefinition('', 'a.json'))).toBe(
      'definition: a.json: it is empty; check that this is the right file',
    )
  })

  it('is refused as JSON where only JSON will do, whatever the name', () => {
    expect(refusalOf(() => parseData('{ a: 1 }', 'standard input', { jsonOnly: true }))).toBe(
      'definition: standard input:1:3: not valid JSON: expected a name in double quotes, found "a: 1 }"; correct the file here',
    )
    expect(refusalOf(() => parseData('hello', 'a.yaml', { jsonOnly: true }))).toContain('not valid JSON')
  })

  it('is refused with advice where a placeholder stands outside quotes', () => {
    expect(refusalOf(() => parseDefinition('{"Seconds": ${Wait}}', 'a.asl.json'))).toBe(
      'definition: a.asl.json:1:13: not JSON before the placeholder has its value; load the template that substitutes it',
    )
  })
})

describe('a definition in YAML', () => {
  it('is read, with the position of each member at its name', () => {
    const { definition, locate } = parseDefinition(yaml, 'a.asl.yaml')
    expect(definition).toEqual(parseDefinition(json, 'a.json').definition)
    expect(locate('/States/A')).toEqual({ file: 'a.asl.yaml', line: 4, column: 3 })
    expect(locate('/States/A/Retry/0/ErrorEquals/0')).toEqual({ file: 'a.asl.yaml', line: 7, column: 23 })
    expect(locate('/States/A/Retry/1')).toBeUndefined()
    expect(locate('/States/A/Retry/length')).toBeUndefined()
  })

  it('keeps the last of two members of the same name, and locates it', () => {
    const { value, locate } = parseLocated('a: 1\na: 2\n', 'a.yaml')
    expect(value).toEqual({ a: 2 })
    expect(locate('/a')?.line).toBe(2)
  })

  it('may be JSON with comments when the file is not named .json', () => {
    expect(parseData('{ a: 1, # one\n }', 'a.yaml')).toEqual({ a: 1 })
    expect(refusalOf(() => parseData('{ a: 1 }', 'a.json'))).toContain('not valid JSON')
  })

  it('may use anchors, aliases and merge keys, which are located where the anchor has them', () => {
    const text = 'retry: &r\n  - ErrorEquals: [X]\na: { Retry: *r }\nbase: &b\n  k: 1\nc:\n  <<: *b\n  "~/": 2\n'
    const { value, locate } = parseLocated(text, 'a.yaml')
    expect(value).toMatchObject({ a: { Retry: [{ ErrorEquals: ['X'] }] }, c: { k: 1, '~/': 2 } })
    expect(locate('/a/Retry/0/ErrorEquals')?.line).toBe(2)
    expect(locate('/c/k')?.line).toBe(5)
    expect(locate(pointer('/c', '~/'))?.line).toBe(8)
  })

  it('is refused at the place where the file is not YAML', () => {
    expect(refusalOf(() => parseDefinition('a: [1\nb: 2', 'a.yaml'))).toMatch(
      /^definition: a\.yaml:2:\d+: not valid YAML: .*; correct the file here$/,
    )
    expect(refusalOf(() => parseDefinition('a: 1\n---\nb: 2', 'a.yaml'))).toContain(
      'a second YAML document starts here',
    )
  })
})

describe('hostile input', () => {
  const tooDeep = /nested more than 200 levels deep; make it/

  it('is refused when it is not an object', () => {
    for (const text of ['[]', '"x"', '17', 'null', '# nothing', 'hello']) {
      expect(refusalOf(() => parseDefinition(text, 'a.yaml'))).toMatch(
        /^definition: a\.yaml:\d+:\d+: a state machine must be an object with StartAt and States; check that this is the right file$/,
      )
    }
  })

  it('is refused when it is too large', () => {
    expect(refusalOf(() => parseData('"éé"', 'a.json', { maxBytes: 5 }))).toBe(
      'definition: a.json: the file has 6 bytes and the limit is 5; check that this is the right file',
    )
    expect(parseData('"éé"', 'a.json', { maxBytes: 6 })).toBe('éé')
  })

  it('is refused when it is nested too deeply, whatever the form', () => {
    expect(refusalOf(() => parseData('['.repeat(100_000) + ']'.repeat(100_000), 'a.json'))).toMatch(tooDeep)
    expect(refusalOf(() => parseData('{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), 'a.json'))).toMatch(tooDeep)
    expect(refusalOf(() => parseData('{a: '.repeat(10_000) + '1' + '}'.repeat(10_000), 'a.yaml'))).toMatch(tooDeep)
    expect(refusalOf(() => parseData('- '.repeat(10_000) + 'x', 'a.yaml'))).toMatch(tooDeep)
    expect(refusalOf(() => parseData('? '.repeat(10_000) + 'x', 'a.yaml'))).toMatch(tooDeep)
    expect(refusalOf(() => parseData('['.repeat(10_000), 'a.json'))).toMatch(
      /not valid JSON: expected a value, the text ends/,
    )
  })

  it('is accepted at 200 levels', () => {
    const text = '['.repeat(200) + ']'.repeat(200)
    expect(refusalOf(() => parseData(text, 'a.json'))).toBe('accepted')
    expect(refusalOf(() => parseData(text, 'a.yaml'))).toBe('accepted')
    expect(refusalOf(() => parseData(`[${text}]`, 'a.json'))).toMatch(/^definition: a\.json:1:\d+: the value is nested/)
  })

  it('is refused when YAML aliases multiply or go round in a circle', () => {
    let bomb = 'a0: &a0 [x, x, x, x, x, x, x, x, x]\n'
    for (let i = 1; i < 12; i += 1)
      bomb += `a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]\n`
    expect(refusalOf(() => parseData(bomb, 'a.yaml'))).toMatch(/aliases cannot be written out.*; use fewer aliases$/)
    expect(refusalOf(() => parseData('a: &a [*a]', 'a.yaml'))).toMatch(tooDeep)
    expect(refusalOf(() => parseData('a: *nowhere', 'a.yaml'))).toMatch(/^definition: a\.yaml/)
  })

  it('is refused where a merge key has something that cannot be merged', () => {
    expect(refusalOf(() => parseData('a: { <<: 5 }', 'a.yaml'))).toMatch(/^definition: a\.yaml: not valid YAML: /)
  })

  it('is refused when it is YAML beyond 2 MiB', () => {
    expect(refusalOf(() => parseData(`a: ${'x'.repeat(2 * 1024 * 1024)}`, 'a.yaml'))).toBe(
      'definition: a.yaml: YAML is read up to 2 MiB; write it as JSON, or make it smaller',
    )
  })

  it('has plain data only, whatever its tags say', () => {
    expect(parseData('a: !!set { b }\nc: !!binary aGk=\nd: !!timestamp 2030-01-01', 'a.yaml')).toEqual({
      a: { b: null },
      c: 'aGk=',
      d: '2030-01-01',
    })
  })

  it('may use one anchor hundreds of times', () => {
    const uses = Array.from({ length: 400 }, (_, index) => `s${index}: *r`).join('\n')
    expect(Object.keys(parseData(`r: &r [{ ErrorEquals: [X] }]\n${uses}`, 'a.yaml') as object)).toHaveLength(401)
  })

  it('is refused when a number is not one that JSON has', () => {
    expect(refusalOf(() => parseData('{"a": 1e999}', 'a.json'))).toBe(
      'definition: a.json:1:2: the value is a number that JSON cannot hold; make it plain JSON data',
    )
    expect(refusalOf(() => parseData('a: .nan', 'a.yaml'))).toContain('a.yaml:1:1')
  })

  it('cannot reach a prototype', () => {
    for (const data of [
      parseData('{"__proto__": {"polluted": 1}}', 'a.json'),
      parseData('__proto__: { polluted: 1 }', 'a.yaml'),
    ]) {
      expect(Object.hasOwn(data as object, '__proto__')).toBe(true)
      expect((data as { polluted?: number }).polluted).toBeUndefined()
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})

describe.skipIf(!corpusIsHere)('the published machines (left out where the shared corpus is absent)', () => {
  const entries = (corpusIsHere ? JSON.parse(readCorpus('iac/index.json')) : []) as {
    readonly id: string
    readonly form: string
    readonly main: string
    readonly expected: unknown
  }[]
  const plain = entries.filter((entry) => entry.form === 'plain' && entry.expected === 'self')

  it('are all read where they are plain ASL', () => {
    expect(plain.length).toBeGreaterThan(100)
    const unlocated = plain.filter(({ id, main }) => {
      const { definition, locate } = parseDefinition(readCorpus(`iac/${id}/${main}`), main)
      const [name = ''] = Object.keys(definition['States'] as object)
      return locate(pointer('', 'States', name)) === undefined
    })
    expect(unlocated).toEqual([])
  })
})
