import { symlinkSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/asl/user-error.js'
import { findMachines, loadMachineSource } from '../../../src/iac/load-machine-source.js'
import { filesWith, messageOf } from './temporary.js'

const machine = '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}'
const resource = `{"Type":"AWS::StepFunctions::StateMachine","Properties":{"Definition":${machine}}}`
const inS3 = '{"Type":"AWS::Serverless::StateMachine","Properties":{"DefinitionUri":"s3://bucket/key"}}'

function template(...names: string[]): string {
  return `{"Resources":{${names.map((name) => `"${name}":${resource}`).join(',')}}}`
}

describe('loading a machine', () => {
  it('takes the only machine of a file without a name', () => {
    expect(loadMachineSource(filesWith({ 'order.asl.json': machine })).name).toBe('order')
    expect(loadMachineSource(filesWith({ 'template.json': template('Order') })).name).toBe('Order')
  })

  it('recognises a form by what is in the file, whatever its name', () => {
    expect(loadMachineSource(filesWith({ 'x.template': template('Order') })).name).toBe('Order')
    expect(loadMachineSource(filesWith({ 'x.txt': 'StartAt: A\nStates: {A: {Type: Succeed}}' })).name).toBe('x')
  })

  it('takes a machine by its name', () => {
    const path = filesWith({ 'template.json': template('Order', 'Refund') })
    expect(loadMachineSource(`${path}#Refund`).name).toBe('Refund')
    expect(findMachines(path).machines.map(({ name }) => name)).toEqual(['Order', 'Refund'])
  })

  it('takes a CDK machine without the hash of its logical id', () => {
    const path = filesWith({ 'x.template.json': template('OrderFlow15ECA539', 'Refund5AB07AFC') })
    expect(loadMachineSource(`${path}#OrderFlow`).name).toBe('OrderFlow15ECA539')
  })

  it('reads a file that has a # in its name', () => {
    expect(loadMachineSource(filesWith({ 'a#b.json': machine })).name).toBe('a#b')
  })

  it('reads a folder that has a # in its name, with and without the name of a machine', () => {
    const folder = dirname(filesWith({ 'a#b/template.json': template('Order') }))
    expect(loadMachineSource(folder).name).toBe('Order')
    expect(loadMachineSource(`${folder}#Order`).name).toBe('Order')
    expect(findMachines(folder).machines.map(({ name }) => name)).toEqual(['Order'])
  })

  it('lists the machines where it needs a name', () => {
    const path = filesWith({ 'template.json': template('Order', 'Refund') })
    expect(messageOf(() => loadMachineSource(path), path)).toBe(
      'template.json holds 2 state machines: Order, Refund; name one, e.g. template.json#Order',
    )
  })

  it('says which name was meant', () => {
    const path = filesWith({ 'template.json': template('Order', 'Refund') })
    expect(messageOf(() => loadMachineSource(`${path}#Ordr`), path)).toBe(
      'template.json has no state machine "Ordr"; did you mean "Order"? It holds Order, Refund',
    )
    expect(messageOf(() => loadMachineSource(`${path}#Zebra`), path)).toBe(
      'template.json has no state machine "Zebra". It holds Order, Refund',
    )
  })

  it('loads the other machines where one is out of reach', () => {
    const path = filesWith({ 'template.json': `{"Resources":{"Order":${resource},\n "Far":${inS3}}}` })
    expect(findMachines(path).machines.map(({ name }) => name)).toEqual(['Order'])
    expect(loadMachineSource(`${path}#Order`).name).toBe('Order')
    expect(messageOf(() => loadMachineSource(`${path}#Far`), path)).toContain(
      'template.json:2:62: the definition of Far is in S3',
    )
    expect(findMachines(path).problems[0]).toMatchObject({ name: 'Far', declaredAt: { line: 2, column: 2 } })
  })

  it('throws the reason where no machine of a file can be had', () => {
    const path = filesWith({ 'template.json': `{"Resources":{"Far":${inS3}}}` })
    expect(() => loadMachineSource(path)).toThrow(/is in S3/)
  })
})

function refusalOf(name: string, text: string): string {
  const path = filesWith({ [name]: text })
  return messageOf(() => loadMachineSource(path), path)
}

describe('a file that holds no machine', () => {
  it.each([
    ['hello.txt', 'hello world'],
    ['package.json', '{"name":"x"}'],
    ['list.json', '[1, 2]'],
    ['null.json', 'null'],
    ['nothing.yaml', '# nothing'],
    ['nothing.tf', 'locals {}'],
  ])('is refused with the recognised forms (%s)', (name, text) => {
    const path = filesWith({ [name]: text })
    expect(messageOf(() => loadMachineSource(path), path)).toBe(
      `${name}: no state machine found; expected ASL (StartAt and States), a CloudFormation, SAM or CDK template (Resources), a Serverless Framework file (stepFunctions), a Pulumi stack or preview (deployment or steps) or a Terraform plan or state (terraform show -json)`,
    )
  })

  it('is refused as empty, or as no JSON where its name says JSON', () => {
    expect(refusalOf('empty.yaml', ' \n')).toBe('empty.yaml: it is empty; check that this is the right file')
    expect(refusalOf('a.json', 'hello {')).toBe(
      'a.json:1:1: not valid JSON: expected a value, found "hello {"; correct the file here',
    )
  })

  it('is refused when its definition is larger than Step Functions takes', () => {
    const text = JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Succeed' } }, Comment: 'x'.repeat(1_048_576) })
    const path = filesWith({ 'a.json': text })
    expect(messageOf(() => loadMachineSource(path), path)).toMatch(
      /^a\.json:1:1: the definition has \d+ characters, and Step Functions takes 1048576; check/,
    )
  })

  it('is refused with the types a template lacks', () => {
    const path = filesWith({ 'template.yaml': 'Resources:\n  Q: {Type: AWS::SQS::Queue}\n' })
    expect(messageOf(() => loadMachineSource(path), path)).toBe(
      'template.yaml: no state machine in this template: none of its 1 resources is an AWS::Serverless::StateMachine or AWS::StepFunctions::StateMachine',
    )
  })
})

describe('a file that cannot be read', () => {
  it('does not exist', () => {
    expect(messageOf(() => loadMachineSource('no/such.json'))).toBe('no/such.json: there is no such file')
    expect(messageOf(() => loadMachineSource('no/such.json#Name'))).toBe('no/such.json: there is no such file')
    const path = filesWith({ 'a.json': machine })
    expect(messageOf(() => loadMachineSource(`${path}/b.json`), path)).toBe('a.json/b.json: there is no such file')
    expect(messageOf(() => loadMachineSource('a\0b'))).toBe('a\\0b: the name has a null character in it')
    expect(messageOf(() => loadMachineSource('a'.repeat(5000)))).toContain('the name is too long')
  })

  it('is a link to itself', () => {
    const path = filesWith({ 'a.json': machine })
    symlinkSync(`${path}.link`, `${path}.link`)
    expect(messageOf(() => loadMachineSource(`${path}.link`), path)).toBe(
      'a.json.link: its symbolic links go round in circles',
    )
  })

  it('is too large, and not read at all', () => {
    const path = filesWith({ 'big.json': '{}' })
    truncateSync(path, 100 * 1024 * 1024)
    expect(messageOf(() => loadMachineSource(path), path)).toBe(
      'big.json: 100 MiB is too large to be read (the limit is 16 MiB)',
    )
  })

  it.each([
    ['with null bytes', new Uint8Array([123, 0, 0, 125])],
    ['that is no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x80])],
  ])('is binary, %s', (_, bytes) => {
    const path = filesWith({ 'x.json': bytes })
    expect(messageOf(() => loadMachineSource(path), path)).toBe(
      'x.json: this is not a text file; expected an ASL file (JSON or YAML) or a CloudFormation, SAM or CDK template',
    )
  })

  it('is broken JSON, and the place is told', () => {
    const path = filesWith({ 'x.json': '{\n  "StartAt": ,\n}' })
    expect(messageOf(() => loadMachineSource(path), path)).toContain('x.json:2:14: not valid JSON: expected a value')
  })

  it('is nested too deep in any notation', () => {
    const deep = 20_000
    for (const text of [
      '['.repeat(deep),
      '{"a":'.repeat(deep),
      `${'['.repeat(deep)}${']'.repeat(deep)}`,
      '- '.repeat(deep),
    ]) {
      for (const name of ['x.json', 'x.yaml']) {
        expect(() => loadMachineSource(filesWith({ [name]: text }))).toThrow(UserError)
      }
    }
  })
})

describe('the encoding of a file', () => {
  it('may be UTF-8 with a mark or UTF-16', () => {
    expect(loadMachineSource(filesWith({ 'a.json': `\uFEFF${machine}` })).definition).toEqual(JSON.parse(machine))
    const utf16 = new Uint8Array(Buffer.from(`\uFEFF${machine}`, 'utf16le'))
    expect(loadMachineSource(filesWith({ 'a.json': utf16 })).definition).toEqual(JSON.parse(machine))
  })
})
