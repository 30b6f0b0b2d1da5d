import { symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx, refusal } from './fake-io.js'
import { idle, lambdaTask, orders, template } from './machines.js'
import { folderWith } from './workspace.js'

const nested = (open: string, close: string): string => `${open.repeat(10_000)}1${close.repeat(10_000)}`

/** What `aslx run` says of a file of this name and content. */
async function refused(name: string, content: unknown): Promise<string> {
  const folder = folderWith({ [name]: content })
  return refusal(['run', join(folder, name)], folder)
}

describe('a source that is no machine is refused in one line, with exit code 3', () => {
  it.each([
    ['a.json', 'hello {', 'a.json:1:1: not valid JSON: expected a value, found "hello {"; correct the file here'],
    [
      'a.json',
      '{"StartAt": "A", }',
      'a.json:1:18: not valid JSON: expected a name in double quotes, found "}"; correct the file here',
    ],
    ['a.json', '', 'a.json: it is empty; check that this is the right file'],
    ['a.yaml', ' \r\n', 'a.yaml: it is empty; check that this is the right file'],
    ['a.yaml', 'a: b: c\n', 'a.yaml:1:4: not valid YAML: Nested mappings are not allowed in compact mappings'],
    ['a.yaml', 'a: 1\n---\nb: 2\n', 'a.yaml:2:1: holds more than one YAML document; only one is expected'],
    [
      'a.json',
      '[]',
      'a.json: no state machine found; expected ASL (StartAt and States), a CloudFormation, SAM or CDK template (Resources), a Serverless Framework file (stepFunctions), a Pulumi stack or preview (deployment or steps) or a Terraform plan or state (terraform show -json)',
    ],
    ['a.json', '{"StartAt":"A"}', 'a.json:1:1: SCHEMA_VALIDATION_FAILED: These fields are required: [States] (at /)'],
    [
      'a.json',
      Buffer.from([0x7b, 0, 1, 0xff]),
      'a.json: this is not a text file; expected an ASL file (JSON or YAML) or a CloudFormation, SAM or CDK template',
    ],
    [
      't.yaml',
      'Resources: {B: {Type: AWS::S3::Bucket}}',
      't.yaml: no state machine in this template: none of its 1 resources is an AWS::Serverless::StateMachine or AWS::StepFunctions::StateMachine',
    ],
    [
      't.yaml',
      'Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionUri: no.json\n',
      't.yaml:5:7: the definition of M is not there: no file no.json; correct the path, which starts at the template',
    ],
  ])('%s: %s', async (name, content, message) => {
    expect(await refused(name, content)).toBe(`3 aslx: ${message}\n`)
  })

  it.each([
    ['a.json', nested('[', ']')],
    ['a.json', `{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Result":${nested('{"a":', '}')}}}}`],
    ['a.yaml', nested('{a: ', '}')],
    ['a.yaml', `${'- '.repeat(10_000)}x`],
    [
      't.json',
      `{"Resources":{"M":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"Definition":${nested('{"a":', '}')}}}}}`,
    ],
    [
      't.json',
      JSON.stringify(template({ M: {} })).replace(
        '"Definition":{}',
        `"DefinitionString":${JSON.stringify(nested('[', ']'))}`,
      ),
    ],
  ])('%s with 10,000 levels (%#)', async (name, content) => {
    expect(await refused(name, content)).toMatch(
      /^3 aslx: [at]\.(json|yaml)(:1:\d+)?: .*nested more than 200 levels deep.*\n$/,
    )
  })

  it('a file of 100 MB, without reading it', async () => {
    const folder = folderWith({ 'huge.json': '' })
    truncateSync(join(folder, 'huge.json'), 100_000_000)
    expect(await refusal(['run', join(folder, 'huge.json')], folder)).toBe(
      '3 aslx: huge.json: 96 MiB is too large to be read (the limit is 16 MiB)\n',
    )
  })

  it('a definition beyond 1 MiB, whatever is in it', async () => {
    const Result = 'x'.repeat(15_000_000)
    const told = await refused('a.json', { StartAt: 'A', States: { A: { Type: 'Pass', Result, End: true } } })
    expect(told).toMatch(/^3 aslx: a\.json:1:1: the definition has \d+ characters, and Step Functions takes 1048576; /)
  })

  it('a file that is not there, a link to nowhere, a link to itself', async () => {
    const folder = folderWith({})
    symlinkSync('/nowhere/at/all.json', join(folder, 'dangling.json'))
    symlinkSync(join(folder, 'circle.json'), join(folder, 'circle.json'))
    for (const [name, reason] of [
      ['missing.json', 'there is no such file'],
      ['dangling.json', 'there is no such file'],
      ['circle.json', 'its symbolic links go round in circles'],
      ['n\0l.json', 'the name has a null character in it'],
    ] as const) {
      const told = await refusal(['run', join(folder, name)], folder)
      expect(told).toBe(`3 aslx: ${name.replace('\0', '\\0')}: ${reason}\n`)
    }
  })
})

const refusedTemplate = async (more: object, properties: object): Promise<string> =>
  refused('t.json', {
    ...more,
    Resources: { M: { Type: 'AWS::StepFunctions::StateMachine', Properties: properties } },
  })

