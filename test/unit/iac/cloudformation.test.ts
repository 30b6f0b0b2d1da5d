import { describe, expect, it } from 'vitest'
import { findMachines, loadMachineSource } from '../../../src/iac/load-machine-source.js'
import { HEAD } from './template-head.js'
import { filesWith, messageOf } from './temporary.js'

const machine = '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${R}","Comment":"${S}","End":true}}}'

function withProperties(
  properties: string,
  files: Record<string, string> = {},
  type = 'AWS::Serverless::StateMachine',
): string {
  return filesWith({ 'template.yaml': `${HEAD}  M:\n    Type: ${type}\n    Properties:\n${properties}`, ...files })
}

describe('where a definition may be', () => {
  it('is text, a Sub of text, or a Join of fragments that are cut anywhere', () => {
    for (const text of [
      `      DefinitionString: '{"StartAt":"A","States":{},"X":"dev"}'\n`,
      `      DefinitionString: !Sub '{"StartAt":"A","States":{},"X":"\${Stage}"}'\n`,
      `      DefinitionString: !Sub ['{"StartAt":"A","States":{},"X":"\${x}"}', {x: !Ref Stage}]\n`,
      `      DefinitionString: !Join ['', ['{"StartAt":"A","States":{},', '"X":"', !Ref Stage, '"}']]\n`,
      `      DefinitionString: !If [IsProd, x, !Sub '{"StartAt":"A","States":{},"X":"\${Stage}"}']\n`,
      `      DefinitionString: !ToJsonString {StartAt: A, States: {}, X: !Ref Stage}\n`,
      `      DefinitionString: {StartAt: A, States: {}, X: !Ref Stage}\n`,
      `      Definition: {StartAt: A, States: {}, X: !Ref Stage}\n`,
    ]) {
      const path = withProperties(text, {}, 'AWS::StepFunctions::StateMachine')
      expect(loadMachineSource(path).definition).toEqual({ StartAt: 'A', States: {}, X: 'dev' })
    }
  })

  it('is a file beside the template, JSON or YAML; positions are those of the file', () => {
    const yaml = 'StartAt: A\nStates:\n  A: {Type: Task, Resource: "${R}", Comment: "${S}", End: true}\n'
    for (const [name, text] of [
      ['sub/m.asl.json', machine],
      ['sub/m.asl.yaml', yaml],
    ] as const) {
      const properties = `      DefinitionUri: ${name}\n`
      const path = withProperties(`${properties}      DefinitionSubstitutions: {R: !GetAtt Fn.Arn, S: !Ref Stage}\n`, {
        [name]: text,
      })
      const source = loadMachineSource(path)
      expect(source.definition).toMatchObject({
        States: { A: { Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Fn', Comment: 'dev' } },
      })
      expect(source.locate('/States/A')?.file).toBe(path.replace('template.yaml', name))
      expect(source.locate('/States/A/End')).toMatchObject(
        name.endsWith('json') ? { line: 1, column: 80 } : { line: 3, column: 54 },
      )
    }
  })

  it('is a file named by a function, in either property', () => {
    const properties = '      DefinitionS3Location: !Sub "${Stage}.json"\n'
    const path = withProperties(properties, { 'dev.json': machine }, 'AWS::StepFunctions::StateMachine')
    expect(loadMachineSource(path).definition).toEqual(JSON.parse(machine))
  })

  it('is an asset that cdk synth put beside the template', () => {
    const properties = '      DefinitionS3Location: {Bucket: !Sub "cdk-${AWS::Region}", Key: abc.json}\n'
    const path = withProperties(properties, { 'asset.abc.json': machine }, 'AWS::StepFunctions::StateMachine')
    expect(loadMachineSource(path).definition).toEqual(JSON.parse(machine))
  })

  it('may be out of reach, which is told with the place in the template', () => {
    const where = 'template.yaml:26:7: the definition of M'
    for (const [property, message] of [
      [
        'DefinitionUri: nowhere/m.json',
        `${where} is not there: no file nowhere/m.json; correct the path, which starts at the template`,
      ],
      ['DefinitionUri: s3://b/k', `${where} is in S3 (s3://b/k); name the file it was uploaded from instead`],
      ['DefinitionUri: {Bucket: b, Key: k}', `${where} is in S3 (b/k); name the file it was uploaded from instead`],
      ['Name: x', 'template.yaml:25:5: M has no definition; give it a Definition, DefinitionString or DefinitionUri'],
    ] as const) {
      const path = withProperties(`      ${property}\n`)
      expect(messageOf(() => loadMachineSource(path), path)).toBe(message)
    }
  })

  it('may need CloudFormation itself, which is not supported', () => {
    const properties = '      Definition:\n        StartAt: A\n        Fn::Transform: {Name: AWS::Include}\n'
    const path = withProperties(properties)
    expect(messageOf(() => loadMachineSource(path), path)).toBe(
      'template.yaml:28:9: Fn::Transform is not supported within a state machine; macros run only in CloudFormation, and AWS::Include is read only from a file on this machine; write the value in place',
    )
    expect(() => loadMachineSource(path)).toThrow(expect.objectContaining({ kind: 'unsupported' }))
  })

  it('may be included from a file, as a whole or beside other members', () => {
    const whole = 'Definition:\n        Fn::Transform: {Name: AWS::Include, Parameters: {Location: m.json}}\n'
    const beside =
      'Definition:\n        StartAt: A\n        Fn::Transform: {Name: AWS::Include, Parameters: {Location: states.yaml}}\n'
    const files = { 'm.json': machine, 'states.yaml': 'States: {A: {Type: Pass, Result: !Ref Stage, End: true}}' }
    expect(loadMachineSource(withProperties(`      ${whole}`, files)).definition).toEqual(JSON.parse(machine))
    expect(loadMachineSource(withProperties(`      ${beside}`, files)).definition).toMatchObject({
      StartAt: 'A',
      States: { A: { Result: 'dev' } },
    })
  })

  it('may not be included from where there is nothing, nor go round in circles', () => {
    const including = (file: string): string =>
      `      Definition: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: ${file}}}}\n`
    const itself = '{"Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "a.json"}}}'
    const missing = withProperties(including('no.json'))
    const round = withProperties(including('a.json'), { 'a.json': itself })
    const far = withProperties(including('s3://bucket/key'))
    expect(messageOf(() => loadMachineSource(missing), missing)).toMatch(
      /^template\.yaml:26:\d+: there is no file no\.json to/,
    )
    expect(messageOf(() => loadMachineSource(round), round)).toMatch(/more than 10 files include each the next/)
    expect(messageOf(() => loadMachineSource(far), far)).toMatch(
      /AWS::Include is read only from a file on this machine/,
    )
  })

  it('may be made by a loop over what is known', () => {
    const body = `{"M\${X}": {Type: AWS::StepFunctions::StateMachine, Properties: {Definition: {StartAt: "\${X}", States: {"\${X}": {Type: Task, Resource: !Sub "arn:\${X}", Parameters: [!Ref X, "&{X}"], End: true}}}}}}`
    const parameters = 'Parameters:\n  Names: {Type: CommaDelimitedList, Default: "a-1, b"}\n'
    const text = `${parameters}Resources:\n  Fn::ForEach::Machines:\n    - X\n    - !Ref Names\n    - ${body}\n`
    const { machines } = findMachines(filesWith({ 'template.yaml': text }))
    expect(machines.map(({ name }) => name)).toEqual(['Ma-1', 'Mb'])
    expect(machines[0]?.definition).toEqual({
      StartAt: 'a-1',
      States: { 'a-1': { Type: 'Task', Resource: 'arn:a-1', Parameters: ['a-1', 'a1'], End: true } },
    })
    expect(machines[1]?.declaredAt).toMatchObject({ line: 7, column: 8 })
  })

  it('may be made by a loop over what is only known at deployment, which is not supported', () => {
    const loop = `[X, !GetAtt Other.Names, {"M\${X}": {Type: AWS::StepFunctions::StateMachine, Properties: {}}}]`
    const path = filesWith({ 'template.yaml': `Resources:\n  Fn::ForEach::Machines: ${loop}\n` })
    expect(findMachines(path).problems[0]?.error.message).toContain('Fn::ForEach::Machines are not supported')
  })

  it('may be the asset that cdk synth notes for the resource', () => {
    const text = `Resources:
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties: {DefinitionS3Location: {Bucket: !Ref AssetBucket, Key: !Join ['', [!Ref AssetKey]]}}
    Metadata: {aws:asset:path: asset.1234.json, aws:asset:property: DefinitionS3Location}
`
    const path = filesWith({ 'template.yaml': text, 'asset.1234.json': machine })
    expect(loadMachineSource(path).definition).toEqual(JSON.parse(machine))
  })

  it('may be broken; the place is the one in the template', () => {
    const properties = '      DefinitionString: !Sub |\n        {\n          "StartAt": "${Stage}" "x"\n        }\n'
    const path = withProperties(properties)
    expect(messageOf(() => loadMachineSource(path), path)).toContain(
      "template.yaml:28:33: not valid JSON: expected ',' or '}'",
    )
  })
})

describe('positions in a template', () => {
  it('are exact in an inline definition', () => {
    const path = withProperties(
      '      Definition:\n        StartAt: A\n        States:\n          A:\n            Type: Pass\n',
    )
    const source = loadMachineSource(path)
    expect(source.locate('/States/A')).toEqual({ file: path, line: 29, column: 11 })
    expect(source.locate('/States/A/Type')).toEqual({ file: path, line: 30, column: 13 })
    expect(source.declaredAt).toEqual({ file: path, line: 23, column: 3 })
  })

  it('are exact in block scalars, after substitutions too', () => {
    for (const style of ['|', '>-', '|4']) {
      const indent = style === '|4' ? '          ' : '        '
      const text = ['{"StartAt": "${R}", "X": "${Stage}",', ' "States": {"A":', '', '  {"Type": "Pass"}}}'].map(
        (line) => indent + line,
      )
      const path = withProperties(
        `      DefinitionSubstitutions: {R: a name that is long}\n      DefinitionString: !Sub ${style}\n${text.join('\n')}\n`,
      )
      const source = loadMachineSource(path)
      expect(source.locate('/X')).toMatchObject({ line: 28, column: indent.length + 21 })
      expect(source.locate('/States/A')).toMatchObject({ line: 29, column: indent.length + 13 })
      expect(source.locate('/States/A/Type')).toMatchObject({ line: 31, column: indent.length + 4 })
    }
  })

  it('are exact in quoted strings and in the fragments of a join', () => {
    const fragments = ['"{\\"StartAt\\":\\"A\\",\\"States\\":{\\"A"', '{"Ref":"X"}', '"\\":{\\"Type\\":\\"Pass\\"}}}"']
    const text = `{"Resources":{"M":{"Type":"AWS::StepFunctions::StateMachine","Properties":{"DefinitionString":{"Fn::Join":["",[\n${fragments.join(',\n')}\n]]}}}}}`
    const source = loadMachineSource(filesWith({ 'x.template.json': text }))
    expect(source.definition).toEqual({ StartAt: 'A', States: { AX: { Type: 'Pass' } } })
    expect(source.locate('/States/AX')).toMatchObject({ line: 2, column: 33 })
    expect(source.locate('/States/AX/Type')).toMatchObject({ line: 4, column: 6 })
  })

  it('fall back to the property where a function made the text', () => {
    const path = withProperties(`      DefinitionString: !ToJsonString\n        {StartAt: A, States: {}}\n`)
    expect(loadMachineSource(path).locate('/States')).toMatchObject({ line: 26, column: 7 })
  })
})

describe('DefinitionSubstitutions', () => {
  it('replace a value that is nothing but a placeholder by the value, and others within strings and names', () => {
    const definition =
      '{StartAt: A, States: {"${S}": {Type: Task, Resource: "${R}", Seconds: "${N}", X: "${N}-${N}-${Unknown}"}}}'
    const path = withProperties(
      `      Definition: ${definition}\n      DefinitionSubstitutions: {S: State, R: !Ref Fn, N: 5, Unused: !Ref Queue}\n`,
    )
    const source = loadMachineSource(path)
    expect(source.definition).toEqual({
      StartAt: 'A',
      States: { State: { Type: 'Task', Resource: 'Fn', Seconds: 5, X: '5-5-${Unknown}' } },
    })
    expect(source.unresolved).toEqual([
      { token: 'Ref:Fn', standIn: 'Fn' },
      { token: '${Unknown}', standIn: '${Unknown}' },
    ])
  })

  it('are put into text that is no JSON before', () => {
    const text = '{"StartAt":"A","States":{},"Workers":${n},"Arguments":${args}}'
    const path = withProperties(
      `      DefinitionUri: m.json\n      DefinitionSubstitutions: {n: 5, args: '{"--x": 1}'}\n`,
      { 'm.json': text },
    )
    expect(loadMachineSource(path).definition).toEqual({
      StartAt: 'A',
      States: {},
      Workers: 5,
      Arguments: { '--x': 1 },
    })
  })

  it('leave what has no value, which is listed', () => {
    const path = withProperties(
      `      DefinitionUri: m.json\n      DefinitionSubstitutions: {R: !If [IsProd, x, !Ref AWS::NoValue]}\n`,
      { 'm.json': machine },
    )
    expect(loadMachineSource(path).unresolved).toEqual([
      { token: '${R}', standIn: '${R}' },
      { token: '${S}', standIn: '${S}' },
    ])
  })

  it('give way to those of the user', () => {
    const path = withProperties(`      DefinitionUri: m.json\n      DefinitionSubstitutions: {R: r, S: s}\n`, {
      'm.json': machine,
    })
    const { definition } = loadMachineSource(path, { substitutions: { R: 'mine' } })
    expect(definition).toMatchObject({ States: { A: { Resource: 'mine', Comment: 's' } } })
  })

  it('may be chosen by a condition as a whole', () => {
    const path = withProperties(
      `      DefinitionUri: m.json\n      DefinitionSubstitutions: !If [IsDev, {R: r}, {}]\n`,
      { 'm.json': machine },
    )
    expect(loadMachineSource(path).definition).toMatchObject({ States: { A: { Resource: 'r' } } })
  })

  it('do not grow a text without bounds', () => {
    const text = `{"StartAt":"A","States":{},"X":"${'${R}'.repeat(10_000)}"}`
    const path = withProperties(
      `      DefinitionUri: m.json\n      DefinitionSubstitutions: {R: '${'x'.repeat(10_000)}'}\n`,
      { 'm.json': text },
    )
    expect(() => loadMachineSource(path)).toThrow(/more than 16 MiB/)
  })
})

describe('the type of a machine', () => {
  it.each([
    ['AWS::Serverless::StateMachine', 'Type: EXPRESS', 'EXPRESS'],
    ['AWS::Serverless::StateMachine', 'Name: x', 'STANDARD'],
    ['AWS::StepFunctions::StateMachine', 'StateMachineType: !If [IsDev, EXPRESS, STANDARD]', 'EXPRESS'],
    ['AWS::StepFunctions::StateMachine', 'StateMachineType: STANDARD', 'STANDARD'],
  ])('%s with %s is %s', (type, property, expected) => {
    const path = withProperties(`      ${property}\n      Definition: {StartAt: A, States: {}}\n`, {}, type)
    expect(loadMachineSource(path).type).toBe(expected)
  })
})

describe('the functions of a template', () => {
  const text = `Globals:
  Function: {Timeout: 10, Runtime: nodejs22.x, ReservedConcurrentExecutions: 5}
Parameters:
  Memory: {Type: Number, Default: 512}
Resources:
  Sam: {Type: AWS::Serverless::Function, Properties: {MemorySize: !Ref Memory, AutoPublishAlias: prod}}
  Plain: {Type: AWS::Lambda::Function, Properties: {Timeout: 3, FunctionName: my-fn}}
  Large: {Type: AWS::Serverless::Function, Properties: {EphemeralStorage: {Size: 2048}}}
  Version: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref Plain}}
  Alias: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !GetAtt Plain.Arn, Name: blue}}
  M: {Type: AWS::Serverless::StateMachine, Properties: {Definition: {StartAt: A, States: {}, X: [!Ref Version, !Ref Alias, !Ref Sam.Alias]}}}
`
  const source = loadMachineSource(filesWith({ 'template.yaml': text }))
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function'

  it('are known by ARN and name, with what SAM has in Globals', () => {
    const shared = { timeoutSeconds: 10, runtime: 'nodejs22.x', reservedConcurrency: 5 }
    const sam = { logicalId: 'Sam', memoryMb: 512, ...shared }
    expect(source.functions[`${arn}:Sam`]).toEqual(sam)
    expect(source.functions['Sam']).toEqual(sam)
    expect(source.functions['Large']).toEqual({ logicalId: 'Large', ephemeralStorageMb: 2048, ...shared })
    expect(source.functions[`${arn}:Plain`]).toEqual({ logicalId: 'Plain', timeoutSeconds: 3 })
  })

  it('are known by a name of their own, by version and by alias', () => {
    const plain = { logicalId: 'Plain', timeoutSeconds: 3 }
    for (const name of ['my-fn', `${arn}:my-fn`, `${arn}:Plain:1`, `${arn}:Plain:blue`]) {
      expect(source.functions[name]).toEqual(plain)
    }
    expect(source.definition).toMatchObject({ X: [`${arn}:Plain:1`, `${arn}:Plain:blue`, `${arn}:Sam:prod`] })
    expect(source.functions[`${arn}:Sam:prod`]).toMatchObject({ logicalId: 'Sam' })
  })
})
