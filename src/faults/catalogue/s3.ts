import type { FaultDefinition } from '../fault-definition.js'
import { raisedPayload } from '../function-payload.js'
import { s3Cause } from '../service-cause.js'
import { callsFunction, callsThroughSdk } from '../struck-resources.js'

const message = 'Please reduce your request rate.'

/** Types and messages for .NET (message), Ruby and Go are assumptions. */
export const s3SlowdownInLambda: FaultDefinition = {
  id: 's3-slowdown-in-lambda',
  title: 'S3 throttles a Lambda function, which does not handle it',
  family: 's3',
  aliases: [],
  targets: 'tasks that call a Lambda function',
  appliesTo: callsFunction,
  effect: {
    kind: 'function-error',
    payload: raisedPayload({
      node: { type: 'SlowDown', message },
      python: {
        type: 'ClientError',
        message: `An error occurred (SlowDown) when calling the PutObject operation (reached max retries: 4): ${message}`,
      },
      java: {
        type: 'software.amazon.awssdk.services.s3.model.S3Exception',
        message: `${s3Cause(message, 503)} (SDK Attempt Count: 4)`,
      },
      dotnet: { type: 'AmazonS3Exception', message },
      ruby: { type: 'Function<Aws::S3::Errors::SlowDown>', message },
      go: {
        type: 'OperationError',
        message: `operation error S3: PutObject, exceeded maximum number of attempts, 3, https response error StatusCode: 503, RequestID: {s3_request_id}, HostID: {extended_request_id}, api error SlowDown: ${message}`,
      },
    }),
  },
  matchedBy: ['SlowDown', 'ClientError', 'States.TaskFailed', 'States.ALL'],
  transient: true,
  sideEffect: 'may-have-happened',
  advice:
    "A retrier for S3.* never matches: the name is that of the language's exception. boto3 calls nearly every AWS error ClientError, so raise a class of your own.",
  evidence: 'inferred',
  source: [
    'LocalStack snapshots recorded against AWS: lambda_/test_lambda_common (payload by runtime)',
    'botocore ClientError; client-s3 errors',
  ],
}

/**
 * In a sweep it strikes the tasks that call S3 through `aws-sdk:s3`, for only there does the definition say that S3 is
 * called. Most machines reach S3 inside a function: name that state (`s3-slowdown@ResizePage`) and it fails as its
 * runtime tells it (`SlowDown`, `ClientError`, ...). `*` names no state. People remember 429; S3 answers 503 Slow Down.
 */
export const s3Slowdown: FaultDefinition = {
  id: 's3-slowdown',
  title: 'S3 answers 503 Slow Down: a hot prefix (3,500 writes or 5,500 reads a second)',
  family: 's3',
  aliases: ['s3-429'],
  targets: 'tasks that call S3 through aws-sdk:s3, and Lambda functions when the state is named',
  appliesTo: (resource) => callsThroughSdk(resource, 's3'),
  effect: { kind: 'service-error', sdk: { error: 'S3.S3Exception', cause: s3Cause(message, 503) } },
  insideFunction: s3SlowdownInLambda,
  matchedBy: ['S3.S3Exception', 'States.TaskFailed', 'States.ALL'],
  transient: true,
  sideEffect: 'none',
  advice:
    'Back off with FULL jitter and spread the keys over prefixes. S3.S3Exception is also the name of AccessDenied: few attempts only. S3.SlowDownException does not exist.',
  evidence: 'inferred',
  source: [
    '@aws-sdk/client-s3 does not model SlowDown',
    'generic names: LocalStack snapshots recorded against AWS: error_handling/test_aws_sdk',
  ],
}
