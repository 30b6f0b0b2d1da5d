import { describe, expect, it } from 'vitest'
import { mockedErrorNotes } from '../../../../src/harness/machines/mocked-errors.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { fails, returns } from '../../../../src/tasks/script.js'

const PUT = 'arn:aws:states:::dynamodb:putItem'
const notes = async (Resource: string, error: string) => {
  const Put = {
    Type: 'Task',
    Resource,
    Parameters: {},
    Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
    End: true,
  }
  const run = await machine({ StartAt: 'Put', States: { Put } }).run({
    tasks: { Put: [fails(error), fails(error), returns({})] },
  })
  return mockedErrorNotes(run)
}

describe('a mock that fails', () => {
  it('with a name that the service never gives is told once, with the right one', async () => {
    expect(await notes(PUT, 'DynamoDB.ThrottledException')).toEqual([
      `the mock of "Put" fails with DynamoDB.ThrottledException: ${PUT} never fails with it (did you mean DynamoDB.ThrottlingException?)`,
    ])
    expect(await notes('arn:aws:lambda:us-east-1:123456789012:function:f', 'Lambda.ServiceExceptoin')).toHaveLength(1)
  })

  it.each([
    [PUT, 'DynamoDB.ConditionalCheckFailedException'],
    [PUT, 'States.TaskFailed'],
    ['arn:aws:lambda:us-east-1:123456789012:function:f', 'Card.Declined'],
    ['arn:aws:states:us-east-1:123456789012:activity:f', 'DynamoDB.Anything'],
  ])('at %s with %s is nothing to tell', async (resource, error) => {
    expect(await notes(resource, error)).toEqual([])
  })
})
