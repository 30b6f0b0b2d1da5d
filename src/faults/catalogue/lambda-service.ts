import type { FaultDefinition } from '../fault-definition.js'
import { NO_MESSAGE } from '../service-cause.js'
import { type ServiceFault, serviceFault } from '../service-fault.js'
import { lambdaNetwork } from './lambda-network.js'
import { lambdaPlatform } from './lambda-platform.js'

const SERVICE = { optimized: 'lambda', sdk: 'lambda' }
const ENVELOPE =
  'envelope: LocalStack snapshots recorded against AWS: error_handling/test_task_service_lambda::test_no_such_function'
const INVOKE = '@aws-sdk/client-lambda: errors of Invoke'
const BEST_PRACTICES =
  'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception'

/** Lambda itself refuses the call, so `aws-sdk:lambda:invoke` fails as well: unlike a function's error, this is a failed API call. */
function refusedInvocation(
  row: Omit<ServiceFault, 'family' | 'service' | 'targets' | 'evidence' | 'source'> &
    Partial<Pick<ServiceFault, 'evidence' | 'source'>>,
): FaultDefinition {
  return serviceFault({
    family: 'lambda-service',
    service: SERVICE,
    actions: ['invoke'],
    targets: 'tasks that call a Lambda function, through aws-sdk:lambda:invoke too',
    evidence: 'inferred',
    source: [INVOKE, ENVELOPE],
    ...row,
  })
}

const THROTTLED = {
  code: 'TooManyRequestsException',
  status: 429,
  message: 'Rate Exceeded.',
  transient: true,
  notMatchedBy: ['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.ThrottlingException'],
} as const

/** The control plane throttles in the same words, so this row strikes every action of `aws-sdk:lambda`. */
const throttledAccount = serviceFault({
  ...THROTTLED,
  id: 'lambda-throttled-account',
  title: "The account's concurrency (1,000 by default) is used up",
  family: 'lambda-service',
  aliases: ['throttle', '429', 'throttled', 'too-many-requests'],
  service: SERVICE,
  targets: 'tasks that call a Lambda function, and tasks on aws-sdk:lambda',
  advice:
    'Back off exponentially with FULL jitter, a MaxDelaySeconds and 6 to 10 attempts; lower MaxConcurrency upstream. The retrier that CDK adds by default does not list this name.',
  evidence: 'inferred',
  source: [INVOKE, ENVELOPE],
})

const throttledReserved = refusedInvocation({
  ...THROTTLED,
  id: 'lambda-throttled-reserved',
  title: "The function's reserved concurrency is used up",
  aliases: ['reserved-concurrency'],
  advice: "Keep a Map's MaxConcurrency below the reservation, and back off with FULL jitter; or reserve more.",
})

const throttledRate = refusedInvocation({
  ...THROTTLED,
  id: 'lambda-throttled-rate',
  title: 'More invocations a second than ten times the concurrency',
  aliases: ['invocation-rate'],
  advice: 'Short functions reach this before the concurrency: give each more items, and back off with FULL jitter.',
})

const throttledBurst = refusedInvocation({
  ...THROTTLED,
  id: 'lambda-throttled-burst',
  title: 'A burst asks for environments faster than 1,000 in 10 seconds for one function',
  aliases: ['burst'],
  advice: 'Retries of ten seconds and more outlive the burst; jitter keeps them from being the next one.',
})

const functionNotFound = refusedInvocation({
  id: 'lambda-function-not-found',
  title: 'The function, version or alias does not exist, here or in this Region',
  aliases: ['function-not-found', 'not-found'],
  code: 'ResourceNotFoundException',
  status: 404,
  message: 'Function not found: {function_arn}',
  transient: false,
  advice: 'No retry: the ARN is wrong, or the function went away. Build it from the template (Fn::GetAtt).',
  evidence: 'recorded',
  recording: {
    file: 'cases/error_handling/task_service_lambda.no_such_function_catch-380a932e.json',
    id: 'v2/error_handling/test_task_service_lambda.py::TestTaskServiceLambda::test_no_such_function_catch',
    pointer: '/expect/events/4/taskFailedEventDetails',
  },
  source: [INVOKE],
})

const serviceException = refusedInvocation({
  id: 'lambda-service-exception',
  title: 'Lambda fails inside (500)',
  aliases: ['500', 'internal-error', 'inject-api-internal-error', 'lambda-500'],
  code: 'ServiceException',
  status: 500,
  message: 'An error occurred and the request cannot be processed.',
  evidence: 'reported',
  transient: true,
  sideEffect: 'may-have-happened',
  advice: 'Retry from 2 seconds on, doubled, up to six times, as AWS recommends for every function.',
  source: ['an event of CloudFormation, 2021-10, which shows the whole cause', INVOKE, BEST_PRACTICES],
})

const unmodelledError = refusedInvocation({
  id: 'lambda-awslambda-exception',
  title: 'Lambda fails with a code that the SDK does not know',
  aliases: ['awslambda-exception'],
  code: '{code}',
  generic: true,
  status: 500,
  message: '{message}',
  parameters: {
    code: { kind: 'text', default: 'InternalFailure', help: "the service's code" },
    message: { kind: 'text', default: NO_MESSAGE, help: 'what it says' },
  },
  transient: true,
  sideEffect: 'may-have-happened',
  advice: 'The name also stands for AccessDenied (403), which no retry heals: few attempts only.',
  evidence: 'documented',
  source: [BEST_PRACTICES],
})

const invalidJsonRequest = refusedInvocation({
  id: 'lambda-invalid-json-request',
  title: 'Lambda cannot read the payload as JSON',
  code: 'InvalidRequestContentException',
  status: 400,
  message: 'Could not parse request body into json: Could not parse payload into json: {detail}',
  parameters: { detail: { kind: 'text', default: 'Unexpected end-of-input', help: "the parser's words" } },
  transient: false,
  advice: 'No retry: the same payload is as unreadable then. Catch it, and correct what builds the payload.',
})

const requestTooLarge = refusedInvocation({
  id: 'lambda-request-too-large',
  title: 'The payload is larger than Lambda takes (6 MB; 1 MB when it is not waited for)',
  aliases: ['request-too-large'],
  code: 'RequestTooLargeException',
  status: 413,
  message: 'Request must be smaller than {limit} bytes for the InvokeFunction operation',
  parameters: { limit: { kind: 'bytes', default: 6_291_556, help: 'the limit that is told' } },
  transient: false,
  advice: 'Hand on a key in S3 in place of the data. Between states the limit is 256 KiB anyway.',
})

/** What Lambda's API answers in place of the function. The commonest reason for a name comes first. */
export const lambdaService: readonly FaultDefinition[] = [
  throttledAccount,
  throttledReserved,
  throttledRate,
  throttledBurst,
  functionNotFound,
  serviceException,
  unmodelledError,
  ...lambdaNetwork,
  ...lambdaPlatform.map(refusedInvocation),
  invalidJsonRequest,
  requestTooLarge,
]
