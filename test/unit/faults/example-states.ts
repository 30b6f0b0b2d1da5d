import type { FunctionFacts } from '../../../src/asl/function-facts.js'
import { type Json, type JsonObject, isObject, member } from '../../../src/asl/json.js'
import { parseResource } from '../../../src/asl/resource.js'
import type { ExecutionType } from '../../../src/asl/types.js'
import type { FaultContext } from '../../../src/faults/fault-context.js'
import { type FaultArguments, NO_ARGUMENTS } from '../../../src/faults/fault-parameters.js'
import { type FaultTarget, faultTargets } from '../../../src/faults/fault-target.js'
import type { Scenario } from '../../../src/harness/scenarios/scenario.js'
import { returns } from '../../../src/tasks/script.js'
import { callOf, functionArn } from './fixtures.js'

/** A state that faults may strike, alone in its machine. It is called `Struck`. */
export interface Example {
  readonly name: string
  readonly definition: JsonObject
  readonly target: FaultTarget
  readonly scenario: Scenario
}

/** The machine of an example; with a catcher for this error, which goes to `Caught`. */
export function machineOf({ definition }: Pick<Example, 'definition'>, caught?: string): Json {
  if (caught === undefined) return definition
  const put = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(put)
    if (!isObject(value)) return value
    const rest = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, put(one)]))
    const state = member(rest, 'Struck')
    if (state === undefined || !isObject(state)) return rest
    const Catch = [{ ErrorEquals: [caught], Next: 'Caught' }]
    return { ...rest, Struck: { ...state, Catch }, Caught: { Type: 'Pass', End: true } }
  }
  return put(definition)
}

/** A call of the example's state, and what a fault's text may depend on besides. */
export function contextFor(
  { target, scenario }: Example,
  called?: FunctionFacts,
  args: FaultArguments = NO_ARGUMENTS,
): FaultContext {
  const parameters = member(target.definition, 'Parameters') ?? {}
  const resource = target.resource ?? parseResource('')
  const { input = {} } = scenario
  const call = { ...callOf(resource.arn), resource, state: target.name, parameters, input }
  return { target, call, args, ...(called && { function: called }) }
}

function example(name: string, state: JsonObject, scenario: Scenario = {}): Example {
  const definition = { StartAt: 'Struck', States: { Struck: { ...state, ...(ends(state) && { End: true }) } } }
  return exampleIn(name, definition, state.Type === 'Task' ? { tasks: { Struck: returns({}) }, ...scenario } : scenario)
}

function ends({ Type, End }: JsonObject): boolean {
  return Type !== 'Choice' && Type !== 'Fail' && Type !== 'Succeed' && End === undefined
}

function exampleIn(
  name: string,
  definition: JsonObject,
  scenario: Scenario,
  type: ExecutionType = 'STANDARD',
): Example {
  const target = faultTargets(definition, type).find((one) => one.name === 'Struck')
  if (!target) throw new Error(`${name} has no state called Struck`)
  return { name, definition, target, scenario }
}

/** A Task with a long timeout, so that an answer that never comes ends. */
function task(Resource: string, Parameters?: JsonObject, more: JsonObject = {}): Example {
  const state = { Type: 'Task', Resource, TimeoutSeconds: 3600, ...(Parameters && { Parameters }), ...more }
  return example([Resource, ...Object.keys(more)].join(' '), state)
}

const integration = (action: string, Parameters: JsonObject = {}, more: JsonObject = {}): Example =>
  task(`arn:aws:states:::${action}`, Parameters, more)

