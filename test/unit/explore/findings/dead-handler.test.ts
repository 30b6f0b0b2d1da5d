import { describe, expect, it } from 'vitest'
import { exploreMachine } from '../../../../src/explore/explore-machine.js'
import { untypedMachine } from '../../../../src/harness/machines/machine.js'

const PUT = 'arn:aws:states:::dynamodb:putItem'
const LAMBDA = 'arn:aws:states:::lambda:invoke'

async function deadHandlers(task: object) {
  const definition = { StartAt: 'Task', States: { Task: { Type: 'Task', ...task, End: true } } }
  const { findings } = await exploreMachine(untypedMachine(definition), {})
  return findings.filter((one) => one.class === 'dead-handler')
}

const write = { Resource: PUT, Parameters: { TableName: 't', Item: {} } }

describe('a handler under a name that is none', () => {
  it.each([
    ['wrong capitals', write, 'DynamoDb.ThrottlingException', 'DynamoDB.ThrottlingException'],
    ['no prefix', write, 'InternalServerError', 'DynamoDB.InternalServerError'],
    ['an s too many', { Resource: LAMBDA }, 'Lambda.ServiceExceptions', 'Lambda.ServiceException'],
    ['another ending', write, 'DynamoDB.InternalServerException', 'DynamoDB.InternalServerError'],
  ])(
    'is an error where nothing else takes what was meant, which a scenario shows: %s',
    async (_, task, name, meant) => {
      const [finding] = await deadHandlers({ ...task, Retry: [{ ErrorEquals: [name] }] })
      expect(finding?.severity).toBe('error')
      expect(finding?.errors).toEqual([meant])
      expect(finding?.states[0]?.proof?.status).toBe('FAILED')
    },
  )

  it('is a warning where a catcher takes it', async () => {
    const handlers = {
      Retry: [{ ErrorEquals: ['DynamoDb.ThrottlingException'] }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Task' }],
    }
    const [finding] = await deadHandlers({ ...write, ...handlers })
    expect(finding?.severity).toBe('warning')
  })

  it('is a warning, without a scenario, where nobody knows what was meant', async () => {
    const [finding] = await deadHandlers({ ...write, Retry: [{ ErrorEquals: ['DynamoDB.Oops'] }] })
    expect([finding?.severity, finding?.errors, finding?.states[0]?.proof]).toEqual(['warning', [], undefined])
  })

  it('takes all errors if States.ALL was meant', async () => {
    const [finding] = await deadHandlers({ ...write, Retry: [{ ErrorEquals: ['States.All'] }] })
    expect(finding?.severity).toBe('error')
    expect(finding?.errors).toContain('DynamoDB.ThrottlingException')
  })
})
