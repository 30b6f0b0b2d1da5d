import { describe, expect, it } from 'vitest'
import { effectOf } from '../../../src/tasks/ledger.js'
import { callOf } from './fixtures.js'

const service = (name: string) => `arn:aws:states:::${name}`

const token = (name: string, parameters: object) =>
  effectOf(callOf(service(name), parameters as Record<string, string>))?.idempotencyToken

describe('the effect of a call', () => {
  it('says what was done, where and when', () => {
    const call = callOf(service('dynamodb:putItem'), {}, { attempt: 2, items: [{ map: 'Pages', index: 3 }] })
    expect(effectOf(call)).toEqual({
      state: 'Work',
      resource: service('dynamodb:putItem'),
      action: 'putItem',
      parameters: {},
      items: [{ map: 'Pages', index: 3 }],
      visit: 1,
      attempt: 2,
      atMs: Date.UTC(2030, 0, 1),
      placement: 'done',
    })
  })

  it.each([
    ['arn:aws:lambda:us-east-1:123456789012:function:resize', 'invoke'],
    ['${ResizeFunction}', 'invoke'],
    ['arn:aws:states:us-east-1:123456789012:activity:approve', 'work'],
    [service('lambda:invoke'), 'invoke'],
    [service('sqs:sendMessage.waitForTaskToken'), 'sendMessage'],
    [service('sns:publish'), 'publish'],
    [service('states:startExecution.sync:2'), 'startExecution'],
    [service('aws-sdk:s3:deleteObject'), 'deleteObject'],
    [service('aws-sdk:ec2:terminateInstances'), 'terminateInstances'],
  ])('%s changes the world: %s', (arn, action) => {
    expect(effectOf(callOf(arn))).toMatchObject({ action })
  })

  it.each([
    'dynamodb:getItem',
    'aws-sdk:dynamodb:query',
    'aws-sdk:dynamodb:batchGetItem',
    'aws-sdk:s3:headObject',
    'aws-sdk:s3:listObjectsV2',
    'aws-sdk:ec2:describeInstances',
    'bedrock:invokeModel',
  ])('%s only reads', (name) => {
    expect(effectOf(callOf(service(name)))).toBeUndefined()
  })

  it('of an HTTP request depends on its method', () => {
    expect(effectOf(callOf(service('http:invoke'), { Method: 'GET' }))).toBeUndefined()
    expect(effectOf(callOf(service('apigateway:invoke'), { Method: 'POST' }))).toMatchObject({ action: 'invoke' })
  })

  it('has the token by which the service knows a repetition', () => {
    expect(token('sqs:sendMessage', { MessageDeduplicationId: 'm-1' })).toBe('m-1')
    expect(token('states:startExecution', { Name: 'order-1' })).toBe('order-1')
    expect(token('aws-sdk:s3:createBucket', { Name: 'no token' })).toBeUndefined()
    expect(token('ecs:runTask', { ClientToken: 5 })).toBeUndefined()
  })
})
