/** Whether the same call can go well a little later. `unknown`: it can and it cannot, or nobody says. */
export type Transience = 'transient' | 'permanent' | 'unknown'

/** What is known of a code, and from where. */
export interface TransientCode {
  /** Of which service, by its name in AWS SDK integrations; `*`: of any. */
  readonly service: string
  /** The service's own name for it, with or without the suffix `Exception`. */
  readonly code: string
  readonly verdict: Transience
  readonly source: string
}

const JAVA_SDK =
  'AWS SDK for Java v2, AwsErrorCode: https://github.com/aws/aws-sdk-java-v2/blob/master/core/aws-core/src/main/java/software/amazon/awssdk/awscore/internal/AwsErrorCode.java'
const JS_SDK =
  'AWS SDK for JavaScript v3, service-error-classification: https://github.com/smithy-lang/smithy-typescript/blob/main/packages/service-error-classification/src/constants.ts'
const BOTOCORE = 'botocore, data/_retry.json: https://github.com/boto/botocore/blob/develop/botocore/data/_retry.json'
const SERVICE_AUTH = 'https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html'
const CATALOGUE = 'the fault catalogue: docs/faults.md'

function rows(service: string, verdict: Transience, source: string, codes: string): readonly TransientCode[] {
  return codes.split(/\s+/).map((code) => ({ service, code, verdict, source }))
}

/** Codes of every service first, then of single ones; a row of a service goes before one of all. */
export const TRANSIENT_CODES: readonly TransientCode[] = [
  ...rows(
    '*',
    'transient',
    JAVA_SDK,
    `Throttling ThrottlingException ThrottledException ProvisionedThroughputExceededException SlowDown
    TooManyRequestsException RequestLimitExceeded BandwidthLimitExceeded RequestThrottled RequestThrottledException
    EC2ThrottledException TransactionInProgressException PriorRequestNotComplete RequestTimeout RequestTimeoutException
    InternalError`.trim(),
  ),
  // Clocks that differ: the SDKs mend the clock and try again.
  ...rows('*', 'transient', JS_SDK, 'RequestTimeTooSkewed RequestInTheFuture RequestExpired TimeoutError'),
  ...rows('*', 'transient', SERVICE_AUTH, 'ServiceUnavailable InternalFailure ExpiredToken ExpiredTokenException'),
  ...rows(
    '*',
    'permanent',
    SERVICE_AUTH,
    `AccessDenied AccessDeniedException UnauthorizedOperation UnrecognizedClientException InvalidClientTokenId
    IncompleteSignature MissingAuthenticationToken MissingAction MissingParameter NotAuthorized OptInRequired
    MalformedQueryString InvalidAction InvalidParameterCombination InvalidParameterValue InvalidQueryParameter
    ValidationError ValidationException`.trim(),
  ),
  // The JavaScript SDK and botocore take it for a throttle, the Java SDK does not: with most services it is a quota.
  ...rows('*', 'unknown', JS_SDK, 'LimitExceededException'),
  ...rows('dynamodb', 'transient', BOTOCORE, 'ReplicatedWriteConflictException TransactionInProgressException'),
  ...rows('kinesis', 'transient', BOTOCORE, 'LimitExceededException'),
  ...rows('s3', 'transient', BOTOCORE, 'BadDigest'),
  ...rows('dynamodb', 'transient', CATALOGUE, 'TransactionConflictException'),
  // Held by one of its causes, of which some are conflicts and some failed conditions.
  ...rows('dynamodb', 'unknown', CATALOGUE, 'TransactionCanceledException'),
  // Neither: where a loop waits for it, it is contention, and elsewhere it says that the work is done.
  ...rows('dynamodb', 'unknown', CATALOGUE, 'ConditionalCheckFailedException'),
  ...rows(
    'lambda',
    'transient',
    CATALOGUE,
    `ServiceException ClientExecutionTimeoutException ResourceNotReadyException ResourceConflictException
    EFSMountTimeoutException SnapStartNotReadyException CodeArtifactUserPendingException`,
  ),
  ...rows('lambda', 'unknown', CATALOGUE, 'ENILimitReachedException SubnetIPAddressLimitReachedException'),
  // A role that was made a moment ago is not known everywhere yet; any other parameter stays wrong.
  ...rows('lambda', 'unknown', CATALOGUE, 'InvalidParameterValueException'),
  ...rows(
    'lambda',
    'permanent',
    CATALOGUE,
    `KMSAccessDeniedException InvalidZipFileException RecursiveInvocationException InvalidRequestContentException
    RequestTooLargeException RequestEntityTooLargeException CodeArtifactUserFailedException`,
  ),
  ...rows('sqs', 'transient', BOTOCORE, 'RequestThrottled'),
  ...rows('kms', 'transient', CATALOGUE, 'KmsThrottledException ThrottlingException'),
  ...rows('kinesis', 'permanent', CATALOGUE, 'ExpiredIteratorException'),
  ...rows('sfn', 'transient', CATALOGUE, 'ExecutionLimitExceeded'),
  ...rows('sfn', 'permanent', CATALOGUE, 'ExecutionAlreadyExists TaskTimedOut InvalidToken'),
  ...rows('glue', 'transient', CATALOGUE, 'ConcurrentRunsExceededException CrawlerRunningException'),
  // Also the names of what is no lack of capacity, and no throttle of EC2: the message tells.
  ...rows('ecs', 'unknown', CATALOGUE, 'ClientException InvalidParameterException'),
  ...rows('codebuild', 'transient', CATALOGUE, 'AccountLimitExceededException'),
  ...rows('sagemaker', 'transient', CATALOGUE, 'ResourceLimitExceeded'),
  ...rows(
    'bedrockruntime',
    'transient',
    CATALOGUE,
    'ModelTimeoutException ServiceUnavailableException ModelNotReadyException',
  ),
  ...rows('bedrockruntime', 'unknown', CATALOGUE, 'ModelErrorException'),
  ...rows('sts', 'permanent', CATALOGUE, 'RegionDisabledException'),
  ...rows(
    's3',
    'permanent',
    CATALOGUE,
    'PreconditionFailed PermanentRedirect IllegalLocationConstraintException AccessDenied',
  ),
]
