import { describe, expect, it } from 'vitest'
import { findMachines } from '../../../../src/iac/load-machine-source.js'
import { filesWith, messageOf } from '../temporary.js'

const DEFINITION = JSON.stringify({
  StartAt: 'A',
  States: { A: { Type: 'Task', Resource: 'arn:aws:lambda:eu-west-1:1:function:f', End: true } },
})

function resource(address: string, values: object): object {
  return { address, mode: 'managed', type: address.split('.').at(-2), name: address.split('.').at(-1), values }
}

function load(content: object) {
  const path = filesWith({ 'shown.json': JSON.stringify(content, null, 2) })
  return { path, found: findMachines(path) }
}

describe('terraform show -json', () => {
  it('of a state gives the machines of all modules, with the functions of the state', () => {
    const { found } = load({
      format_version: '1.0',
      terraform_version: '1.9.8',
      values: {
        root_module: {
          resources: [
            resource('aws_sfn_state_machine.a', { definition: DEFINITION, type: 'EXPRESS' }),
            resource('aws_lambda_function.f', {
              arn: 'arn:aws:lambda:eu-west-1:1:function:f',
              timeout: 9,
              memory_size: 128,
              runtime: 'python3.13',
              ephemeral_storage: [{ size: 512 }],
              reserved_concurrent_executions: -1,
            }),
          ],
          child_modules: [{ resources: [resource('module.m.aws_sfn_state_machine.b', { definition: DEFINITION })] }],
        },
      },
    })
    expect(found.machines.map(({ name, type }) => [name, type])).toEqual([
      ['aws_sfn_state_machine.a', 'EXPRESS'],
      ['module.m.aws_sfn_state_machine.b', 'STANDARD'],
    ])
    expect(found.machines[0]?.definition).toEqual(JSON.parse(DEFINITION))
    expect(found.machines[0]?.functions['arn:aws:lambda:eu-west-1:1:function:f']).toEqual({
      logicalId: 'aws_lambda_function.f',
      timeoutSeconds: 9,
      memoryMb: 128,
      runtime: 'python3.13',
      ephemeralStorageMb: 512,
    })
    expect(found.machines[0]?.locate('/States/A')).toMatchObject({ line: 13 })
  })

  it('of a plan gives what is planned', () => {
    const planned = { root_module: { resources: [resource('aws_sfn_state_machine.a', { definition: DEFINITION })] } }
    expect(load({ terraform_version: '1.9.8', planned_values: planned }).found.machines).toHaveLength(1)
  })

  it('of a first plan may hide the definition, which is said', () => {
    const { path, found } = load({
      terraform_version: '1.9.8',
      planned_values: { root_module: { resources: [resource('aws_sfn_state_machine.a', { name: 'a' })] } },
      resource_changes: [{ address: 'aws_sfn_state_machine.a', change: { after_unknown: { definition: true } } }],
    })
    const [problem] = found.problems
    expect(
      messageOf(() => {
        throw problem?.error
      }, path),
    ).toBe(
      'shown.json:6:9: the plan does not know the definition of aws_sfn_state_machine.a yet, as parts of it are only known once it is applied; name the folder with its .tf files, or a state (terraform show -json) after apply',
    )
  })

  it('reads a state file as Terraform keeps it as well', () => {
    const { found } = load({
      version: 4,
      terraform_version: '1.9.8',
      resources: [
        {
          mode: 'managed',
          type: 'aws_sfn_state_machine',
          name: 'a',
          instances: [{ index_key: 'eu', attributes: { definition: DEFINITION } }],
        },
      ],
    })
    expect(found.machines.map(({ name }) => name)).toEqual(['aws_sfn_state_machine.a["eu"]'])
  })

  it('refuses a state without values in one line', () => {
    const path = filesWith({ 's.json': '{"terraform_version": "1.9.8"}' })
    expect(messageOf(() => findMachines(path), path)).toBe(
      's.json: this state or plan has no values; write it with terraform show -json > state.json',
    )
  })
})
