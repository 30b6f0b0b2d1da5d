import type { FaultDefinition } from '../fault-definition.js'
import { answerInLists, failedParameter } from '../partial-answer.js'
import { type ServiceFault, serviceFault } from '../service-fault.js'
import { callsThroughSdk } from '../applies-to-resources.js'
import { s3OutageDnsInLambda, s3SlowdownInLambda, unknownHost } from './s3-in-lambda.js'

const ERRORS = 'https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html'
const GENERIC = 'generic names: LocalStack snapshots recorded against AWS: error_handling/test_aws_sdk'

/** An answer of S3 through `aws-sdk:s3`, most of them under the generic name. */
export function s3Fault(
  row: Omit<ServiceFault, 'family' | 'service' | 'targets' | 'evidence' | 'source'> &
    Partial<Pick<ServiceFault, 'family' | 'targets' | 'evidence' | 'source'>>,
): FaultDefinition {
  return serviceFault({
    family: 's3',
    service: { sdk: 's3' },
    targets: 'tasks that call S3 through aws-sdk:s3',
    evidence: 'inferred',
    source: [ERRORS, GENERIC],
    ...row,
  })
}

const THROTTLED = {
  code: 'SlowDown',
  generic: true,
  message: 'Please reduce your request rate.',
  targets: 'tasks that call S3 through aws-sdk:s3, and Lambda functions when the state is named',
  insideFunction: s3SlowdownInLambda,
  notMatchedBy: ['S3.SlowDownException', 'S3.AmazonS3Exception', 'S3.SlowDown'],
  transient: true,
} as const

/**
 * In a sweep it strikes the tasks that call S3 through `aws-sdk:s3`, for only there does the definition say that S3 is
 * called. Most machines reach S3 inside a function: name that state (`s3-slowdown@ResizePage`) and it fails as its
 * runtime tells it (`SlowDown`, `ClientError`, ...). `*` names no state.
 */
const slowdown = s3Fault({
  ...THROTTLED,
  id: 's3-slowdown',
  title: 'S3 answers 503 Slow Down: a hot prefix (3,500 writes or 5,500 reads a second)',
  aliases: ['slowdown', 'hot-prefix', 'hot-partition'],
  status: 503,
  advice:
    'Back off with FULL jitter and spread the keys over prefixes. S3.S3Exception is also the name of AccessDenied: few attempts only. S3.SlowDownException does not exist.',
  source: ['@aws-sdk/client-s3 does not model SlowDown', GENERIC],
})

/** People remember 429; S3's own documents have 503. */
const tooManyRequests = s3Fault({
  ...THROTTLED,
  id: 's3-429',
  title: 'S3 answers 429: a hot prefix, as some clients see it',
  status: 429,
  advice: 'As s3-slowdown, whose name and text it shares: back off with FULL jitter and spread the keys over prefixes.',
})

const outageDns: FaultDefinition = {
  id: 's3-outage-dns',
  title: "The name of S3's endpoint does not resolve",
  family: 's3',
  aliases: ['s3-outage', 'denylist', 's3-dns', 'dns'],
  targets: 'tasks that call S3 through aws-sdk:s3, and Lambda functions when the state is named',
  appliesTo: callsThroughSdk('s3'),
  effect: {
    kind: 'service-error',
    sdk: { error: 'S3.SdkClientException', cause: `${unknownHost} (SDK Attempt Count: {attempts})` },
  },
  parameters: { attempts: { kind: 'number', default: 1, help: 'how often the SDK tried by itself' } },
  insideFunction: s3OutageDnsInLambda,
  matchedBy: ['S3.SdkClientException', 'States.TaskFailed', 'States.ALL'],
  notMatchedBy: ['S3.S3Exception'],
  transient: true,
  sideEffect: 'none',
  advice: 'Outages take minutes to hours: raise MaxDelaySeconds, and catch it to a path that does without S3.',
  evidence: 'inferred',
  source: ['AWS SDK for Java v2: UnknownHostException', 'name: SQS.SdkClientException is recorded'],
}

