import type { FaultDefinition } from '../fault-definition.js'
import { functionFault } from '../function-fault.js'
import { raisedPayload } from '../function-payload.js'

/** What differs between services that refuse a call which a function makes. */
interface DeniedInLambda {
  /** Of the row; it ends in `-in-lambda`. */
  readonly id: string
  /** As SDKs spell it, e.g. `DynamoDB`. */
  readonly service: string
  readonly operation: string
  readonly code: string
  readonly message: string
  /** The class of AWS SDK for Java v2, with its package. */
  readonly javaClass: string
  /** The class of AWS SDK for .NET. */
  readonly dotnetClass: string
  readonly evidence?: FaultDefinition['evidence']
}

/** Python's form is reported for S3; names and messages of the other runtimes follow their SDKs, and are not seen as a whole. */
function deniedInLambda({ id, service, operation, code, message, evidence = 'inferred', ...row }: DeniedInLambda) {
  return functionFault({
    id: `${id}-in-lambda`,
    errorKind: 'denied',
    title: `The function's role may not call ${service}, and the function does not handle it`,
    family: 'iam',
    payload: raisedPayload({
      node: { type: code, message },
      python: {
        type: 'ClientError',
        message: `An error occurred (${code}) when calling the ${operation} operation: ${message}`,
      },
      java: {
        type: row.javaClass,
        message: `${message} (Service: ${service}, Status Code: 403, Request ID: {request_id})`,
      },
      dotnet: { type: row.dotnetClass, message },
      ruby: { type: `Function<Aws::${service}::Errors::${code}>`, message },
      go: {
        type: 'OperationError',
        message: `operation error ${service}: ${operation}, https response error StatusCode: 403, RequestID: {request_id}, api error ${code}: ${message}`,
      },
    }),
    notMatchedBy: ['States.Permissions'],
    sideEffect: 'none',
    transient: false,
    advice: "No retry: grant the function's own role the action. Python calls nearly every error of AWS ClientError.",
    evidence,
    source: ["Python's payload for S3: a public report", 'the SDKs of the runtimes'],
  })
}

const USER = 'User: arn:aws:sts::{account}:assumed-role/{function_name}Role/{function_name}'

function notAuthorized(permission: string, resource: string): string {
  return `${USER} is not authorized to perform: ${permission} on resource: ${resource} because no identity-based policy allows the ${permission} action`
}

export const s3DeniedInLambda = deniedInLambda({
  id: 's3-access-denied',
  service: 'S3',
  operation: 'GetObject',
  code: 'AccessDenied',
  message: 'Access Denied',
  javaClass: 'software.amazon.awssdk.services.s3.model.S3Exception',
  dotnetClass: 'AmazonS3Exception',
  evidence: 'reported',
})

export const dynamodbDeniedInLambda = deniedInLambda({
  id: 'ddb-access-denied',
  service: 'DynamoDB',
  operation: 'PutItem',
  code: 'AccessDeniedException',
  message: notAuthorized('dynamodb:PutItem', '{table_arn}'),
  javaClass: 'software.amazon.awssdk.services.dynamodb.model.DynamoDbException',
  dotnetClass: 'AmazonDynamoDBException',
})

export const sqsDeniedInLambda = deniedInLambda({
  id: 'sqs-access-denied',
  service: 'SQS',
  operation: 'SendMessage',
  code: 'AccessDenied',
  message: notAuthorized('sqs:sendmessage', '{queue_arn}'),
  javaClass: 'software.amazon.awssdk.services.sqs.model.SqsException',
  dotnetClass: 'AmazonSQSException',
})

export const snsDeniedInLambda = deniedInLambda({
  id: 'sns-access-denied',
  service: 'SNS',
  operation: 'Publish',
  code: 'AuthorizationError',
  message: notAuthorized('SNS:Publish', '{topic_arn}'),
  javaClass: 'software.amazon.awssdk.services.sns.model.AuthorizationErrorException',
  dotnetClass: 'AuthorizationErrorException',
})
