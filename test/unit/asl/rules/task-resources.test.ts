import { describe, expect, it } from 'vitest'
import { insteadOfIntegration } from '../../../../src/services/instead-of-integration.js'
import { checked, taskOf } from '../checked.js'

const problemsOf = (Resource: string) => checked(taskOf({ Resource }), 'error', { insteadOfIntegration })

describe('the Resource of a Task', () => {
  it('is an action that the integration has', () => {
    expect(problemsOf('arn:aws:states:::dynamodb:query')).toEqual([
      'SCHEMA_VALIDATION_FAILED: The resource provided arn:aws:states:::dynamodb:query is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource (Step Functions calls only [getItem, putItem, deleteItem, updateItem] of dynamodb itself; try arn:aws:states:::aws-sdk:dynamodb:query)',
    ])
  })

  it('does not wait for a job through the AWS SDK', () => {
    expect(problemsOf('arn:aws:states:::aws-sdk:glue:startJobRun.sync')).toEqual([
      expect.stringContaining('is not recognized'),
    ])
  })

  it.each([
    ['nope:doIt', 'Step Functions has no integration of nope'],
    ['s3:getObject', 'Step Functions has no integration of s3; try arn:aws:states:::aws-sdk:s3:getObject'],
    ['aws-sdk:nosuchservice:do', 'Step Functions has no integration of aws-sdk:nosuchservice'],
    ['aws-sdk:dynamdb:putItem', 'Step Functions has no integration of aws-sdk:dynamdb; did you mean dynamodb?'],
    ['aws-sdk:s3:getobject', 'aws-sdk:s3 has no action getobject; did you mean getObject?'],
    ['aws-sdk:s3:GetObject', 'aws-sdk:s3 has no action GetObject; did you mean getObject?'],
    ['batch:submitJob.waitForTaskToken', 'batch supports only [request-response, sync] here'],
    [
      'states:sendTaskSuccess',
      'Step Functions calls only [startExecution] of states itself; try arn:aws:states:::aws-sdk:sfn:sendTaskSuccess',
    ],
    ['constructor:toString', 'Step Functions has no integration of constructor'],
  ])('%s is refused, with what there is instead', (resource, hint) => {
    expect(problemsOf(`arn:aws:states:::${resource}`)).toEqual([expect.stringContaining(`(${hint})`)])
  })

  it('is not judged where nobody says what there is', () => {
    expect(checked(taskOf({ Resource: 'arn:aws:states:::nope:doIt' }))).toEqual([])
  })

  it.each([
    'arn:aws:states:::dynamodb:putItem',
    'arn:aws-us-gov:states:::lambda:invoke.waitForTaskToken',
    'arn:aws:states:::states:startExecution.sync:2',
    'arn:aws:states:::elasticmapreduce:addStep.sync',
    'arn:aws:states:::aws-sdk:dynamodb:query',
    'arn:aws:states:::aws-sdk:sfn:startExecution.waitForTaskToken',
    'arn:aws:states:::aws-sdk:qldb:listLedgers',
    'arn:aws:states:::dynamodb:${Action}',
    'arn:aws:lambda:us-east-1:123456789012:function:query',
    '${FunctionArn}',
    'MyFunction',
  ])('may be %s', (Resource) => {
    expect(problemsOf(Resource)).toEqual([])
  })
})
