import { describe, expect, it } from 'vitest'
import { namedStandIn, resourceStandIn } from '../../../../src/iac/terraform/resource-types.js'

describe('what stands in for an attribute of a resource', () => {
  it.each([
    ['aws_lambda_function', 'arn', 'arn:aws:lambda:us-east-1:123456789012:function:f'],
    ['aws_lambda_function', 'qualified_arn', 'arn:aws:lambda:us-east-1:123456789012:function:f:1'],
    ['aws_lambda_function', 'function_name', 'f'],
    ['aws_sns_topic', 'id', 'arn:aws:sns:us-east-1:123456789012:f'],
    ['aws_sfn_activity', 'id', 'arn:aws:states:us-east-1:123456789012:activity:f'],
    ['aws_sqs_queue', 'url', 'https://sqs.us-east-1.amazonaws.com/123456789012/f'],
    ['aws_sqs_queue', 'id', 'https://sqs.us-east-1.amazonaws.com/123456789012/f'],
    ['aws_s3_bucket', 'id', 'f'],
    ['aws_iam_role', 'arn', 'arn:aws:iam::123456789012:role/f'],
    ['aws_glue_job', 'name', 'f'],
    ['aws_glue_job', 'arn', 'arn:aws:glue:us-east-1:123456789012:job/f'],
    [
      'aws_dynamodb_table',
      'stream_arn',
      'arn:aws:dynamodb:us-east-1:123456789012:table/f/stream/2030-01-01T00:00:00.000',
    ],
    ['aws_subnet', 'vpc_id', 'f.vpc_id'],
  ])('%s.f.%s is %s', (type, attribute, value) => {
    expect(resourceStandIn(type, 'f', attribute)).toBe(value)
  })
})

describe('what stands in for a variable', () => {
  it.each([
    ['bucket', 'bucket'],
    ['warn', 'warn'],
    ['on_warn', 'on_warn'],
    ['topic_arn', 'arn:aws:sns:us-east-1:123456789012:topic'],
    ['queueArn', 'arn:aws:sqs:us-east-1:123456789012:queue'],
    ['lambda_role_arn', 'arn:aws:iam::123456789012:role/lambda_role'],
    ['step_function_arn', 'arn:aws:states:us-east-1:123456789012:stateMachine:step_function'],
    ['resizearn', 'arn:aws:lambda:us-east-1:123456789012:function:resize'],
  ])('named %s is %s', (name, value) => {
    expect(namedStandIn(name)).toBe(value)
  })
})
