import { describe, expect, it } from 'vitest'
import { parseResource } from '../../../src/asl/resource.js'
import { notRaisable, raisableErrors } from '../../../src/services/raisable.js'

const names = (arn: string): readonly string[] => (raisableErrors(parseResource(arn)) ?? []).map(({ error }) => error)

const putItem = 'arn:aws:states:::dynamodb:putItem'
const sdkPutItem = 'arn:aws:states:::aws-sdk:dynamodb:putItem'

describe('raisableErrors', () => {
  it('spells the same exception as each integration does', () => {
    expect(names(putItem)).toContain('DynamoDB.ConditionalCheckFailedException')
    expect(names(sdkPutItem)).toContain('DynamoDb.ConditionalCheckFailedException')
  })

  it('adds the suffix that Java adds, and only there', () => {
    expect(names('arn:aws:states:::aws-sdk:s3:getObject')).toContain('S3.NoSuchKeyException')
    expect(names(putItem)).toContain('DynamoDB.InternalServerError')
  })

  it('has only what the operation raises', () => {
    expect(names('arn:aws:states:::aws-sdk:s3:putObject')).not.toContain('S3.NoSuchKeyException')
    expect(names('arn:aws:states:::dynamodb:getItem')).not.toContain('DynamoDB.ConditionalCheckFailedException')
  })

  it('has the generic class and the failure to get an answer', () => {
    expect(names(putItem)).toEqual(
      expect.arrayContaining(['DynamoDB.AmazonDynamoDBException', 'DynamoDB.SdkClientException']),
    )
    expect(names(sdkPutItem)).toEqual(expect.arrayContaining(['DynamoDb.DynamoDbException']))
  })

  it('has every exception of a service whose operation lists none, and nothing of a service without a model', () => {
    expect(names('arn:aws:states:::aws-sdk:ec2:runInstances')).toEqual(['Ec2.Ec2Exception', 'Ec2.SdkClientException'])
    expect(names('arn:aws:states:::aws-sdk:kinesis:describeLimits')).toContain('Kinesis.LimitExceededException')
    expect(raisableErrors(parseResource('arn:aws:states:::aws-sdk:qldb:listLedgers'))).toBeUndefined()
    expect(raisableErrors(parseResource('arn:aws:states:::http:invoke'))).toBeUndefined()
  })

  it('knows the operation behind an action of another name', () => {
    expect(names('arn:aws:states:::elasticmapreduce:addStep')).toContain('EMR.InternalServerError')
    expect(names('arn:aws:states:::bedrock:invokeModel')).toContain('Bedrock.ThrottlingException')
  })
})

describe('notRaisable', () => {
  const notAt = (arn: string, error: string) => notRaisable(parseResource(arn), error)

  it('names the spelling of this integration', () => {
    expect(notAt(putItem, 'DynamoDb.ConditionalCheckFailedException')?.nearest).toBe(
      'DynamoDB.ConditionalCheckFailedException',
    )
    expect(notAt(sdkPutItem, 'DynamoDB.ConditionalCheckFailedException')?.nearest).toBe(
      'DynamoDb.ConditionalCheckFailedException',
    )
    expect(notAt('arn:aws:states:::aws-sdk:sfn:startExecution', 'StepFunctions.ExecutionAlreadyExists')?.nearest).toBe(
      'Sfn.ExecutionAlreadyExistsException',
    )
  })

  it('says where an exception that nobody models ends up', () => {
    expect(notAt('arn:aws:states:::aws-sdk:s3:putObject', 'S3.SlowDownException')).toEqual({
      nearest: undefined,
      generic: 'S3.S3Exception',
    })
  })

  it('leaves names of functions and of other services alone', () => {
    expect(notAt(putItem, 'Card.Declined')).toBeUndefined()
    expect(notAt('arn:aws:lambda:us-east-1:123456789012:function:Charge', 'Card.Declined')).toBeUndefined()
    expect(notAt(putItem, 'DynamoDB.ConditionalCheckFailedException')).toBeUndefined()
  })
})
