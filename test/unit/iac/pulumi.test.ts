import { describe, expect, it } from 'vitest'
import { findMachines, loadMachineSource } from '../../../src/iac/load-machine-source.js'
import { filesWith, messageOf } from './temporary.js'

const definition =
  '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:lambda:eu-west-1:1:function:f-1a2b","End":true}}}'
const urn = (type: string, name: string): string => `urn:pulumi:dev::orders::${type}::${name}`

const machine = (name: string, properties: object): object => ({
  urn: urn('aws:sfn/stateMachine:StateMachine', name),
  type: 'aws:sfn/stateMachine:StateMachine',
  ...properties,
})
const lambda = {
  urn: urn('aws:lambda/function:Function', 'fn'),
  type: 'aws:lambda/function:Function',
  outputs: {
    arn: 'arn:aws:lambda:eu-west-1:1:function:f-1a2b',
    name: 'f-1a2b',
    timeout: 30,
    memorySize: 256,
    runtime: 'nodejs22.x',
  },
}

describe('an exported Pulumi stack', () => {
  it('has machines by the names of the program, with their functions', () => {
    const resources = [lambda, machine('flow', { inputs: {}, outputs: { definition, type: 'EXPRESS' } })]
    const path = filesWith({ 'stack.json': JSON.stringify({ version: 3, deployment: { resources } }, null, 1) })
    const source = loadMachineSource(path)
    expect(source).toMatchObject({ name: 'flow', type: 'EXPRESS', definition: JSON.parse(definition), unresolved: [] })
    expect(source.functions['arn:aws:lambda:eu-west-1:1:function:f-1a2b']).toEqual({
      logicalId: 'fn',
      timeoutSeconds: 30,
      memoryMb: 256,
      runtime: 'nodejs22.x',
    })
    expect(source.locate('/States/A')).toMatchObject({ file: path, line: 21 })
  })

  it('may keep a definition secret, which is told in one line', () => {
    const secret = { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270', ciphertext: 'x' }
    const resources = [machine('a', { outputs: { definition: secret } }), machine('b', { outputs: { definition } })]
    const path = filesWith({ 'stack.json': JSON.stringify({ deployment: { resources } }) })
    const { machines, problems } = findMachines(path)
    expect(machines.map(({ name }) => name)).toEqual(['b'])
    expect(problems[0]?.error.message).toMatch(
      /stack\.json:1:\d+: the definition of a is a secret; name what `pulumi stack/,
    )
  })

  it('may have no machine', () => {
    const path = filesWith({ 'stack.json': JSON.stringify({ deployment: { resources: [lambda] } }) })
    expect(messageOf(() => loadMachineSource(path), path)).toBe(
      'stack.json: no state machine in this Pulumi file: none of its 1 resources is an aws:sfn/stateMachine:StateMachine',
    )
  })
})

describe('a Pulumi preview', () => {
  it('has the machines that will be there', () => {
    const steps = [
      { op: 'create', urn: 'u', newState: machine('flow', { inputs: { definition } }) },
      { op: 'delete', urn: 'u', oldState: machine('old', { inputs: { definition } }) },
    ]
    const path = filesWith({ 'preview.json': JSON.stringify({ config: {}, steps }) })
    expect(loadMachineSource(path)).toMatchObject({ name: 'flow', type: 'STANDARD' })
  })

  it('does not know a definition that depends on what is not deployed yet', () => {
    const unknown = '04da6b54-80e4-46f7-96ec-b56ff0331ba9'
    const steps = [{ op: 'create', urn: 'u', newState: machine('flow', { inputs: { definition: unknown } }) }]
    const path = filesWith({ 'preview.json': JSON.stringify({ steps }) })
    expect(messageOf(() => loadMachineSource(path), path)).toMatch(
      /the definition of flow is not in this file, as parts of it/,
    )
  })
})
