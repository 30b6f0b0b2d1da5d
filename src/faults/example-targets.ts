import type { FunctionFacts } from '../asl/function-facts.js'
import { isObject, type Json, type JsonObject, member } from '../asl/json.js'
import type { ExecutionType } from '../asl/types.js'
import type { FaultContext } from './fault-context.js'
import type { FaultArguments } from './fault-parameters.js'
import { type FaultTarget, faultTargets } from './fault-target.js'

/** A state that a fault can be shown at. */
export interface ExampleTarget {
  /** How it calls what it calls, in words: `Lambda ARN`, `optimized`, `aws-sdk`, `.sync`, `callback`, `activity`, `HTTP`, or the kind of state. */
  readonly style: string
  readonly target: FaultTarget
  /** One that stands for few faults only, and adds nothing where another can be shown. */
  readonly unusual?: boolean
}

const ACCOUNT = '123456789012'
const NAME = 'Example'
const END = { End: true }
const inner: JsonObject = { StartAt: 'Inner', States: { Inner: { Type: 'Pass', ...END } } }

/** Every state is called `Example`; a machine around it is made where none is given. */
function exampleOf(style: string, state: JsonObject, machine: JsonObject = {}, type?: ExecutionType): ExampleTarget {
  const definition = { StartAt: NAME, States: { [NAME]: state }, ...machine }
  return exampleIn(style, definition, type)
}

function exampleIn(style: string, definition: Json, type: ExecutionType = 'STANDARD'): ExampleTarget {
  const target = faultTargets(definition, type).find(({ name }) => name === NAME)
  if (!target) throw new Error(`the example machine has no state ${NAME}`)
  return { style, target }
}

function task(style: string, Resource: string, Parameters: JsonObject = {}, more: JsonObject = {}): ExampleTarget {
  return exampleOf(style, { Type: 'Task', Resource, Parameters, TimeoutSeconds: 3600, ...more, ...END })
}

function call(action: string, Parameters: JsonObject = {}, more: JsonObject = {}): ExampleTarget {
  const style = action.startsWith('aws-sdk:')
    ? 'aws-sdk'
    : action.includes('.sync')
      ? '.sync'
      : action.endsWith('.waitForTaskToken')
        ? 'callback'
        : action.startsWith('http:')
          ? 'HTTP'
          : 'optimized'
  return task(style, `arn:aws:states:::${action}`, Parameters, more)
}

