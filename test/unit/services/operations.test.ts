import { describe, expect, it } from 'vitest'
import { parseResource } from '../../../src/asl/resource.js'
import { isMutating, tokensOf } from '../../../src/services/effects.js'
import {
  actionsOf,
  apiOf,
  inputOf,
  mayAnswerMuch,
  operationOf,
  patternsOf,
  unknownIntegration,
} from '../../../src/services/operations.js'
import { optimizedAction, optimizedService, optimizedServices } from '../../../src/services/optimized.js'
import { serviceOperation } from '../../../src/services/service-model.js'

const resource = (name: string) => parseResource(name.startsWith('arn:') ? name : `arn:aws:states:::${name}`)
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:charge'
const ACTIVITY = 'arn:aws:states:us-east-1:123456789012:activity:approve'

describe('an integration', () => {
  it.each(['lambda:invoke', 'states:startExecution.sync:2', 'aws-sdk:s3:getObject', 'bedrockagentcore:invokeHarness'])(
    '%s exists',
    (name) => {
      expect(unknownIntegration(resource(name))).toBeUndefined()
    },
  )

  it.each([FUNCTION, ACTIVITY, '${Function}', 'aws-sdk:qldb:anything'])('%s is not judged', (name) => {
    expect(unknownIntegration(resource(name))).toBeUndefined()
  })

  it.each([
    ['dynamdb:putItem', 'service', 'dynamodb'],
    ['aws-sdk:eventbrige:putEvents', 'service', 'eventbridge'],
    ['sqs:sendMessages', 'action', 'sendMessage'],
    ['aws-sdk:dynamodb:PutItem', 'action', 'putItem'],
    ['dynamodb:putItem.sync', 'pattern', undefined],
    ['aws-sdk:glue:startJobRun.sync', 'pattern', undefined],
  ])('%s has no such %s', (name, part, nearest) => {
    expect(unknownIntegration(resource(name))).toMatchObject({ part, nearest })
  })

  it('says which patterns it supports', () => {
    expect(patternsOf(resource('glue:startJobRun'))).toEqual(['request-response', 'sync'])
    expect(patternsOf(resource('aws-sdk:glue:startJobRun'))).toEqual(['request-response', 'waitForTaskToken'])
    expect(patternsOf(resource(FUNCTION))).toBeUndefined()
  })

  it('says which actions a service has', () => {
    expect(actionsOf('optimized', 'dynamodb')).toEqual(['getItem', 'putItem', 'deleteItem', 'updateItem'])
    expect(actionsOf('aws-sdk', 'dynamodb')).toContain('batchWriteItem')
    expect(actionsOf('optimized', 'toString')).toBeUndefined()
  })
})

describe('the API behind an integration', () => {
  it.each([
    ['states:startExecution', { service: 'sfn', action: 'startExecution' }],
    ['elasticmapreduce:addStep', { service: 'emr', action: 'addJobFlowSteps' }],
    ['events:putEvents', { service: 'eventbridge', action: 'putEvents' }],
    ['bedrock:invokeModel', { service: 'bedrockruntime', action: 'invokeModel' }],
    [FUNCTION, { service: 'lambda', action: 'invoke' }],
    ['http:invoke', undefined],
    [ACTIVITY, undefined],
  ])('of %s is %o', (name, api) => {
    expect(apiOf(resource(name))).toEqual(api)
  })

  it('has a model for every optimized action that names one', () => {
    const missing = optimizedServices().flatMap((service) =>
      Object.entries(optimizedService(service)?.actions ?? {}).flatMap(([action, { api = '' }]) => {
        const [name = '', operation = ''] = api.split(':')
        return api === '' || serviceOperation(name, operation) ? [] : [`${service}:${action}`]
      }),
    )
    expect(missing).toEqual([])
    expect(optimizedAction('dynamodb', 'constructor')).toBeUndefined()
  })
})

describe('the input of a call', () => {
  const names = (name: string) => inputOf(resource(name))?.map((member) => member.name)

  it('has the members of the API, with a capital', () => {
    expect(names('sqs:sendMessage')).toEqual(expect.arrayContaining(['QueueUrl', 'MessageBody', 'MessageGroupId']))
    expect(names('ecs:runTask.sync')).toEqual(expect.arrayContaining(['Cluster', 'TaskDefinition', 'Overrides']))
  })

  it('has those of the integration, where it differs from the API', () => {
    expect(names('elasticmapreduce:addStep')).toEqual(['ClusterId', 'Step', 'ExecutionRoleArn'])
    expect(names('bedrock:invokeModel')).toEqual(expect.arrayContaining(['ModelId', 'Body', 'Input', 'Output']))
    expect(names('http:invoke')).toContain('ApiEndpoint')
  })

  it('is unknown for functions, activities and services without a model', () => {
    for (const name of [FUNCTION, ACTIVITY, 'aws-sdk:qldb:listLedgers']) expect(names(name)).toBeUndefined()
  })

  it.each([
    ['sqs:sendMessage', ['MessageDeduplicationId']],
    ['states:startExecution', ['Name']],
    ['ecs:runTask', ['ClientToken']],
    ['aws-sdk:secretsmanager:putSecretValue', ['ClientRequestToken']],
    ['aws-sdk:cloudformation:createStack', ['ClientRequestToken']],
    ['aws-sdk:route53:createHostedZone', ['CallerReference']],
    ['dynamodb:putItem', []],
    ['aws-sdk:dynamodb:transactWriteItems', ['ClientRequestToken']],
    [FUNCTION, []],
  ])('of %s has the tokens %o', (name, tokens) => {
    expect(tokensOf(resource(name))).toEqual(tokens)
  })
})

describe('a call', () => {
  it.each(['dynamodb:putItem', 'aws-sdk:sqs:receiveMessage', 'aws-sdk:iot:confirmTopicRuleDestination', FUNCTION])(
    '%s changes something',
    (name) => {
      expect(isMutating(resource(name))).toBe(true)
    },
  )

  it.each([
    'dynamodb:getItem',
    'aws-sdk:textract:analyzeDocument',
    'aws-sdk:kms:decrypt',
    'aws-sdk:apigatewayv2:exportApi',
    'bedrock:invokeModel',
    'aws-sdk:sts:assumeRole',
  ])('%s changes nothing', (name) => {
    expect(isMutating(resource(name))).toBe(false)
  })

  it('of HTTP changes something by its method', () => {
    expect(isMutating(resource('http:invoke'), 'GET')).toBe(false)
    expect(isMutating(resource('http:invoke'), 'POST')).toBe(true)
    expect(isMutating(resource('http:invoke'))).toBe(true)
  })

  it.each([
    ['sns:publish', false],
    ['sqs:sendMessage', false],
    ['aws-sdk:s3:putObject', false],
    ['aws-sdk:s3:getObject', true],
    ['dynamodb:getItem', true],
    ['athena:getQueryResults', true],
    ['states:startExecution', false],
    ['states:startExecution.sync:2', true],
    ['sqs:sendMessage.waitForTaskToken', true],
    [FUNCTION, true],
  ])('%s may answer more than a state may hold: %s', (name, much) => {
    expect(mayAnswerMuch(resource(name))).toBe(much)
  })

  it('says how many entries it takes', () => {
    const records = operationOf(resource('aws-sdk:firehose:putRecordBatch'))?.input.find(
      ({ name }) => name === 'Records',
    )
    expect(records).toMatchObject({ max: 500, required: true })
  })
})