const outage500 = s3Fault({
  id: 's3-outage-500',
  title: 'S3 fails inside (500)',
  aliases: ['s3-500'],
  code: 'InternalError',
  generic: true,
  status: 500,
  message: 'We encountered an internal error. Please try again.',
  transient: true,
  sideEffect: 'may-have-happened',
  advice: 'Retry with backoff; writing the same object twice does no harm.',
})

const outage503 = s3Fault({
  id: 's3-outage-503',
  title: 'S3 is not available (503)',
  aliases: ['s3-503', '503', 'unavailable-error', 'inject-api-unavailable-error'],
  code: 'ServiceUnavailable',
  generic: true,
  status: 503,
  message: 'Service Unavailable',
  transient: true,
  sideEffect: 'may-have-happened',
  advice: 'Retry with backoff and a MaxDelaySeconds of a minute or more; then take a path that does without S3.',
})

const noSuchKey = s3Fault({
  id: 's3-no-such-key',
  title: 'There is no object of this key',
  aliases: ['no-such-key'],
  actions: ['getObject', 'copyObject'],
  targets: 'tasks on aws-sdk:s3:getObject and copyObject',
  code: 'NoSuchKeyException',
  status: 404,
  message: 'The specified key does not exist.',
  notMatchedBy: ['S3.NoSuchKey', 'S3.S3Exception'],
  transient: false,
  advice: 'Catch it by its name, and take it for what it is: the object is not there.',
  evidence: 'reported',
  source: ['LocalStack snapshots recorded against AWS: error_handling/test_aws_sdk::test_s3_no_such_key, 2025-01'],
})

const noSuchBucket = s3Fault({
  id: 's3-no-such-bucket',
  title: 'There is no bucket of this name',
  aliases: ['no-such-bucket'],
  code: 'NoSuchBucketException',
  status: 404,
  message: 'The specified bucket does not exist',
  notMatchedBy: ['S3.NoSuchBucket', 'S3.S3Exception'],
  transient: false,
  advice: 'No retry: the name is wrong, or the bucket went away. Take it from the template (Ref).',
  evidence: 'recorded',
  recording: {
    file: 'cases/error_handling/aws_sdk.no_such_bucket-1309f872.json',
    id: 'v2/error_handling/test_aws_sdk.py::TestAwsSdk::test_no_such_bucket',
    pointer: '/expect/events/4/taskFailedEventDetails',
  },
  source: [GENERIC],
})

const preconditionFailed = s3Fault({
  id: 's3-precondition-failed',
  title: 'A conditional write (If-None-Match) comes second',
  aliases: ['precondition-failed', '412'],
  actions: ['putObject', 'copyObject'],
  targets: 'tasks on aws-sdk:s3:putObject and copyObject',
  code: 'PreconditionFailed',
  generic: true,
  status: 412,
  message: 'At least one of the pre-conditions you specified did not hold',
  transient: false,
  advice: 'Somebody has written it, perhaps an earlier try of this very state: read it, and go on if it is right.',
})

const deleteObjectsPartial: FaultDefinition = {
  id: 's3-delete-objects-partial',
  title: 'deleteObjects answers 200, and some objects are still there',
  family: 's3',
  aliases: ['delete-partial'],
  targets: 'tasks on aws-sdk:s3:deleteObjects',
  appliesTo: callsThroughSdk('s3', 'deleteObjects'),
  effect: {
    kind: 'answer',
    change: answerInLists({
      request: ['Delete', 'Objects'],
      key: 'Key',
      succeeded: { list: 'Deleted', entry: () => ({}) },
      failed: {
        list: 'Errors',
        entry: () => ({ Code: 'InternalError', Message: 'We encountered an internal error. Please try again.' }),
      },
    }),
  },
  parameters: failedParameter,
  matchedBy: [],
  transient: false,
  sideEffect: 'may-have-happened',
  advice: 'No error tells of it: look at $.Errors in a Choice, and delete those keys again.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html'],
}

/** What goes wrong at S3. */
export const s3: readonly FaultDefinition[] = [
  slowdown,
  s3SlowdownInLambda,
  tooManyRequests,
  outageDns,
  s3OutageDnsInLambda,
  outage500,
  outage503,
  noSuchKey,
  noSuchBucket,
  preconditionFailed,
  deleteObjectsPartial,
]
