import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../src/asl/json.js'
import { deadNames } from '../../../../src/harness/checks/dead-names.js'

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:Resize'
const DynamoDB = 'arn:aws:states:::dynamodb:putItem'

function told(Resource: string, more: JsonObject): readonly string[] {
  const task = { Type: 'Task', Resource, ...more, End: true }
  return deadNames({ StartAt: 'A', States: { A: task } }, 'STANDARD').map(
    ({ code, message, pointer, hint }) => `${code} ${pointer}: ${message} (${hint})`,
  )
}

const retrying = (Resource: string, ...ErrorEquals: string[]) => told(Resource, { Retry: [{ ErrorEquals }] })
const catching = (Resource: string, ErrorEquals: string[], more: JsonObject = {}) =>
  told(Resource, { ...more, Catch: [{ ErrorEquals, Next: 'A' }] })

const at = '/States/A/Retry/0/ErrorEquals/0'

describe('a name that the called service never raises', () => {
  it('is told with the one that works', () => {
    expect(retrying('arn:aws:states:::aws-sdk:s3:putObject', 'S3.SlowDownException')).toEqual([
      `ASLX_ERROR_NEVER_RAISED ${at}: 'S3.SlowDownException' never matches: arn:aws:states:::aws-sdk:s3:putObject never fails with it (what the service's model does not have arrives as S3.S3Exception)`,
    ])
    expect(retrying('arn:aws:states:::aws-sdk:s3:putObject', 'S3.S3Exception')).toEqual([])
  })

  it.each([
    [DynamoDB, 'DynamoDb.ProvisionedThroughputExceededException', 'DynamoDB.ProvisionedThroughputExceededException'],
    [
      'arn:aws:states:::aws-sdk:dynamodb:putItem',
      'DynamoDB.ProvisionedThroughputExceededException',
      'DynamoDb.ProvisionedThroughputExceededException',
    ],
  ])('of %s is not spelt %s', (resource, wrong, right) => {
    expect(retrying(resource, right)).toEqual([])
    expect(retrying(resource, wrong)).toEqual([
      `ASLX_ERROR_NEVER_RAISED ${at}: '${wrong}' never matches: ${resource} never fails with it (did you mean ${right}?)`,
    ])
  })

  it.each([
    ['arn:aws:states:::lambda:invoke', 'Sandbox.TimedOut', 'Sandbox.Timedout'],
    ['arn:aws:states:::lambda:invoke', 'AWSLambda.ServiceException', 'Lambda.ServiceException'],
    ['arn:aws:states:::lambda:invoke', 'LambdaTooManyRequestsException', 'Lambda.TooManyRequestsException'],
    ['arn:aws:states:::lambda:invoke', 'Lambda.ServiceExceptions', 'Lambda.ServiceException'],
    ['arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'Sqs.QueueDoesNotExist', 'SQS.QueueDoesNotExist'],
    ['arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'SQS.QueueDoesNotExists', 'SQS.QueueDoesNotExist'],
    ['arn:aws:states:::glue:startJobRun.sync', 'Glue.ConcurrentRunsExceeded', 'Glue.ConcurrentRunsExceededException'],
  ])('of %s is nearly a right one: %s', (resource, wrong, right) => {
    const neverRaised = (name: string) => retrying(resource, name).filter((line) => line.includes('NEVER_RAISED'))
    expect(neverRaised(right)).toEqual([])
    expect(neverRaised(wrong)).toEqual([expect.stringContaining(`(did you mean ${right}?)`)])
  })

  it('of a job has its prefix, too', () => {
    const [problem] = retrying('arn:aws:states:::glue:startJobRun.sync', 'ConcurrentRunsExceededException')
    expect(problem).toContain('(write Glue.ConcurrentRunsExceededException)')
  })

  it.each([
    ['arn:aws:states:::lambda:invoke', 'TooManyRequestsException'],
    ['arn:aws:states:::lambda:invoke', 'Timeout'],
    ['arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'WorkerGaveUp'],
    ['arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'Sqs.Whatever'],
  ])('of %s may be the own name of a function or a worker: %s', (resource, own) => {
    expect(retrying(resource, own)).toEqual([])
  })

  it('may belong to another operation, or to another service', () => {
    expect(retrying(DynamoDB, 'DynamoDB.BackupNotFoundException')).toHaveLength(1)
    expect(retrying(DynamoDB, 'Lambda.ServiceException')).toEqual([
      `ASLX_ERROR_NEVER_RAISED ${at}: 'Lambda.ServiceException' never matches: the errors of ${DynamoDB} begin with DynamoDB. (what the service's model does not have arrives as DynamoDB.AmazonDynamoDBException)`,
    ])
  })

  it('is not told where the right name stands beside it', () => {
    const putObject = 'arn:aws:states:::aws-sdk:s3:putObject'
    expect(retrying(putObject, 'S3.SlowDownException', 'S3.S3Exception')).toEqual([])
    expect(retrying(putObject, 'S3.SlowDownException', 'States.TaskFailed')).toEqual([])
    expect(retrying(DynamoDB, 'DynamoDb.ThrottlingException', 'DynamoDB.ThrottlingException')).toEqual([])
    const getObject = 'arn:aws:states:::aws-sdk:s3:getObject'
    expect(retrying(getObject, 'S3.NoSuchKey', 'S3.S3Exception')).toEqual([
      `ASLX_ERROR_NEVER_RAISED ${at}: 'S3.NoSuchKey' never matches: ${getObject} never fails with it (did you mean S3.NoSuchKeyException?)`,
    ])
  })

  it('is never proposed unless the service has it', () => {
    const detect = 'arn:aws:states:::aws-sdk:comprehend:detectSentiment'
    const [line] = retrying(detect, 'ThrottlingException')
    expect(line).toMatch(/\(what the service's model does not have arrives as Comprehend\.ComprehendException\)$/)
    expect(retrying(detect, 'Comprehend.ThrottlingException')).toHaveLength(1)
  })

  it('has the service before it', () => {
    const [line] = retrying('arn:aws:states:::aws-sdk:comprehend:detectSentiment', 'InternalServerException')
    expect(line).toMatch(/begin with Comprehend\. \(write Comprehend\.InternalServerException\)$/)
  })

  it.each([
    [functionArn, 'Carrier.Down'],
    [functionArn, 'TimeoutError'],
    ['arn:aws:states:::sns:publish', 'SNS.ThrottledException'],
    [functionArn, 'S3.SlowDown'],
    [functionArn, 'Lambda.Unknown'],
    [functionArn, 'Lambda.ClientExecutionTimeoutException'],
    [DynamoDB, 'DynamoDB.SdkClientException'],
    ['arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'Lambda.Anything'],
    ['arn:aws:states:us-east-1:123456789012:activity:a', 'Lambda.Anything'],
    ['arn:aws:states:::ecs:runTask.sync', 'ECS.InvalidParameterException'],
    ['arn:aws:states:::aws-sdk:nosuchservice:do', 'NoSuchService.Anything'],
    ['${Function}', 'S3.SlowDownException'],
    [DynamoDB, '${Error}'],
    [DynamoDB, 'States.ALL'],
  ])('is not what %s may say: %s', (resource, name) => {
    expect(retrying(resource, name).filter((line) => line.startsWith('ASLX_ERROR_NEVER_RAISED'))).toEqual([])
  })
})

it('a parent never sees the name of its child’s error', () => {
  const sync = 'arn:aws:states:::states:startExecution.sync:2'
  expect(catching(sync, ['Card.Declined'])).toEqual([
    "ASLX_CHILD_ERROR_NAME /States/A/Catch/0/ErrorEquals/0: 'Card.Declined' never matches: whatever the child fails with, its parent sees States.TaskFailed (take States.TaskFailed, and read the name in its Cause)",
  ])
  expect(catching(sync, ['States.TaskFailed', 'StepFunctions.ExecutionLimitExceededException'])).toEqual([])
  expect(catching('arn:aws:states:::states:startExecution', ['Card.Declined'])).toEqual([])
})

it('a function’s own timeout is no States.Timeout', () => {
  expect(retrying(functionArn, 'States.Timeout')[0]).toMatch(/^ASLX_FUNCTION_TIMEOUT_NAME .* never matches: /)
  expect(retrying(functionArn, 'States.Timeout', 'Sandbox.Timedout')).toEqual([])
  expect(told(functionArn, { TimeoutSeconds: 9, Retry: [{ ErrorEquals: ['States.Timeout'] }] })).toEqual([])
  expect(retrying('arn:aws:states:::lambda:invoke.waitForTaskToken', 'States.Timeout')).toEqual([])
})

it('who retries Lambda’s errors means its throttling, too', () => {
  expect(retrying(functionArn, 'Lambda.ServiceException')).toEqual([
    `ASLX_LAMBDA_THROTTLE_NOT_RETRIED ${at}: No retrier takes 'Lambda.TooManyRequestsException', which is how Lambda refuses calls over its limits (add 'Lambda.TooManyRequestsException' here)`,
  ])
  for (const more of ['Lambda.TooManyRequestsException', 'States.TaskFailed']) {
    expect(retrying(functionArn, 'Lambda.ServiceException', more)).toEqual([])
  }
  expect(retrying(functionArn, 'Carrier.Down')).toEqual([])
})

it('States.TaskFailed leaves a timeout that the Task has', () => {
  expect(catching(functionArn, ['States.TaskFailed'], { TimeoutSeconds: 60 })).toEqual([
    "ASLX_TIMEOUT_NOT_TAKEN /States/A/Catch/0/ErrorEquals/0: 'States.TaskFailed' does not take States.Timeout, which this Task can fail with (add 'States.Timeout', or use 'States.ALL')",
  ])
  expect(catching(functionArn, ['States.TaskFailed'])).toEqual([])
  expect(catching(functionArn, ['States.TaskFailed', 'States.Timeout'], { TimeoutSeconds: 60 })).toEqual([])
  const Retry = [{ ErrorEquals: ['States.TaskFailed'] }]
  expect(catching(functionArn, ['States.ALL'], { TimeoutSeconds: 60, Retry })).toEqual([])
  expect(told(functionArn, { HeartbeatSeconds: 5, Retry })).toHaveLength(1)
})