const inner: JsonObject = { StartAt: 'Inner', States: { Inner: { Type: 'Pass', End: true } } }
const object = { Bucket: 'pages', Key: 'a/1.json' }
const queue = { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/orders' }
const batch = [
  { Id: 'a', MessageBody: '1' },
  { Id: 'b', MessageBody: '2' },
  { Id: 'c', MessageBody: '3' },
]
const records = [
  { Data: 'a', PartitionKey: '1' },
  { Data: 'b', PartitionKey: '2' },
  { Data: 'c', PartitionKey: '3' },
]
const topic = { TopicArn: 'arn:aws:sns:us-east-1:123456789012:orders', Message: 'm' }
const events = {
  Entries: [
    { Source: 'a', Detail: '{}', DetailType: 'x' },
    { Source: 'b', Detail: '{}', DetailType: 'x' },
  ],
}
const table = { TableName: 'Orders', Key: { id: { S: '1' } } }
const child = { StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Child', Input: {} }

/** Every kind of state and integration that a fault of the catalogue speaks of. */
export const EXAMPLES: readonly Example[] = [
  task(functionArn),
  task(functionArn, undefined, { Credentials: { RoleArn: 'arn:aws:iam::222222222222:role/Theirs' } }),
  integration('lambda:invoke', { FunctionName: 'resize', Payload: {} }),
  integration('lambda:invoke', { FunctionName: 'resize', InvocationType: 'Event' }, { ResultPath: null }),
  ...['invoke', 'createFunction', 'updateFunctionCode'].map((action) =>
    integration(`aws-sdk:lambda:${action}`, { FunctionName: 'resize' }),
  ),
  ...['getObject', 'putObject', 'copyObject', 'createBucket', 'listObjectsV2'].map((action) =>
    integration(`aws-sdk:s3:${action}`, object),
  ),
  integration('aws-sdk:s3:deleteObjects', { Bucket: 'pages', Delete: { Objects: [{ Key: 'a' }, { Key: 'b' }] } }),
  integration('sqs:sendMessage', { ...queue, MessageBody: 'm' }),
  integration('aws-sdk:sqs:sendMessage', { ...queue, MessageBody: 'm' }),
  integration('aws-sdk:sqs:sendMessageBatch', { ...queue, Entries: batch }),
  integration('sns:publish', topic),
  integration('aws-sdk:sns:publish', topic),
  integration('aws-sdk:kinesis:putRecord', { StreamName: 'clicks', Data: 'a', PartitionKey: '1' }),
  integration('aws-sdk:kinesis:putRecords', { StreamName: 'clicks', Records: records }),
  integration('aws-sdk:kinesis:getRecords', { ShardIterator: 'AAA' }),
  integration('aws-sdk:firehose:putRecordBatch', { DeliveryStreamName: 'clicks', Records: records }),
  integration('events:putEvents', events),
  integration('aws-sdk:eventbridge:putEvents', events),
  ...['getItem', 'putItem', 'updateItem', 'deleteItem'].flatMap((action) => [
    integration(`dynamodb:${action}`, table),
    integration(`aws-sdk:dynamodb:${action}`, table),
  ]),
  ...['query', 'transactWriteItems', 'batchWriteItem', 'batchGetItem'].map((action) =>
    integration(`aws-sdk:dynamodb:${action}`, table),
  ),
  ...[
    'secretsmanager:getSecretValue',
    'kms:encrypt',
    'ec2:describeInstances',
    'cloudformation:describeStacks',
    'apigateway:createDomainName',
    'sts:assumeRole',
    'glue:startCrawler',
    'glue:updateTable',
    'athena:startQueryExecution',
    'athena:getQueryResults',
    'bedrockruntime:invokeModel',
    'sfn:startExecution',
    'sfn:sendTaskSuccess',
    'ecs:runTask',
    'batch:submitJob',
    'sagemaker:createTrainingJob',
    'codebuild:startBuild',
    'emr:addJobFlowSteps',
  ].map((action) => integration(`aws-sdk:${action}`)),
  ...['ecs:runTask', 'batch:submitJob', 'glue:startJobRun', 'athena:startQueryExecution'].flatMap((action) => [
    integration(action),
    integration(`${action}.sync`),
  ]),
  ...['elasticmapreduce:addStep', 'codebuild:startBuild', 'sagemaker:createTrainingJob'].flatMap((action) => [
    integration(action),
    integration(`${action}.sync`),
  ]),
  integration('bedrock:invokeModel', { ModelId: 'm', Body: {} }),
  integration('apigateway:invoke', { ApiEndpoint: 'x.execute-api.us-east-1.amazonaws.com', Method: 'GET' }),
  integration('http:invoke', {
    ApiEndpoint: 'https://example.com',
    Method: 'GET',
    Authentication: { ConnectionArn: 'arn:aws:events:us-east-1:123456789012:connection/c/1' },
  }),
  ...['', '.sync', '.sync:2'].map((pattern) => integration(`states:startExecution${pattern}`, child)),
  integration('sqs:sendMessage.waitForTaskToken', { ...queue, MessageBody: { 'Token.$': '$$.Task.Token' } }),
  integration('lambda:invoke.waitForTaskToken', { FunctionName: 'f', Payload: { 'Token.$': '$$.Task.Token' } }),
  integration('ecs:runTask.waitForTaskToken', { Overrides: { 'Token.$': '$$.Task.Token' } }),
  task('arn:aws:states:us-east-1:123456789012:activity:approve', undefined, { HeartbeatSeconds: 60 }),
  example('Pass', { Type: 'Pass' }),
  example('Wait', { Type: 'Wait', Seconds: 1 }),
  example('Map', { Type: 'Map', ItemsPath: '$.items', ItemProcessor: inner }, { input: { items: [1] } }),
  example('Parallel', { Type: 'Parallel', Branches: [inner] }),
  example(
    'distributed Map with an ItemReader and a ResultWriter',
    {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON' },
        Parameters: object,
      },
      ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out', Prefix: 'p' } },
    },
    { s3: { pages: { 'a/1.json': '[1]' } } },
  ),
  exampleIn(
    'a function in a Map',
    {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ItemsPath: '$.items',
          ItemProcessor: {
            StartAt: 'Struck',
            States: { Struck: { Type: 'Task', Resource: functionArn, TimeoutSeconds: 3600, End: true } },
          },
          End: true,
        },
      },
    },
    { input: { items: [1] }, tasks: { Struck: returns({}) } },
  ),
  task(functionArn, undefined, { QueryLanguage: 'JSONata', Arguments: '{% $states.input %}' }),
  integration('elasticmapreduce:createCluster.sync'),
  example('Fail', { Type: 'Fail', Error: 'Orders.Refused', Cause: 'no stock' }),
  example(
    'Pass with paths',
    {
      Type: 'Pass',
      Parameters: { 'id.$': '$.id', 'text.$': "States.Format('order {}', $.id)" },
      ResultPath: '$.copy',
      OutputPath: '$.order',
    },
    { input: { id: 1, order: {} } },
  ),
  example('Wait with SecondsPath', { Type: 'Wait', SecondsPath: '$.seconds' }, { input: { seconds: 1 } }),
  example(
    'Map with MaxConcurrencyPath',
    { Type: 'Map', ItemsPath: '$.items', MaxConcurrencyPath: '$.most', ItemProcessor: inner },
    { input: { items: [1], most: 1 } },
  ),
  exampleIn(
    'Choice without Default',
    {
      StartAt: 'Struck',
      States: {
        Struck: { Type: 'Choice', Choices: [{ Variable: '$.n', IsPresent: true, Next: 'Done' }] },
        Done: { Type: 'Succeed' },
      },
    },
    { input: { n: 1 } },
  ),
  exampleIn(
    'Parallel with a path and a Catch',
    {
      StartAt: 'Struck',
      States: {
        Struck: {
          Type: 'Parallel',
          Branches: [inner],
          ResultPath: '$.done',
          OutputPath: '$.order',
          Catch: [{ ErrorEquals: ['States.Runtime'], Next: 'Done' }],
          Next: 'Done',
        },
        Done: { Type: 'Succeed' },
      },
    },
    { input: { order: {} } },
  ),
]

/** Tasks that nothing of their own ends: an answer that never comes ends the execution. */
export const ENDLESS: readonly Example[] = [
  endless('a machine with TimeoutSeconds', { TimeoutSeconds: 60 }),
  endless('STANDARD', {}),
  endless('EXPRESS', {}, 'EXPRESS'),
]

function endless(name: string, machine: JsonObject, type?: ExecutionType): Example {
  const States = { Struck: { Type: 'Task', Resource: functionArn, End: true } }
  return exampleIn(name, { StartAt: 'Struck', States, ...machine }, { tasks: { Struck: returns({}) } }, type)
}
