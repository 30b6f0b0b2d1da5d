import { symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import type { LoadOptions } from '../../../src/iac/found-machines.js'
import { findMachines, loadMachineSource } from '../../../src/iac/load-machine-source.js'
import { filesWith, messageOf } from './temporary.js'

const HEAD = 'service: orders\nprovider: {name: aws}\n'

/** A file whose one machine has a Pass state with these values. */
function serviceWith(values: string, rest = '', files: Readonly<Record<string, string>> = {}): string {
  const machine = `{StartAt: A, States: {A: {Type: Pass, End: true, Result: ${values}}}}`
  const text = `${HEAD}${rest}stepFunctions:\n  stateMachines:\n    m:\n      definition: ${machine}\n`
  return filesWith({ 'service/serverless.yml': text, ...files })
}

function valueOf(values: string, rest = '', options: LoadOptions = {}, files = {}): Json | undefined {
  const { definition } = loadMachineSource(serviceWith(values, rest, files), options)
  return (definition as { States: { A: { Result: Json } } }).States.A.Result
}

describe('variables of a Serverless file', () => {
  it.each([
    ['"${self:service}-x"', 'orders-x'],
    ['"${sls:stage}"', 'dev'],
    ['"${opt:stage, \'test\'}"', 'test'],
    ['"${opt:stage, self:provider.stage}"', 'dev'],
    ['"${opt:a, opt:b, \'c, d\'}"', 'c, d'],
    ['"${opt:n, 5}"', 5],
    ['"${opt:n, true}"', true],
    ['"${env:HOME, ${self:custom.name}}"', 'orders-dev'],
    ['"${self:custom.tables.${sls:stage}.name}"', 'orders-table'],
    ['"${self:custom.tables.dev}"', { name: 'orders-table' }],
    ['"${self:custom.list.1}"', 'b'],
    ['"${param:key}"', 'of dev'],
    ['"${param:other}"', 'of all'],
    ['"${aws:region}/${aws:accountId}"', 'us-east-1/123456789012'],
    ['"${strToBool(1)}"', true],
    ['"\\\\${self:service}"', '${self:service}'],
    ['"${AWS::Region}"', '${AWS::Region}'],
    ['"${self:service"', '${self:service'],
  ])('%s is %j', (text, expected) => {
    const custom =
      'custom: {name: "${self:service}-${sls:stage}", tables: {dev: {name: orders-table}}, list: [a, b]}\nparams: {dev: {key: of dev}, default: {key: no, other: of all}}\n'
    expect(valueOf(text, custom)).toEqual(expected)
  })

  it('have the value the user gives, by the name of an option or by the whole text', () => {
    expect(valueOf('"${opt:stage}-${sls:stage}"', '', { parameters: { stage: 'prod' } })).toBe('prod-prod')
    expect(valueOf('"${env:TABLE}"', '', { parameters: { 'env:TABLE': 't' } })).toBe('t')
    expect(valueOf('"${ssm:/a/b}"', '', { substitutions: { 'ssm:/a/b': 's' } })).toBe('s')
    expect(valueOf('"${self:service}"', '', { substitutions: { 'self:service': 'mine' } })).toBe('mine')
  })

  it('are left alone in a value that the user gives', () => {
    const substitutions = { 'self:service': '${self:service}', 'self:custom.${opt:stage}': 'x${self:a}' }
    expect(valueOf('["${self:service}", "a-${self:custom.${opt:stage}}"]', '', { substitutions })).toEqual([
      '${self:service}',
      'a-x${self:a}',
    ])
  })

  it('stay as written and are listed where nothing says their value, and nothing comes from the environment', () => {
    process.env['ASLX_TEST_SECRET'] = 'secret'
    const source = loadMachineSource(
      serviceWith('["${env:ASLX_TEST_SECRET}", "a-${ssm:/a/b}", !Sub "${cf:stack.out}-x"]'),
    )
    expect(source.definition).toMatchObject({
      States: { A: { Result: ['${env:ASLX_TEST_SECRET}', 'a-${ssm:/a/b}', '${cf:stack.out}-x'] } },
    })
    expect(source.unresolved.map(({ token }) => token)).toEqual([
      '${env:ASLX_TEST_SECRET}',
      '${ssm:/a/b}',
      '${cf:stack.out}',
    ])
  })

  it('come from files, whole or in part', () => {
    const files = { 'service/tables.dev.yml': 'orders: {name: from-file}\n', 'service/note.txt': ' hello \n' }
    expect(valueOf('"${file(tables.${sls:stage}.yml):orders.name}"', '', {}, files)).toBe('from-file')
    expect(valueOf('"${file(./note.txt)}"', '', {}, files)).toBe('hello')
    expect(valueOf('"${file(no.yml):x, \'else\'}"')).toBe('else')
  })

  it.each([
    ['a: "${self:custom.a}"'],
    ['a: "${self:custom.b}", b: "x ${self:custom.a}"'],
    ['a: {inner: "${self:custom.a}"}'],
    ['a: "${self:custom}"'],
    ['a: "${opt:x, ${self:custom.a}}"'],
  ])('may not go round in circles: %s', (custom) => {
    const path = serviceWith('"${self:custom.a}"', `custom: {${custom}}\n`)
    expect(messageOf(() => loadMachineSource(path), path)).toMatch(
      /^serverless\.yml:\d+:\d+: its variables go round in circles$/,
    )
  })

  it('may not make more than fits in memory', () => {
    const levels = Array.from({ length: 40 }, (_, n) => `a${n + 1}: ["\${self:custom.a${n}}", "\${self:custom.a${n}}"]`)
    const path = serviceWith('"${self:custom.a40}"', `custom: {a0: x, ${levels.join(', ')}}\n`)
    expect(messageOf(() => loadMachineSource(path), path)).toMatch(/make more than 200000 values$/)
    const texts = Array.from({ length: 40 }, (_, n) => `a${n + 1}: "\${self:custom.a${n}}\${self:custom.a${n}}"`)
    const long = serviceWith('"${self:custom.a40}"', `custom: {a0: ${'x'.repeat(1000)}, ${texts.join(', ')}}\n`)
    expect(messageOf(() => loadMachineSource(long), long)).toMatch(/make more than (?:16 MiB of text|200000 values)$/)
  })

  it('may lead to each other and be nested, up to a limit', () => {
    const chain = Array.from({ length: 600 }, (_, n) => `a${n + 1}: "\${self:custom.a${n}}"`).join(', ')
    expect(valueOf('"${self:custom.a90}"', `custom: {a0: x, ${chain}}\n`)).toBe('x')
    const path = serviceWith('"${self:custom.a600}"', `custom: {a0: x, ${chain}}\n`)
    expect(messageOf(() => loadMachineSource(path), path)).toMatch(
      /more than 500 values and variables within each other$/,
    )
    expect(valueOf(`"${'${opt:a, '.repeat(100)}'x'${'}'.repeat(100)}"`)).toBe('x')
  })

  it.each(['${', '${opt:a, ', '${a', '{', '\\\\${self:x', '${self:custom.'])(
    'are found quickly in a long text of %s',
    (text) => {
      const long = text.repeat(100_000)
      expect(valueOf(JSON.stringify(long.replaceAll('\\\\', '')))).toEqual(expect.any(String))
      expect(valueOf(JSON.stringify(long.replaceAll('\\\\', '') + '}'.repeat(100_000)))).toEqual(expect.any(String))
    },
  )
})

describe('files that a Serverless file names', () => {
  it('may be shared with the services beside it', () => {
    const files = { 'shared.yml': 'name: shared\n' }
    expect(valueOf('"${file(../shared.yml):name}"', '', {}, files)).toBe('shared')
  })

  it.each(['../../../../../../etc/passwd', '/etc/passwd', '../../x.yml'])(
    'are not read outside of the project: %s',
    (file) => {
      const path = serviceWith(`"\${file(${file})}"`)
      expect(messageOf(() => loadMachineSource(path), path)).toMatch(
        /: \S+ is outside the project \(.*\); run aslx from /,
      )
    },
  )

  it('are not read outside of the project by a link', () => {
    const outside = filesWith({ 'secret.yml': 'a: secret' })
    const path = serviceWith('"${file(link.yml):a}"')
    symlinkSync(outside, join(dirname(path), 'link.yml'))
    expect(messageOf(() => loadMachineSource(path), path)).toMatch(/link\.yml is outside the project/)
  })

  it('must be there, and are not run', () => {
    const missing = serviceWith('"${file(no.yml):x}"')
    expect(messageOf(() => loadMachineSource(missing), missing)).toBe(
      'serverless.yml:6:68: there is no file no.yml; correct the path, which starts at the service',
    )
    const code = serviceWith('"${file(values.js):x}"')
    writeFileSync(join(dirname(code), 'values.js'), 'throw new Error()')
    expect(messageOf(() => loadMachineSource(code), code)).toMatch(
      /values\.js is code, which is not run; give its value with/,
    )
  })
})

describe('the machines of a Serverless file', () => {
  const asl = '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}'

  it.each([
    ['in place', 'stepFunctions: {stateMachines: {m: {definition: {StartAt: A, States: {A: {Type: Succeed}}}}}}'],
    ['as text', `stepFunctions: {stateMachines: {m: {definition: '${asl}'}}}`],
    ['in a file', 'stepFunctions: {stateMachines: {m: {definition: "${file(m.asl.json)}"}}}'],
    [
      'in a part of a file',
      'stepFunctions: {stateMachines: {m: {definition: "${file(all.yml):stateMachines.m.definition}"}}}',
    ],
    ['as machines in a file', 'stepFunctions: {stateMachines: {m: "${file(all.yml):stateMachines.m}"}}'],
    ['as a block in a file', 'stepFunctions: {stateMachines: "${file(all.yml):stateMachines}"}'],
    ['as a section in a file', 'stepFunctions: "${file(all.yml)}"'],
    ['as a list of blocks', 'stepFunctions: {stateMachines: ["${file(all.yml):stateMachines}"]}'],
  ])('have their definition %s', (_, section) => {
    const files = {
      'm.asl.json': asl,
      'all.yml': 'stateMachines: {m: {definition: {StartAt: A, States: {A: {Type: Succeed}}}}}',
    }
    const [source] = findMachines(filesWith({ 'serverless.yml': `${HEAD}${section}\n`, ...files })).machines
    expect(source?.name).toBe('m')
    expect(source?.definition).toEqual(JSON.parse(asl))
  })

  it('are located in the file that has them', () => {
    const files = { 'm.yml': '# first\nStartAt: A\nStates:\n  A: {Type: Succeed}\n' }
    const section = 'stepFunctions:\n  stateMachines:\n    m:\n      definition: ${file(m.yml)}\n'
    const path = filesWith({ 'serverless.yml': HEAD + section, ...files })
    const source = loadMachineSource(path)
    expect(source.locate('/States/A')).toEqual({ file: join(dirname(path), 'm.yml'), line: 4, column: 3 })
    expect(source.declaredAt).toEqual({ file: path, line: 5, column: 5 })
  })

  const calls = `functions:
  hello-world: {handler: h.h, timeout: 20, ephemeralStorageSize: 1024, reservedConcurrency: 0}
  other: {handler: o.o, memorySize: "\${self:custom.memory}", runtime: python3.13, name: named}
custom: {memory: 256}
resources:
  Resources:
    Table: {Type: AWS::DynamoDB::Table}
    Raw: {Type: AWS::StepFunctions::StateMachine, Properties: {Definition: {StartAt: B, States: {}}}}
stepFunctions:
  activities: [work]
  stateMachines:
    m:
      name: Main-machine
      type: EXPRESS
      useExactVersion: EXACT
      definition:
        StartAt: A
        States:
          A: {Type: Task, Resource: {Fn::GetAtt: [hello-world, Arn]}, Next: B}
          B: {Type: Task, Resource: !GetAtt OtherLambdaFunction.Arn, Next: C}
          C: {Type: Task, Resource: !Ref WorkStepFunctionsActivity, Next: D}
          D: {Type: Task, Resource: !GetAtt elsewhere.Arn, Next: E}
          E: {Type: Pass, Result: ["\${AWS::Region}", !Ref other, !Ref Table, !Ref MainDashmachine], End: true}
`
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function'

  it('name functions by key, activities, resources and each other', () => {
    const source = loadMachineSource(`${filesWith({ 'serverless.yml': HEAD + calls.replace('EXACT', 'false') })}#m`)
    expect(source.type).toBe('EXPRESS')
    expect(source.definition).toMatchObject({
      States: {
        A: { Resource: `${arn}:HelloDashworldLambdaFunction` },
        B: { Resource: `${arn}:OtherLambdaFunction` },
        C: { Resource: 'arn:aws:states:us-east-1:123456789012:activity:WorkStepFunctionsActivity' },
        D: { Resource: `${arn}:elsewhere` },
        E: {
          Result: [
            'us-east-1',
            'OtherLambdaFunction',
            'Table',
            'arn:aws:states:us-east-1:123456789012:stateMachine:MainDashmachine',
          ],
        },
      },
    })
  })

  it('call the published version with useExactVersion', () => {
    const source = loadMachineSource(`${filesWith({ 'serverless.yml': HEAD + calls.replace('EXACT', 'true') })}#m`)
    expect(source.definition).toMatchObject({ States: { A: { Resource: `${arn}:HelloDashworldLambdaFunction:1` } } })
    expect(source.functions[`${arn}:HelloDashworldLambdaFunction:1`]).toMatchObject({ timeoutSeconds: 20 })
  })

  it('know what the file says of their functions, with the defaults of Serverless', () => {
    const { functions } = loadMachineSource(`${filesWith({ 'serverless.yml': HEAD + calls })}#m`)
    expect(functions[`${arn}:HelloDashworldLambdaFunction`]).toEqual({
      logicalId: 'HelloDashworldLambdaFunction',
      timeoutSeconds: 20,
      memoryMb: 1024,
      ephemeralStorageMb: 1024,
      reservedConcurrency: 0,
    })
    expect(functions['named']).toEqual({
      logicalId: 'OtherLambdaFunction',
      timeoutSeconds: 6,
      memoryMb: 256,
      runtime: 'python3.13',
    })
  })

  it('are those of the resources as well', () => {
    expect(findMachines(filesWith({ 'serverless.yml': HEAD + calls })).machines.map(({ name }) => name)).toEqual([
      'm',
      'Raw',
    ])
  })

  it('load where what is beside them cannot be read', () => {
    const rest =
      'functions: ["${file(no.yml)}", {hello: {handler: h, timeout: "${file(no.yml):x}"}}]\nresources: ["${file(no.yml)}"]\nprovider: "${file(no.yml)}"\n'
    const section = 'stepFunctions: {stateMachines: {m: {definition: {StartAt: !Ref hello}}}}\n'
    const source = loadMachineSource(filesWith({ 'serverless.yml': `service: s\n${rest}${section}` }))
    expect(source.definition).toEqual({ StartAt: 'HelloLambdaFunction' })
    expect(source.functions['HelloLambdaFunction']).toMatchObject({ timeoutSeconds: 6 })
  })

  it('load where another of them cannot be read', () => {
    const section =
      'stepFunctions: {stateMachines: {a: {name: x}, b: {definition: "${env:X}"}, c: {definition: {StartAt: A}}}}'
    const path = filesWith({ 'serverless.yml': `${HEAD}${section}\n` })
    const { machines, problems } = findMachines(path)
    expect(machines.map(({ name }) => name)).toEqual(['c'])
    expect(problems.map(({ error }) => error.message.replace(path, 'serverless.yml'))).toEqual([
      'serverless.yml:3:33: a has no definition; give it one, in place or by ${file(...)}',
      'serverless.yml:3:51: the definition of b is ${env:X}, which has no value; name the file with the ASL definition instead',
    ])
  })

  it('are refused in one line where there are none, or where the file is code', () => {
    const path = filesWith({ 'serverless.yml': HEAD, 'serverless.ts': 'export default { stepFunctions: {} }' })
    expect(messageOf(() => loadMachineSource(path), path)).toBe(
      'serverless.yml: no state machine in this Serverless file: it has none under stepFunctions.stateMachines or resources',
    )
    const code = join(dirname(path), 'serverless.ts')
    expect(messageOf(() => loadMachineSource(code), path)).toBe(
      'serverless.ts: a Serverless Framework file in code is not run; name the file that `serverless print --format json > serverless.json` writes',
    )
  })

  it('are read past a section of a pasted snippet that is indented wrong and does not matter', () => {
    const section =
      'stepFunctions:\n      stateMachines:\n        m: {definition: {StartAt: A}}\n\n    plugins:\n      - p\n'
    expect(loadMachineSource(filesWith({ 'serverless.yml': section })).name).toBe('m')
    const matters = filesWith({ 'serverless.yml': section.replace('plugins', 'custom') })
    expect(messageOf(() => loadMachineSource(matters), matters)).toMatch(/^serverless\.yml:\d+:\d+: not valid YAML/)
  })
})
