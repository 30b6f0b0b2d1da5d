import { describe, expect, it } from 'vitest'
import { parseResource } from '../../../src/asl/resource.js'
import { kindOfError, kindOfException } from '../../../src/services/error-kind.js'
import { TRANSIENT_CODES } from '../../../src/services/transient-codes.js'
import { transienceAt, transienceOf } from '../../../src/services/transience.js'

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:charge'
const resource = (name: string) => parseResource(name.startsWith('arn:') ? name : `arn:aws:states:::${name}`)

describe('the table of codes', () => {
  it('has one row for a code of a service, each with its source', () => {
    const keys = TRANSIENT_CODES.map(({ service, code }) => `${service} ${code.replace(/Exception$/, '')}`)
    const twice = keys.filter((key, index) => keys.indexOf(key) !== index)
    // Both spellings of some codes are in the SDKs' own tables.
    expect(twice.filter((key) => !key.startsWith('* '))).toEqual([])
    for (const { source, code } of TRANSIENT_CODES) {
      expect(source).not.toBe('')
      expect(code).toMatch(/^\w+$/)
    }
  })
})

describe('transienceOf', () => {
  it.each([
    ['dynamodb', 'ThrottlingException', 'transient'],
    ['s3', 'SlowDown', 'transient'],
    ['lambda', 'TooManyRequestsException', 'transient'],
    ['ec2', 'RequestLimitExceeded', 'transient'],
    ['kinesis', 'LimitExceededException', 'transient'],
    ['iam', 'LimitExceeded', 'unknown'],
    ['dynamodb', 'InternalServerError', 'transient'],
    ['comprehend', 'InternalServerException', 'transient'],
    ['dynamodb', 'ConditionalCheckFailedException', 'unknown'],
    ['dynamodb', 'ResourceNotFoundException', 'permanent'],
    ['s3', 'NoSuchKey', 'permanent'],
    ['sqs', 'QueueDoesNotExist', 'permanent'],
    ['bedrockruntime', 'ValidationException', 'permanent'],
    ['bedrockruntime', 'AccessDeniedException', 'permanent'],
    ['lambda', 'InvalidRuntimeException', 'permanent'],
    ['nope', 'ThrottlingException', 'transient'],
    ['nope', 'Whatever', 'unknown'],
  ])('of %s, %s is %s', (service, code, transience) => {
    expect(transienceOf(service, code)).toMatchObject({ transience, source: expect.stringMatching(/./) })
  })

  it('says what the verdict rests on', () => {
    expect(transienceOf('s3', 'SlowDown').source).toContain('AWS SDK for Java')
    expect(transienceOf('cloudformation', 'StackNotFoundException').source).toBe('what its name says')
  })
})

describe('transienceAt', () => {
  it.each([
    ['dynamodb:putItem', 'DynamoDB.ProvisionedThroughputExceededException', 'transient'],
    ['aws-sdk:dynamodb:putItem', 'DynamoDb.ProvisionedThroughputExceededException', 'transient'],
    ['aws-sdk:sfn:startExecution', 'Sfn.ExecutionLimitExceededException', 'transient'],
    ['aws-sdk:s3:getObject', 'S3.NoSuchKeyException', 'permanent'],
    ['aws-sdk:s3:getObject', 'S3.S3Exception', 'unknown'],
    ['aws-sdk:s3:getObject', 'S3.SdkClientException', 'transient'],
    [FUNCTION, 'Lambda.TooManyRequestsException', 'transient'],
    ['aws-sdk:lambda:invoke', 'Lambda.Ec2ThrottledException', 'transient'],
  ])('at %s, %s is %s', (name, error, transience) => {
    expect(transienceAt(resource(name), error)?.transience).toBe(transience)
  })

  it('says nothing of what is no error of a service', () => {
    expect(transienceAt(resource(FUNCTION), 'Card.Declined')).toBeUndefined()
    expect(transienceAt(resource('http:invoke'), 'States.Http.Socket')).toBeUndefined()
  })
})

describe('the kind of an error', () => {
  it.each([
    ['dynamodb:putItem', 'DynamoDB.ThrottlingException', 'throttled'],
    [FUNCTION, 'Lambda.TooManyRequestsException', 'throttled'],
    ['apigateway:invoke', 'ApiGateway.429', 'throttled'],
    [FUNCTION, 'Runtime.ExitError', 'killed'],
    [FUNCTION, 'Sandbox.Timedout', 'timeout'],
    [FUNCTION, 'States.Timeout', 'timeout'],
    ['bedrock:invokeModel', 'Bedrock.ModelTimeoutException', 'timeout'],
    ['bedrock:invokeModel', 'Bedrock.AccessDeniedException', 'denied'],
    ['aws-sdk:lambda:invoke', 'Lambda.KmsAccessDeniedException', 'denied'],
    ['http:invoke', 'States.Http.StatusCode.403', 'denied'],
    [FUNCTION, 'Lambda.ServiceException', 'service-fault'],
    ['dynamodb:putItem', 'DynamoDB.InternalServerError', 'service-fault'],
    ['http:invoke', 'States.Http.StatusCode.503', 'service-fault'],
    ['sqs:sendMessage', 'SQS.SdkClientException', 'connection'],
    ['http:invoke', 'States.Http.Socket', 'connection'],
    [FUNCTION, 'Function.ResponseSizeTooLarge', 'bad-answer'],
    [FUNCTION, 'States.DataLimitExceeded', 'data'],
    [FUNCTION, 'Card.Declined', 'other'],
    ['aws-sdk:s3:getObject', 'S3.S3Exception', 'other'],
  ])('at %s, %s is %s', (name, error, kind) => {
    expect(kindOfError(resource(name), error)).toEqual({ kind })
  })

  it.each([
    ['dynamodb:putItem', 'DynamoDB.ConditionalCheckFailedException', 'condition'],
    ['aws-sdk:s3:getObject', 'S3.NoSuchKeyException', 'not-found'],
    ['sqs:sendMessage', 'SQS.QueueDoesNotExistException', 'not-found'],
    ['aws-sdk:dynamodb:transactWriteItems', 'DynamoDb.TransactionConflictException', 'conflict'],
    ['states:startExecution', 'StepFunctions.ExecutionAlreadyExistsException', 'conflict'],
    ['sns:publish', 'SNS.InvalidParameterException', 'validation'],
    ['http:invoke', 'States.Http.StatusCode.404', 'not-found'],
  ])('at %s, %s is refused: %s', (name, error, refusal) => {
    expect(kindOfError(resource(name), error)).toEqual({ kind: 'refused', refusal })
  })

  it('follows the status where the name says nothing', () => {
    expect(kindOfException('MessageRejected', { status: 400, fault: false })).toEqual({
      kind: 'refused',
      refusal: 'validation',
    })
    expect(kindOfException('Odd', { status: undefined, fault: true })).toEqual({ kind: 'service-fault' })
    expect(kindOfException('Odd')).toEqual({ kind: 'other' })
  })
})
