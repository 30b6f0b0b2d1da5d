import type { Resource } from '../../asl/resource.js'
import { DYNAMODB_GET_ITEM, DYNAMODB_WRITE_ITEM } from './dynamodb-shapes.js'
import { LAMBDA_GET_FUNCTION, LAMBDA_INVOKE, LAMBDA_SDK_INVOKE } from './lambda-shapes.js'
import { API_GATEWAY_INVOKE, EVENTS_PUT_EVENTS, KMS_ENCRYPT, SNS_PUBLISH, SQS_SEND_MESSAGE } from './other-shapes.js'
import { S3_GET_OBJECT, S3_PUT_OBJECT } from './s3-shapes.js'
import type { Shape } from './shape.js'
import { SFN_DESCRIBE_EXECUTION, SFN_DESCRIBE_EXECUTION_PARSED, SFN_START_EXECUTION } from './step-functions-shapes.js'

/**
 * Answers by service and action, as a Task's resource names them. The facts are those of AWS's public API models
 * (https://github.com/aws/api-models-aws) in the PascalCase of Step Functions; each shape names its page.
 */
const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['lambda:invoke', LAMBDA_INVOKE],
  ['aws-sdk:lambda:invoke', LAMBDA_SDK_INVOKE],
  ['aws-sdk:lambda:getFunction', LAMBDA_GET_FUNCTION],
  ['aws-sdk:s3:getObject', S3_GET_OBJECT],
  ['aws-sdk:s3:putObject', S3_PUT_OBJECT],
  ...bothStyles('dynamodb', 'getItem', DYNAMODB_GET_ITEM),
  ...bothStyles('dynamodb', 'putItem', DYNAMODB_WRITE_ITEM),
  ...bothStyles('dynamodb', 'updateItem', DYNAMODB_WRITE_ITEM),
  ...bothStyles('dynamodb', 'deleteItem', DYNAMODB_WRITE_ITEM),
  ['events:putEvents', EVENTS_PUT_EVENTS],
  ['aws-sdk:eventbridge:putEvents', EVENTS_PUT_EVENTS],
  ['states:startExecution', SFN_START_EXECUTION],
  ['aws-sdk:sfn:startExecution', SFN_START_EXECUTION],
  ['aws-sdk:sfn:describeExecution', SFN_DESCRIBE_EXECUTION],
  ['states:startExecution.sync', SFN_DESCRIBE_EXECUTION],
  ['states:startExecution.sync:2', SFN_DESCRIBE_EXECUTION_PARSED],
  ...bothStyles('sqs', 'sendMessage', SQS_SEND_MESSAGE),
  ...bothStyles('sns', 'publish', SNS_PUBLISH),
  ['aws-sdk:kms:encrypt', KMS_ENCRYPT],
  ['apigateway:invoke', API_GATEWAY_INVOKE],
])

function bothStyles(service: string, action: string, shape: Shape): readonly (readonly [string, Shape])[] {
  return [
    [`${service}:${action}`, shape],
    [`aws-sdk:${service}:${action}`, shape],
  ]
}

/**
 * The answer that a Task's resource gives. `free`: any JSON, since a function, a worker or whoever has the task token
 * makes it up. Undefined: the table does not have it.
 */
export function shapeOf(resource: Resource): Shape | 'free' | undefined {
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return 'free'
  const { kind, service, action, pattern } = resource
  if (pattern === 'waitForTaskToken') return 'free'
  const suffix = pattern === 'request-response' ? '' : `.${pattern}`
  return SHAPES.get(`${kind === 'aws-sdk' ? 'aws-sdk:' : ''}${service}:${action}${suffix}`)
}
