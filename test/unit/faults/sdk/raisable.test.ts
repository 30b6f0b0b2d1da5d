import { describe, expect, it } from 'vitest'
import { parseResource } from '../../../../src/asl/resource.js'
import { notRaisable, raisableErrors } from '../../../../src/faults/sdk/raisable.js'

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

  it('knows nothing of a service without a model', () => {
    expect(raisableErrors(parseResource('arn:aws:states:::aws-sdk:translate:translateText'))).toBeUndefined()
  })
})

describe('notRaisable', () => {
  const why = (arn: string, error: string): string | undefined => notRaisable(parseResource(arn), error)

  it('names the spelling of this integration', () => {
    expect(why(putItem, 'DynamoDb.ConditionalCheckFailedException')).toContain(
      'did you mean DynamoDB.ConditionalCheckFailedException?',
    )
    expect(why(sdkPutItem, 'DynamoDB.ConditionalCheckFailedException')).toContain(
      'did you mean DynamoDb.ConditionalCheckFailedException?',
    )
  })

  it('says where an exception that nobody models ends up', () => {
    expect(why('arn:aws:states:::aws-sdk:s3:putObject', 'S3.SlowDownException')).toContain('S3.S3Exception')
  })

  it('leaves names of functions and of other services alone', () => {
    expect(why(putItem, 'Card.Declined')).toBeUndefined()
    expect(why('arn:aws:lambda:us-east-1:123456789012:function:Charge', 'Card.Declined')).toBeUndefined()
    expect(why(putItem, 'DynamoDB.ConditionalCheckFailedException')).toBeUndefined()
  })
})
