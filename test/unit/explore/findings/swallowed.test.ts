import { expect, it } from 'vitest'
import { exploreMachine } from '../../../../src/explore/explore-machine.js'
import { untypedMachine } from '../../../../src/harness/machines/machine.js'

/** The errors that a Task is said to swallow, behind a Catch of these that ends well. */
async function swallowed(Resource: string, Parameters: object, ErrorEquals: readonly string[]) {
  const Do = { Type: 'Task', Resource, Parameters, Catch: [{ ErrorEquals, ResultPath: null, Next: 'Done' }], End: true }
  const machine = untypedMachine({ StartAt: 'Do', States: { Do, Done: { Type: 'Succeed' } } })
  const { findings } = await exploreMachine(machine, { k: 1 })
  return findings.filter(({ rule }) => rule === 'ASLX301').flatMap(({ errors }) => errors)
}

const lock = { TableName: 't', Item: {}, ConditionExpression: 'attribute_not_exists(id)' }

it('a refusal that the catcher names, and that says how things are, is an answer', async () => {
  const condition = 'DynamoDB.ConditionalCheckFailedException'
  expect(await swallowed('arn:aws:states:::dynamodb:putItem', lock, [condition])).toEqual([])
  expect(await swallowed('arn:aws:states:::dynamodb:putItem', lock, ['States.ALL'])).toContain(condition)
  expect(
    await swallowed('arn:aws:states:::aws-sdk:s3:getObject', { Bucket: 'b', Key: 'k' }, ['S3.NoSuchKeyException']),
  ).toEqual([])
})

it('a request that is wrong is swallowed, though the catcher names it', async () => {
  const invalid = 'ECS.InvalidParameterException'
  const task = { Cluster: 'c', TaskDefinition: 'd' }
  expect(await swallowed('arn:aws:states:::ecs:runTask', task, [invalid])).toEqual([invalid])
})
