import { describe, expect, it } from 'vitest'
import { machineFromSource, type Machine } from '../../../../src/harness/machines/machine.js'
import { loadScenario } from '../../../../src/harness/scenarios/load-scenario.js'
import { loadMachineSource } from '../../../../src/iac/load-machine-source.js'
import { fails, returns } from '../../../../src/tasks/script.js'
import { folderWith } from '../../../e2e/workspace.js'

const definition = {
  StartAt: 'Resize',
  States: {
    Resize: { Type: 'Task', Resource: '${Resize}', ResultPath: '$.small', Next: 'Save' },
    Save: {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:putItem',
      Parameters: { TableName: '${Table}', Item: {} },
      End: true,
    },
  },
}

const template = {
  Resources: {
    ResizeFunction: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'image-resize' } },
    Images1A2B3C4D: { Type: 'AWS::DynamoDB::Table' },
    Flow: {
      Type: 'AWS::Serverless::StateMachine',
      Properties: {
        Definition: definition,
        DefinitionSubstitutions: {
          Resize: { 'Fn::GetAtt': ['ResizeFunction', 'Arn'] },
          Table: { Ref: 'Images1A2B3C4D' },
        },
      },
    },
  },
}

const folder = folderWith({ 't.json': template })

function load(): Machine {
  return machineFromSource(loadMachineSource(`${folder}/t.json`))
}

describe('resources of a scenario', () => {
  it.each(['ResizeFunction', 'GetAtt:ResizeFunction.Arn', 'arn:aws:lambda:*:function:Resize*'])(
    'answer a call by %s',
    async (key) => {
      const run = await load().run({ resources: { [key]: returns('small'), Images: returns({}) } })
      expect(run.history.some((event) => JSON.stringify(event).includes('small'))).toBe(true)
    },
  )

  it('come after the mock of the state', async () => {
    const run = await load().run({
      tasks: { Resize: returns(1) },
      resources: { ResizeFunction: fails('Never'), Images1A2B3C4D: returns({}) },
    })
    expect(run.status).toBe('SUCCEEDED')
  })

  it('are named in calls and effects', async () => {
    const run = await load().run({ resources: { '*': returns({}) } })
    expect(run.calls.map(({ logicalId }) => logicalId)).toEqual(['ResizeFunction', 'Images1A2B3C4D'])
    expect(run.effects.map(({ logicalId }) => logicalId)).toEqual(['ResizeFunction', 'Images1A2B3C4D'])
  })

  it('are refused where nothing of that name is called', async () => {
    await expect(load().run({ resources: { ResizeFuncton: returns(1) } })).rejects.toThrow(
      'Flow calls no resource "ResizeFuncton"; did you mean "ResizeFunction"?',
    )
  })

  it('belong to the base scenario', async () => {
    const base = async (answer: number) =>
      (await load().run({ resources: { ResizeFunction: returns(answer), Images: returns({}) } })).scenario
    expect(await base(1)).not.toBe(await base(2))
    expect(await base(1)).toBe(await base(1))
  })

  it('can be written in a file', async () => {
    const files = folderWith({ 's.yaml': 'resources:\n  ResizeFunction: {returns: 1}\n  Images: {returns: {}}\n' })
    expect((await load().run(loadScenario(`${files}/s.yaml`))).status).toBe('SUCCEEDED')
  })
})
