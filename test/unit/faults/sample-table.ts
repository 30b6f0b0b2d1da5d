import type { Json, JsonObject } from '../../../src/asl/json.js'

/** How a sample of production was seen, in the order of the file, and what of ours is held to it. */
export type SampleRow = SeenRow & (FaultRow | EngineRow | UnreachableRow)
export type ReachableRow = SeenRow & (FaultRow | EngineRow)

interface SeenRow {
  /** Integration and error, as the sample has them. */
  readonly sample: string
}

/** A fault of the catalogue at a Task gives the sample's error. */
interface FaultRow extends Comparison {
  /** As `--fault` takes it, with what the sample's call was about. */
  readonly fault: string
  readonly resource: string
  readonly parameters?: JsonObject
  /** The function's runtime; default: Node. */
  readonly runtime?: string
}

/** The engine gives it by itself on this machine, whatever the catalogue has. */
interface EngineRow extends Comparison {
  readonly definition: Json
  readonly input?: Json
  readonly output?: Json
}

/** Neither of them can give it. */
interface UnreachableRow {
  readonly unreachable: string
}

interface Comparison {
  /** Our error's name where the sample has another spelling of it, or none. */
  readonly error?: string
  /** How the texts agree: whole, but for ids and times; or in their shape alone, for this reason. */
  readonly agrees: 'exact' | Shape
}

/** What is compared where the texts cannot be the same, and why they cannot. */
export interface Shape {
  readonly as: ShapeOf
  readonly because: string
}

/**
 * `a part`: the sample stands in our cause. `a beginning`: so it does, but for its last parenthesis. `by an older SDK`: the
 * same text without what newer SDKs add. `members`: the sample's members of JSON are in ours, in whatever
 * order, stacks aside. `name`: the error's name alone.
 */
export type ShapeOf = 'a part' | 'a part in other capitals' | 'a beginning' | 'by an older SDK' | 'members' | 'name'

const part = (because: string): Shape => ({ as: 'a part', because })
const olderSdk: Shape = { as: 'by an older SDK', because: 'it was seen before the SDK added "; Proxy: null"' }
const logLine = part("it is a line of the function's log, which is the payload's errorMessage")

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:hello-world'
const invoke = 'arn:aws:states:::lambda:invoke'
const sdk = (action: string): string => `arn:aws:states:::aws-sdk:${action}`
const optimized = (action: string): string => `arn:aws:states:::${action}`
const task = (state: JsonObject): Json => ({ StartAt: 'Call', States: { Call: { Type: 'Task', ...state, End: true } } })

/** More than a state may hand on. */
const LARGE = 'x'.repeat(300_000)

const tooLarge = (Resource: string): EngineRow => ({
  definition: task({ Resource }),
  output: { text: LARGE },
  agrees: 'exact',
})

