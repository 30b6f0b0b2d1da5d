import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { fillPlaceholders } from '../../../src/faults/placeholders.js'
import { contextOf } from './fixtures.js'

const fill = (template: string, arn: string, parameters: Json = {}): string => {
  const context = contextOf(arn)
  return fillPlaceholders(template, { ...context, call: { ...context.call, parameters } }, undefined)
}
const invoke = 'arn:aws:states:::lambda:invoke'
const send = 'arn:aws:states:::sqs:sendMessage'

describe('a placeholder', () => {
  it.each([
    ['f', 'arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST'],
    ['f:live', 'arn:aws:lambda:us-east-1:123456789012:function:f:live'],
    ['arn:aws:lambda:eu-west-1:2:function:f', 'arn:aws:lambda:eu-west-1:2:function:f:$LATEST'],
    ['arn:aws:lambda:eu-west-1:2:function:f:7', 'arn:aws:lambda:eu-west-1:2:function:f:7'],
  ])("has of function %s the ARN that Lambda's messages have", (FunctionName, arn) => {
    expect(fill('{function_arn}', invoke, { FunctionName })).toBe(arn)
  })

  it("has a queue's host and ARN from its URL", () => {
    const QueueUrl = 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders'
    expect(fill('{queue_host} {queue_arn}', send, { QueueUrl })).toBe(
      'sqs.eu-west-1.amazonaws.com arn:aws:sqs:us-east-1:123456789012:orders',
    )
    expect(fill('{queue_host}', send, { QueueUrl: 'no url' })).toBe('sqs.us-east-1.amazonaws.com')
  })

  it('has the role of the machine in the ways that messages name it', () => {
    expect(fill('{execution_role_arn}', send)).toBe('arn:aws:iam::123456789012:role/MachineRole')
    expect(fill('{caller_arn}', send)).toMatch(/^arn:aws:sts::123456789012:assumed-role\/MachineRole\/[0-9a-f]{32}$/)
  })

  it("has a time as Kinesis's messages write it", () => {
    expect(fill('{kinesis_time_before}, {kinesis_time}', send)).toBe(
      'Mon Dec 31 23:54:00 UTC 2029, Tue Jan 01 00:00:00 UTC 2030',
    )
  })

  it('has the prefix and the error for a missing resource of whatever service is called', () => {
    const names = (arn: string) => fill('{sdk_prefix} {not_found_error}', arn)
    expect(names('arn:aws:states:::aws-sdk:dynamodb:getItem')).toBe('DynamoDb DynamoDb.ResourceNotFoundException')
    expect(names('arn:aws:states:::states:startExecution')).toBe(
      'StepFunctions StepFunctions.StateMachineDoesNotExistException',
    )
    expect(fill('{not_found_cause}', 'arn:aws:states:::aws-sdk:sqs:sendMessage')).toMatch(
      /^null \(Service: Sqs, Status Code: 400, Request ID: [0-9a-f-]{36}\) \(SDK Attempt Count: 1\)$/,
    )
  })

  it('that nothing fills is a mistake of the catalogue', () => {
    expect(() => fill('{nothing}', send)).toThrow('{nothing}')
    expect(() => fill('{constructor}', send)).toThrow('{constructor}')
  })
})
