import { describe, expect, it } from 'vitest'
import { checked, taskOf } from '../checked.js'

describe('the Resource of a Task', () => {
  it('is an action that the integration has', () => {
    expect(checked(taskOf({ Resource: 'arn:aws:states:::dynamodb:query' }))).toEqual([
      'SCHEMA_VALIDATION_FAILED: The resource provided arn:aws:states:::dynamodb:query is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource (Step Functions calls only [getItem, putItem, deleteItem, updateItem] of dynamodb itself; try arn:aws:states:::aws-sdk:dynamodb:query)',
    ])
  })

  it('does not wait for a job through the AWS SDK', () => {
    expect(checked(taskOf({ Resource: 'arn:aws:states:::aws-sdk:glue:startJobRun.sync' }))).toEqual([
      expect.stringContaining('is not recognized'),
    ])
  })

  it.each([
    'arn:aws:states:::dynamodb:putItem',
    'arn:aws-us-gov:states:::lambda:invoke.waitForTaskToken',
    'arn:aws:states:::states:startExecution.sync:2',
    'arn:aws:states:::elasticmapreduce:addStep.sync',
    'arn:aws:states:::aws-sdk:dynamodb:query',
    'arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken',
    'arn:aws:states:::some-new-service:doIt',
    'arn:aws:states:::dynamodb:${Action}',
    'arn:aws:lambda:us-east-1:123456789012:function:query',
    '${FunctionArn}',
    'MyFunction',
  ])('may be %s', (Resource) => {
    expect(checked(taskOf({ Resource }))).toEqual([])
  })
})