const functionArn = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:${NAME}`
const object = { Bucket: 'pages', Key: 'a/1.json' }
const queue = { QueueUrl: `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/orders` }
const records = ['a', 'b'].map((Data) => ({ Data, PartitionKey: Data }))
const topic = { TopicArn: `arn:aws:sns:us-east-1:${ACCOUNT}:orders`, Message: 'm' }
const entries = { Entries: [{ Source: 'a', Detail: '{}', DetailType: 'x' }] }
const table = { TableName: 'Orders', Key: { id: { S: '1' } } }
const child = { StateMachineArn: `arn:aws:states:us-east-1:${ACCOUNT}:stateMachine:Child`, Input: {} }
const reader: JsonObject = { Resource: 'arn:aws:states:::s3:getObject', Parameters: object }

/** Tasks by how they call, the commonest first. */
const TASKS: readonly ExampleTarget[] = [
  task('Lambda ARN', functionArn),
  call('lambda:invoke', { FunctionName: NAME, Payload: {} }),
  call('aws-sdk:s3:getObject', object),
  call('states:startExecution.sync:2', child),
  call('sqs:sendMessage.waitForTaskToken', { ...queue, MessageBody: { 'Token.$': '$$.Task.Token' } }),
  task('activity', `arn:aws:states:us-east-1:${ACCOUNT}:activity:approve`, {}, { HeartbeatSeconds: 60 }),
  call('http:invoke', { ApiEndpoint: 'https://example.com', Method: 'GET' }),
  ...['putObject', 'copyObject', 'createBucket', 'listObjectsV2'].map((one) => call(`aws-sdk:s3:${one}`, object)),
  call('aws-sdk:s3:deleteObjects', { Bucket: 'pages', Delete: { Objects: [{ Key: 'a' }, { Key: 'b' }] } }),
  ...['invoke', 'createFunction', 'updateFunctionCode'].map((one) =>
    call(`aws-sdk:lambda:${one}`, { FunctionName: NAME }),
  ),
  call('lambda:invoke', { FunctionName: NAME, InvocationType: 'Event' }, { ResultPath: null }),
  call('lambda:invoke.waitForTaskToken', { FunctionName: NAME, Payload: { 'Token.$': '$$.Task.Token' } }),
  ...['sqs:sendMessage', 'aws-sdk:sqs:sendMessage'].map((one) => call(one, { ...queue, MessageBody: 'm' })),
  call('aws-sdk:sqs:sendMessageBatch', { ...queue, Entries: ['a', 'b'].map((Id) => ({ Id, MessageBody: Id })) }),
  ...['sns:publish', 'aws-sdk:sns:publish'].map((one) => call(one, topic)),
  ...['events:putEvents', 'aws-sdk:eventbridge:putEvents'].map((one) => call(one, entries)),
  ...['putRecord', 'putRecords', 'getRecords'].map((one) =>
    call(`aws-sdk:kinesis:${one}`, { StreamName: 'clicks', Records: records }),
  ),
  call('aws-sdk:firehose:putRecordBatch', { DeliveryStreamName: 'clicks', Records: records }),
  ...['getItem', 'putItem', 'updateItem', 'deleteItem'].flatMap((one) => [
    call(`dynamodb:${one}`, table),
    call(`aws-sdk:dynamodb:${one}`, table),
  ]),
  ...['query', 'transactWriteItems', 'batchWriteItem', 'batchGetItem'].map((one) =>
    call(`aws-sdk:dynamodb:${one}`, table),
  ),
  ...['states:startExecution', 'states:startExecution.sync'].map((one) => call(one, child)),
  ...[
    'ecs:runTask',
    'batch:submitJob',
    'glue:startJobRun',
    'athena:startQueryExecution',
    'elasticmapreduce:addStep',
    'elasticmapreduce:createCluster',
    'codebuild:startBuild',
    'sagemaker:createTrainingJob',
  ].flatMap((one) => [call(one), call(`${one}.sync`)]),
  call('ecs:runTask.waitForTaskToken', { Overrides: { 'Token.$': '$$.Task.Token' } }),
  call('bedrock:invokeModel', { ModelId: 'm', Body: {} }),
  call('apigateway:invoke', { ApiEndpoint: 'x.execute-api.us-east-1.amazonaws.com', Method: 'GET' }),
  ...[
    'secretsmanager:getSecretValue',
    'kms:encrypt',
    'ec2:describeInstances',
    'cloudformation:describeStacks',
    'apigateway:createDomainName',
    'sts:assumeRole',
    'sfn:startExecution',
    'sfn:sendTaskSuccess',
    'bedrockruntime:invokeModel',
    'athena:startQueryExecution',
    'athena:getQueryResults',
    'glue:startCrawler',
    'glue:updateTable',
    'ecs:runTask',
    'batch:submitJob',
    'sagemaker:createTrainingJob',
    'codebuild:startBuild',
    'emr:addJobFlowSteps',
  ].map((one) => call(`aws-sdk:${one}`)),
]

/** States that faults strike themselves, before their work, and what a distributed Map calls. */
const STATES: readonly ExampleTarget[] = [
  exampleOf('Pass state', { Type: 'Pass', Parameters: { 'id.$': '$.id' }, ...END }),
  exampleOf('Pass state', {
    Type: 'Pass',
    Parameters: { 'id.$': '$.id', 'text.$': "States.Format('order {}', $.id)" },
    ResultPath: '$.copy',
    OutputPath: '$.order',
    ...END,
  }),
  exampleOf('Choice state', { Type: 'Choice', Choices: [{ Variable: '$.n', IsPresent: true, Next: NAME }] }),
  exampleOf('Wait state', { Type: 'Wait', SecondsPath: '$.seconds', ...END }),
  exampleOf('Fail state', { Type: 'Fail', Error: 'Orders.Refused', Cause: 'no stock' }),
  exampleOf('Parallel state', {
    Type: 'Parallel',
    Branches: [inner],
    ResultPath: '$.done',
    OutputPath: '$.order',
    Catch: [{ ErrorEquals: ['States.Runtime'], Next: NAME }],
    ...END,
  }),
  exampleOf('Map state', {
    Type: 'Map',
    ItemsPath: '$.items',
    MaxConcurrencyPath: '$.most',
    ItemProcessor: inner,
    ...END,
  }),
  exampleOf('distributed Map', {
    Type: 'Map',
    ItemReader: { ...reader, ReaderConfig: { InputType: 'JSON' } },
    ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
    ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out', Prefix: 'p' } },
    ...END,
  }),
]

/** Tasks where they can be struck in ways that others cannot. */
const UNUSUAL: readonly ExampleTarget[] = [
  task(
    'Lambda ARN of another account',
    functionArn,
    {},
    { Credentials: { RoleArn: 'arn:aws:iam::222222222222:role/Theirs' } },
  ),
  task('Lambda ARN in JSONata', functionArn, {}, { QueryLanguage: 'JSONata', Arguments: '{% $states.input %}' }),
  exampleIn('Lambda ARN in a Map', {
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemProcessor: { StartAt: NAME, States: { [NAME]: { Type: 'Task', Resource: functionArn, ...END } } },
        ...END,
      },
    },
  }),
  exampleOf('Task without a timeout', { Type: 'Task', Resource: functionArn, ...END }, { TimeoutSeconds: 60 }),
  exampleOf('Task without a timeout', { Type: 'Task', Resource: functionArn, ...END }),
  exampleOf('Task without a timeout, Express', { Type: 'Task', Resource: functionArn, ...END }, {}, 'EXPRESS'),
].map((example) => ({ ...example, unusual: true }))

/** A state for every kind and integration that a fault of the catalogue speaks of. */
export const EXAMPLE_TARGETS: readonly ExampleTarget[] = [...TASKS, ...STATES, ...UNUSUAL]

/** The state of this machine; UserErrors are for the caller to make. */
export function exampleForResource(arn: string): ExampleTarget {
  const state = EXAMPLE_TARGETS.find(({ target }) => target.resource?.arn === arn)
  return state ?? task('Task', arn)
}

/** 2030-01-01T00:00:00Z, the virtual start of a run where nobody says otherwise. */
const START_MS = 1_893_456_000_000

/** A call of the example, as a fault's text may depend on it. */
export function exampleContext({ target }: ExampleTarget, args: FaultArguments, called?: FunctionFacts): FaultContext {
  const parameters = member(target.definition, 'Parameters')
  const call = {
    executionArn: `arn:aws:states:us-east-1:${ACCOUNT}:execution:${NAME}:example`,
    resource: target.resource ?? ({ kind: 'unknown', arn: '' } as const),
    parameters: parameters !== undefined && isObject(parameters) ? parameters : {},
    input: {},
    requestId: '00000000-0000-4000-8000-000000000000',
    enteredEventId: 2,
    attempt: 1,
    atMs: START_MS,
  }
  return { target, call, args, ...(called && { function: called }) }
}
