import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findMachines, loadMachineSource } from '../../../src/iac/load-machine-source.js'
import { filesWith } from './temporary.js'

const asl = '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}'
const resource = (definition: string): string => `{"Type":"AWS::Serverless::StateMachine","Properties":{${definition}}}`
const template = (name: string, definition = `"Definition":${asl}`): string =>
  `{"Resources":{"${name}":${resource(definition)}}}`

/** A folder with these files; `root` itself is the file that names it. */
function folderOf(files: Readonly<Record<string, string>>): string {
  return join(filesWith({ root: '', ...files }), '..')
}

function namesIn(folder: string): readonly string[] {
  return findMachines(folder).machines.map(({ name }) => name)
}

describe('a folder', () => {
  it('holds the machines of all files below it, in the order of their paths', () => {
    const folder = folderOf({
      'z.asl.yaml': 'StartAt: A\nStates: {A: {Type: Succeed}}',
      'b/template.yaml': template('Order'),
      'a/serverless.yml': `service: s\nprovider: {}\nstepFunctions: {stateMachines: {flow: {definition: ${asl}}}}`,
      'c/any-name.json': asl,
      'c/stack.json': `{"deployment":{"resources":[{"type":"aws:sfn/stateMachine:StateMachine","urn":"a::b::p","outputs":{"definition":${JSON.stringify(asl)}}}]}}`,
      'package.json': '{"name":"StartAt"}',
      'readme.md': 'StartAt',
    })
    expect(namesIn(folder)).toEqual(['flow', 'Order', 'any-name', 'p', 'z'])
    expect(findMachines(folder).problems).toEqual([])
    expect(loadMachineSource(`${folder}#Order`).file).toBe(join(folder, 'b/template.yaml'))
  })

  it('does not hold what tools and packages put into it', () => {
    const folder = folderOf({
      'node_modules/p/m.asl.json': asl,
      '.git/m.asl.json': asl,
      '.aws-sam/build/template.yaml': template('Built'),
      'dist/m.asl.json': asl,
      'src/m.asl.json': asl,
    })
    symlinkSync(join(folder, 'src'), join(folder, 'link'))
    symlinkSync(folder, join(folder, 'src/round'))
    expect(namesIn(folder)).toEqual(['m'])
  })

  it('tells an ASL file once, as the machine of the template that refers to it', () => {
    const folder = folderOf({
      'machines/order.asl.json': asl,
      'template.json': template('Order', '"DefinitionUri":"machines/order.asl.json"'),
    })
    expect(namesIn(folder)).toEqual(['Order'])
  })

  it('tells a Terraform module once, as its caller has it', () => {
    const machine = `resource "aws_sfn_state_machine" "m" {\n  definition = jsonencode({StartAt = var.first, States = {}})\n}\n`
    const folder = folderOf({
      'infra/main.tf': 'module "flow" {\n  source = "./flow"\n  first  = "Given"\n}\n',
      'infra/flow/main.tf': `variable "first" {}\n${machine}`,
      'infra/flow/other.tf': machine.replace('"m"', '"n"'),
    })
    const { machines, problems } = findMachines(folder)
    expect(problems).toEqual([])
    expect(machines.map(({ definition }) => definition)).toEqual([
      { StartAt: 'Given', States: {} },
      { StartAt: 'Given', States: {} },
    ])
  })

  it('puts the file before a name that is there twice', () => {
    const folder = folderOf({ 'a/template.json': template('Order'), 'b/template.json': template('Order') })
    expect(namesIn(folder)).toEqual(['a/template.json/Order', 'b/template.json/Order'])
    expect(loadMachineSource(`${folder}#b/template.json/Order`).file).toBe(join(folder, 'b/template.json'))
  })

  it('tells in one line of each file that looks like one and cannot be read', () => {
    const folder = folderOf({
      'a.asl.json': '{"StartAt": }',
      'b/template.json': template('Far', '"DefinitionUri":"s3://b/k"'),
      'c.asl.json': asl,
      'serverless.ts': 'export default { stepFunctions: {} }',
      'other.json': '{',
    })
    truncateSync(join(folder, 'c.asl.json'), 50 * 1024 * 1024)
    writeFileSync(join(folder, 'd.asl.json'), asl)
    const { machines, problems } = findMachines(folder)
    expect(machines.map(({ name }) => name)).toEqual(['d'])
    expect(problems.map(({ name, error }) => `${name}: ${error.message.replaceAll(`${folder}/`, '')}`)).toEqual([
      'a.asl.json: a.asl.json:1:13: not valid JSON: expected a value, found "}"; correct the file here',
      'Far: b/template.json:1:75: the definition of Far is in S3 (s3://b/k); name the file it was uploaded from instead',
      'c.asl.json: c.asl.json: 50 MiB is too large to be read (the limit is 16 MiB)',
      'serverless.ts: serverless.ts: a Serverless Framework file in code is not run; name the file that `serverless print --format json > serverless.json` writes',
    ])
  })

  it('is refused where it holds nothing, and where there is too much to look through', () => {
    expect(() => findMachines(folderOf({ 'a.json': '{}' }))).toThrow(
      /no state machine found below this folder; expected/,
    )
    const large = folderOf({})
    for (const name of Array.from({ length: 40 }, (_, n) => `${n}.json`)) {
      writeFileSync(join(large, name), '')
      truncateSync(join(large, name), 4 * 1024 * 1024)
    }
    expect(() => findMachines(large)).toThrow(
      /more than 128 MiB of JSON and YAML to look through; name a folder further/,
    )
  })
})