/** Every sample, in the order of the file. */
export const SAMPLE_ROWS: readonly SampleRow[] = [
  { sample: 'lambda:invoke Runtime.ExitError', fault: 'lambda-oom', resource: invoke, agrees: 'exact' },
  {
    sample: 'lambda:invoke Lambda.Unknown',
    fault: 'lambda-timeout-legacy(after=902110ms)',
    resource: invoke,
    agrees: 'exact',
  },
  {
    sample: 'distributed Map child States.Runtime',
    definition: {
      StartAt: 'Lost',
      States: {
        Lost: {
          Type: 'Pass',
          Result: { Error: 'Lambda.Unknown', Cause: 'it took too long' },
          Next: 'ExceptionHandler',
        },
        ExceptionHandler: {
          Type: 'Task',
          Resource: sdk('s3:putObject'),
          Parameters: { 'Bucket.$': '$.Bucket', Key: 'k' },
          End: true,
        },
      },
    },
    agrees: 'exact',
  },
  {
    sample: 'lambda:invoke ZipNoDataFound',
    fault: 'lambda-custom-error-name(name=ZipNoDataFound)',
    resource: arn,
    runtime: 'python3.13',
    agrees: {
      as: 'members',
      because: 'what it says and where is of the code; recordings of lambda:invoke have no blanks, those of an ARN do',
    },
  },
  {
    sample: 'invoke payload Sandbox.Timedout',
    fault: 'lambda-timeout(after=1s)',
    resource: arn,
    agrees: {
      as: 'members',
      because: 'a tool printed the members the other way round; recordings have errorType first',
    },
  },
  {
    sample: 'invoke payload Runtime.ExitError',
    fault: 'lambda-segfault',
    resource: arn,
    agrees: { as: 'members', because: 'the request id in the message is not shown, and a tool printed the members' },
  },
  {
    sample: 'invoke payload Runtime.ExitError',
    fault: 'lambda-runtime-exit-status(code=137)',
    resource: arn,
    agrees: 'exact',
  },
  { sample: 'Lambda log Runtime.ExitError', fault: 'lambda-oom', resource: arn, agrees: logLine },
  { sample: 'Lambda log Runtime.ExitError', fault: 'lambda-runtime-exit', resource: arn, agrees: logLine },
  {
    sample: 'invoke payload NameError',
    fault: 'lambda-custom-error-name(name=NameError,message="name \'falan\' is not defined")',
    resource: invoke,
    runtime: 'python3.9',
    agrees: {
      as: 'members',
      because:
        'the request id is empty while a module is imported, which lambda-init-error has under a name of its own',
    },
  },
  {
    sample: 'Lambda log Runtime.HandlerNotFound',
    fault: 'lambda-handler-not-found(module=app)',
    resource: arn,
    runtime: 'python3.9',
    agrees: logLine,
  },
  {
    sample: 'Lambda payload Runtime.ImportModuleError',
    fault: 'lambda-import-module-error(module=common/updatePreviousStep.js)',
    resource: arn,
    agrees: part('the stack of requires behind it is not shown'),
  },
  {
    sample: 'lambda:invoke Lambda.AWSLambdaException',
    fault: 'lambda-access-denied',
    resource: invoke,
    parameters: { FunctionName: 'hello-world' },
    agrees: 'exact',
  },
  {
    sample: 'lambda ARN Lambda.AWSLambdaException',
    fault: 'lambda-access-denied(reason="with an explicit deny")',
    resource: arn,
    agrees: olderSdk,
  },
  {
    sample: 'Lambda API Lambda.ServiceException',
    fault: 'lambda-service-exception',
    resource: invoke,
    agrees: 'exact',
  },
  {
    sample: 'Lambda API ResourceConflictException',
    fault: 'lambda-resource-conflict',
    resource: invoke,
    agrees: part('another SDK printed it, without the words around it'),
  },
  {
    sample: 'batch:submitJob.sync Batch.AWSBatchException',
    fault: 'batch-generic',
    resource: optimized('batch:submitJob.sync'),
    agrees: 'exact',
  },
  {
    sample: 'batch:submitJob.sync Batch.AWSBatchException (per #911/#912)',
    error: 'Batch.AWSBatchException',
    fault: 'batch-throttled',
    resource: optimized('batch:submitJob.sync'),
    agrees: 'exact',
  },
  {
    sample: 'ecs:runTask.sync ECS.InvalidParameterException',
    fault: 'ecs-network-interface-throttled',
    resource: optimized('ecs:runTask.sync'),
    agrees: { as: 'name', because: 'the report tells what the text is about, and not the text' },
  },
  {
    sample: 'ecs:runTask.sync ECS.InvalidParameterException',
    fault: 'ecs-network-interface-throttled',
    resource: optimized('ecs:runTask.sync'),
    agrees: { as: 'name', because: 'the report tells when it comes, and not the text' },
  },
  {
    sample: 'ecs:runTask.sync ECS.AccessDeniedException (name per terraform-aws-step-functions#24)',
    error: 'ECS.AccessDeniedException',
    fault: 'ecs-pass-role-denied',
    resource: optimized('ecs:runTask.sync'),
    agrees: olderSdk,
  },
  {
    sample: 'ECS DescribeTasks -',
    error: 'States.TaskFailed',
    fault: 'ecs-oom',
    resource: optimized('ecs:runTask.sync'),
    agrees: {
      as: 'a part in other capitals',
      because: 'the API of ECS writes members in small letters, Step Functions with a capital',
    },
  },
  {
    sample: 'ECS task States.TaskFailed when .sync',
    error: 'States.TaskFailed',
    fault: 'ecs-image-pull-failed',
    resource: optimized('ecs:runTask.sync'),
    agrees: part('it is the StoppedReason of the task that the cause describes'),
  },
  {
    sample: 'ECS -',
    error: 'ECS.AmazonECSException',
    fault: 'ecs-fargate-capacity',
    resource: optimized('ecs:runTask.sync'),
    agrees: part('another tool printed it, without the words around it'),
  },
  {
    sample: 'athena TooManyRequestsException',
    fault: 'athena-throttled',
    resource: optimized('athena:startQueryExecution.sync'),
    agrees: part("it is the user guide's, without the words around it"),
  },
  {
    sample: 'athena (SDK v1) AmazonAthenaException',
    fault: 'athena-api-throttled',
    resource: optimized('athena:startQueryExecution.sync'),
    agrees: olderSdk,
  },
  {
    sample: 'aws-sdk:cloudformation States.DataLimitExceeded',
    fault: 'states-data-limit-task-result',
    resource: sdk('cloudformation:describeStacks'),
    agrees: 'exact',
  },
  { sample: 'aws-sdk:s3 States.DataLimitExceeded', ...tooLarge(sdk('s3:listObjectsV2')) },
  { sample: 'lambda:invoke States.DataLimitExceeded', ...tooLarge(invoke) },
  {
    sample: 'Map state States.DataLimitExceeded',
    definition: {
      StartAt: 'UpdateMembers',
      States: {
        UpdateMembers: {
          Type: 'Map',
          ItemProcessor: {
            StartAt: 'Each',
            States: { Each: { Type: 'Pass', Result: LARGE.slice(0, 100_000), End: true } },
          },
          End: true,
        },
      },
    },
    input: [1, 2, 3],
    agrees: 'exact',
  },
  {
    sample: 'Choice States.Runtime',
    definition: {
      StartAt: 'Done?',
      States: {
        'Done?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.trainingJob.status', StringEquals: 'FAILED', Next: 'Done' }],
          Default: 'Done',
        },
        Done: { Type: 'Succeed' },
      },
    },
    agrees: part('where it arose stands before it'),
  },
  {
    sample: 'events:putEvents Parameters States.Runtime',
    definition: task({
      Resource: optimized('events:putEvents'),
      Parameters: { Entries: [{ Detail: { 'orderId.$': '$.detail.orderId' }, DetailType: 'order', Source: 'shop' }] },
    }),
    input: { orderNumber: '10' },
    agrees: 'exact',
  },
  {
    sample: 'http:invoke -',
    error: 'States.TaskFailed',
    fault: 'http-task-denied',
    resource: optimized('http:invoke'),
    parameters: { ApiEndpoint: 'https://api.example.com/orders', Method: 'GET' },
    agrees: 'exact',
  },
  {
    sample: 'SendTaskFailure TaskTimedOut',
    unreachable:
      'it is told to the worker that answers too late, and no state sees it: the execution goes on without it',
  },
  {
    sample: 'bedrock ThrottlingException',
    fault: 'bedrock-throttled',
    resource: optimized('bedrock:invokeModel'),
    agrees: { as: 'by an older SDK', because: 'newer causes end in the count of attempts' },
  },
  {
    sample: 'bedrock ThrottlingException',
    fault: 'bedrock-tokens-throttled',
    resource: optimized('bedrock:invokeModel'),
    agrees: part('another SDK printed it, without the words around it'),
  },
  {
    sample: 'bedrock ValidationException',
    fault: 'bedrock-validation',
    resource: optimized('bedrock:invokeModel'),
    agrees: { as: 'a beginning', because: 'the request id is cut off' },
  },
  {
    sample: 'bedrock AccessDeniedException',
    fault: 'bedrock-access-denied(message="Bearer Token has expired")',
    resource: sdk('bedrockruntime:invokeModel'),
    agrees: 'exact',
  },
  {
    sample: 'SNS via SDK v1 AuthorizationError',
    error: 'SNS.AuthorizationErrorException',
    fault: 'sns-access-denied',
    resource: optimized('sns:publish'),
    parameters: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:orders', Message: 'm' },
    agrees: part('it is cut off within the words in parentheses'),
  },
  {
    sample: 'lambda ARN ClientError',
    fault: 's3-access-denied',
    resource: arn,
    runtime: 'python3.13',
    agrees: { as: 'members', because: 'older runtimes of Python told no requestId, and the stack is of the code' },
  },
]