describe('a template that asks for too much', () => {
  it('is refused when its functions double their text again and again', async () => {
    let text: unknown = 'x'
    for (let level = 0; level < 60; level++) text = { 'Fn::Sub': ['${a}${a}', { a: text }] }
    expect(await refusedTemplate({}, { DefinitionString: text })).toMatch(
      /^3 aslx: t\.json: .* more than 16 MiB of text/,
    )
  })

  it('is refused when a long value is repeated without end', async () => {
    const Parameters = { P: { Type: 'String', Default: 'x'.repeat(100_000) } }
    const Result = Array.from({ length: 3000 }, () => ({ 'Fn::Join': ['', [{ Ref: 'P' }, { Ref: 'P' }]] }))
    const Definition = { StartAt: 'A', States: { A: { Type: 'Pass', Result, End: true } } }
    expect(await refusedTemplate({ Parameters }, { Definition })).toMatch(
      /^3 aslx: t\.json: .* more than 16 MiB of text/,
    )
  })

  it('is refused when its conditions hang on each other without end', async () => {
    const conditions = Array.from({ length: 20_000 }, (_, i) => [`C${i}`, { 'Fn::Not': [{ Condition: `C${i + 1}` }] }])
    const Definition = { ...idle, Comment: { 'Fn::If': ['C0', 'x', 'y'] } }
    expect(await refusedTemplate({ Conditions: Object.fromEntries(conditions) }, { Definition })).toMatch(
      /^3 aslx: t\.json:\d+:\d+: more than 100 conditions refer one to the next; use fewer\n$/,
    )
  })

  it('may join 100,000 fragments', async () => {
    const fragments = Array.from({ length: 100_000 }, () => '1,')
    const text = ['{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Result":[', ...fragments, '1]}}}']
    expect(await refusedTemplate({}, { DefinitionString: { 'Fn::Join': ['', text] } })).toBe('0 ')
  })
})

describe('a source of another kind', () => {
  it('is refused when it is a directory without machines, and as usage when it is nothing at all', async () => {
    const folder = folderWith({ 'template.yaml': '' })
    expect(await refusal(['run', folder], folder)).toBe(
      `3 aslx: ${folder}: no state machine found below this folder; expected an ASL file (*.asl.json, *.asl.yaml), a template or a Serverless, Terraform or Pulumi file\n`,
    )
    expect(await refusal(['run', ''], folder)).toBe('2 aslx: no source given: usage: aslx run <source>\n')
  })

  it('is told as not supported, with exit code 4', async () => {
    const Definition = { 'Fn::Transform': { Name: 'AWS::Include' } }
    const properties = { Definition }
    expect(
      await refused('t.json', {
        Resources: { M: { Type: 'AWS::StepFunctions::StateMachine', Properties: properties } },
      }),
    ).toMatch(/^4 aslx: t\.json:7:\d+: Fn::Transform is not supported within a state machine; .*\n$/)
  })

  it('names the machine that was meant', async () => {
    const folder = folderWith({ 't.json': template({ Orders: orders, Returns: idle }) })
    expect(await refusal(['run', join(folder, 't.json#Ordrs')], folder)).toBe(
      '2 aslx: t.json has no state machine "Ordrs"; did you mean "Orders"? It holds Orders, Returns\n',
    )
    expect(await refusal(['run', join(folder, 't.json')], folder)).toBe(
      '2 aslx: t.json holds 2 state machines: Orders, Returns; name one, e.g. t.json#Orders\n',
    )
  })
})

describe('text as other programs write it', () => {
  it.each([
    ['with CRLF', JSON.stringify(orders, null, 2).replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${JSON.stringify(orders)}`],
    ['in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(orders), 'utf16le')])],
  ])('is read %s', async (_, content) => {
    const folder = folderWith({ 'a.asl.json': content })
    expect((await aslx(['run', join(folder, 'a.asl.json')])).code).toBe(0)
  })

  it('may name everything __proto__ or constructor', async () => {
    const text = `{"StartAt":"__proto__","States":{
      "__proto__":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload":{"__proto__":{"polluted":1}}},"Next":"constructor"},
      "constructor":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:hasOwnProperty","End":true}}}`
    const folder = folderWith({
      'a.json': text,
      's.json': '{"tasks":{"__proto__":{"returns":{"__proto__":{"polluted":1}}}}}',
    })
    const told = await aslx([
      'run',
      join(folder, 'a.json'),
      '--scenario',
      join(folder, 's.json'),
      '--format',
      'history',
    ])
    expect(told.code).toBe(0)
    expect(told.out).toContain('__proto__')
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('cannot drive the terminal by its names and errors', async () => {
    const name = 'A\u001B[31m\nB'
    const folder = folderWith({ 'a.json': { StartAt: name, States: { [name]: lambdaTask({ End: true }) } } })
    const source = join(folder, 'a.json')
    for (const argv of [
      ['run', source],
      ['inject', source, '--fault', 'oom'],
      ['inject', source, '--fault', 'oom', '--state', 'X'],
      ['validate', source],
    ]) {
      const { out, err } = await aslx(argv)
      expect(`${out}${err}`).not.toContain('\u001B')
    }
  })
})

describe('a stack trace', () => {
  it('is shown with ASLX_DEBUG=1 only', async () => {
    const folder = folderWith({})
    writeFileSync(join(folder, 'a.json'), 'x')
    expect((await aslx(['run', join(folder, 'a.json')])).err).not.toContain('    at ')
    expect((await aslx(['run', join(folder, 'a.json')], { env: { ASLX_DEBUG: '1' } })).err).toContain('    at ')
  })
})