describe('a cloud assembly of cdk synth', () => {
  const machine = (path: string, definition: object): object => ({
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: definition,
    ...(path !== '' && { Metadata: { 'aws:cdk:path': path } }),
  })
  const inline = { DefinitionString: asl }

  function assembly(): string {
    const stack = (templateFile: string, metadata: object = {}): object => ({
      type: 'aws:cloudformation:stack',
      properties: { templateFile },
      metadata,
    })
    const main = {
      Resources: {
        OrderFlow15ECA539: machine('Main/OrderFlow/Resource', inline),
        Asset1: machine('Main/Asset/Resource', { DefinitionS3Location: { Bucket: 'b', Key: 'abc.json' } }),
        Nested: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'Nested.nested.template.json' } },
      },
    }
    const ids = { '/Plain/Flow/Resource': [{ type: 'aws:cdk:logicalId', data: 'Flow1' }] }
    const files = {
      'cdk.out/manifest.json': {
        version: '48.0.0',
        artifacts: {
          Main: stack('Main.template.json'),
          Plain: stack('Plain.template.json', ids),
          Outside: stack('../outside.template.json'),
          Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
          'assembly-Prod': { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } },
        },
      },
      'cdk.out/Main.template.json': main,
      'cdk.out/Nested.nested.template.json': { Resources: { In: machine('Main/Nested/In/Resource', inline) } },
      'cdk.out/Plain.template.json': { Resources: { Flow1: machine('', inline) } },
      'cdk.out/asset.abc.json': JSON.parse(asl) as object,
      'cdk.out/assembly-Prod/manifest.json': { artifacts: { Stage: stack('Stage.template.json') } },
      'cdk.out/assembly-Prod/Stage.template.json': { Resources: { S: machine('Prod/Stage/S/Resource', inline) } },
      'outside.template.json': { Resources: { Outside: machine('', inline) } },
    }
    const texts = Object.entries(files).map(([name, content]) => [name, JSON.stringify(content)] as const)
    return join(folderOf(Object.fromEntries(texts)), 'cdk.out')
  }

  it('is read as one, with construct paths as names: stacks, nested stacks, stages and assets', () => {
    const folder = assembly()
    const { machines, problems } = findMachines(folder)
    expect(problems).toEqual([])
    expect(machines.map(({ name }) => name)).toEqual([
      'Main/OrderFlow',
      'Main/Asset',
      'Main/Nested/In',
      'Plain/Flow',
      'Prod/Stage/S',
    ])
    expect(machines[1]?.definition).toEqual(JSON.parse(asl))
  })

  it('gives a machine by its path or by the end of it', () => {
    const folder = assembly()
    expect(loadMachineSource(`${folder}#Main/OrderFlow`).name).toBe('Main/OrderFlow')
    expect(loadMachineSource(`${folder}#OrderFlow`).name).toBe('Main/OrderFlow')
    expect(namesIn(join(folder, '..'))).toContain('Main/OrderFlow')
  })

  it('is a folder like others where its manifest is of something else', () => {
    const folder = folderOf({ 'manifest.json': '{"name":"app"}', 'm.asl.json': asl })
    mkdirSync(join(folder, 'sub'))
    expect(namesIn(folder)).toEqual(['m'])
  })
})
