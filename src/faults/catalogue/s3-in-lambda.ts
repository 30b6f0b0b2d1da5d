import { functionFault } from '../function-fault.js'
import { raisedPayload } from '../function-payload.js'
import { s3Cause } from '../service-cause.js'

const message = 'Please reduce your request rate.'

/** Types and messages for .NET (message), Ruby and Go are assumptions. */
export const s3SlowdownInLambda = functionFault({
  id: 's3-slowdown-in-lambda',
  errorKind: 'throttled',
  title: 'S3 throttles a Lambda function, which does not handle it',
  family: 's3',
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
  notMatchedBy: ['S3.S3Exception', 'S3.SlowDownException'],
  transient: true,
  advice:
    "A retrier for S3.* never matches: the name is that of the language's exception. boto3 calls nearly every AWS error ClientError, so raise a class of your own.",
  evidence: 'inferred',
  source: [
    'LocalStack snapshots recorded against AWS: lambda_/test_lambda_common (payload by runtime)',
    'botocore ClientError; client-s3 errors',
  ],
})

/** What AWS SDK for Java v2 says of a host that does not resolve. */
export const unknownHost =
  'Received an UnknownHostException when attempting to interact with a service. See cause for the exact endpoint that is failing to resolve. If this is happening on an endpoint that previously worked, there may be a network connectivity issue or your DNS cache could be storing endpoints for too long.'

/** Types and messages for .NET, Ruby and Go are assumptions. */
export const s3OutageDnsInLambda = functionFault({
  id: 's3-outage-dns-in-lambda',
  errorKind: 'connection',
  title: "The name of S3's endpoint does not resolve inside a Lambda function",
  family: 's3',
  payload: raisedPayload({
    node: { type: 'Error', message: 'getaddrinfo ENOTFOUND {bucket}.s3.amazonaws.com' },
    python: {
      type: 'EndpointConnectionError',
      message: 'Could not connect to the endpoint URL: "https://{bucket}.s3.amazonaws.com/{key}"',
    },
    java: { type: 'software.amazon.awssdk.core.exception.SdkClientException', message: unknownHost },
    dotnet: { type: 'HttpRequestException', message: 'Name or service not known ({bucket}.s3.amazonaws.com:443)' },
    ruby: {
      type: 'Function<Seahorse::Client::NetworkingError>',
      message:
        'Failed to open TCP connection to {bucket}.s3.amazonaws.com:443 (getaddrinfo: Name or service not known)',
    },
    go: {
      type: 'OperationError',
      message:
        'operation error S3: PutObject, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , HostID: , request send failed, dial tcp: lookup {bucket}.s3.amazonaws.com: no such host',
    },
  }),
  notMatchedBy: ['S3.SdkClientException'],
  sideEffect: 'none',
  transient: true,
  advice: "Match the language's own name; Node calls it plain Error, so raise a class of your own for it.",
  evidence: 'inferred',
  source: ['Node message reproduced', 'botocore EndpointConnectionError; AWS SDK for Java v2: UnknownHostException'],
})
