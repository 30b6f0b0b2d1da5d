import { anyServiceFault, callsAnyService } from '../any-sdk-service.js'
import type { FaultDefinition } from '../fault-definition.js'
import { canConflict } from '../resource-texts.js'
import { serviceFault } from '../service-fault.js'

const family = 'aws-sdk'
const PREFIXES = 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html'
const TEST_AWS_SDK = 'LocalStack snapshots recorded against AWS: error_handling/test_aws_sdk'

const throttled = anyServiceFault({
  id: 'aws-sdk-throttling-generic',
  title: 'The called API throttles with a code that its SDK does not model',
  family,
  aliases: ['throttle-error', 'inject-api-throttle-error', 'rate-exceeded'],
  code: 'ThrottlingException',
  status: 400,
  message: 'Rate exceeded',
  sideEffect: 'none',
  advice:
    'Back off exponentially with FULL jitter, a MaxDelaySeconds and 6 to 10 attempts. The name is also that of AccessDenied.',
  source: [PREFIXES, TEST_AWS_SDK],
})

const connectTimeout: FaultDefinition = {
  id: 'aws-sdk-connect-timeout',
  title: 'The connection to the called API cannot be opened, or breaks',
  family,
  aliases: ['network', 'disrupt-connectivity', 'connection-reset', 'connect-timeout', 'reset-peer'],
  targets: 'tasks on aws-sdk integrations',
  appliesTo: callsAnyService,
  effect: {
    kind: 'service-error',
    sdk: {
      error: '{sdk_prefix}.SdkClientException',
      cause: 'Unable to execute HTTP request: {reason} (SDK Attempt Count: {attempts})',
    },
  },
  parameters: {
    reason: { kind: 'text', default: 'Read timed out', help: 'what the network says, e.g. Connection reset' },
    attempts: { kind: 'number', default: 1, help: 'how often the SDK tried by itself' },
  },
  matchedBy: ['{sdk_prefix}.SdkClientException', 'States.TaskFailed', 'States.ALL'],
  notMatchedBy: ['{sdk_prefix}.{sdk_prefix}Exception', 'States.Timeout'],
  transient: true,
  sideEffect: 'may-have-happened',
  advice: 'Retry, with an idempotency token where the API takes one: the call may have got through.',
  evidence: 'inferred',
  source: ['name: SQS.SdkClientException is recorded', 'AWS SDK for Java v2: SdkClientException'],
}

const secretsGenericError = serviceFault({
  id: 'secrets-generic-error',
  title: 'Secrets Manager refuses the request with a code that its SDK does not model',
  family,
  aliases: ['secrets-error'],
  service: { sdk: 'secretsmanager' },
  targets: 'tasks on aws-sdk:secretsmanager',
  code: 'ValidationException',
  generic: true,
  status: 400,
  message: 'Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!',
  notMatchedBy: ['SecretsManager.ValidationException'],
  transient: false,
  advice: 'No retry: the request itself is wrong. Catch it, and look at the cause.',
  evidence: 'recorded',
  recording: {
    file: 'cases/error_handling/aws_sdk.invalid_secret_name-0f31a51e.json',
    id: 'v2/error_handling/test_aws_sdk.py::TestAwsSdk::test_invalid_secret_name',
    pointer: '/expect/events/4/taskFailedEventDetails',
  },
  source: [TEST_AWS_SDK],
})

const kmsThrottled = serviceFault({
  id: 'kms-throttled',
  title: 'More requests a second than the account may send to KMS',
  family,
  aliases: ['kms-throttle'],
  service: { sdk: 'kms' },
  targets: 'tasks on aws-sdk:kms',
  code: 'ThrottlingException',
  generic: true,
  status: 400,
  message: 'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
  notMatchedBy: ['Kms.ThrottlingException'],
  transient: true,
  advice: 'Back off with FULL jitter, and cache data keys: the quota is shared by all that the account encrypts.',
  evidence: 'inferred',
  source: ['https://docs.aws.amazon.com/kms/latest/developerguide/throttling.html'],
})

const concurrentModification: FaultDefinition = {
  id: 'concurrent-modification',
  title: 'Another call changes the same thing at this moment',
  family,
  aliases: ['concurrent-change'],
  targets: 'tasks on an API whose model has ConcurrentModificationException',
  appliesTo: ({ type, resource }) => type === 'Task' && resource !== undefined && canConflict(resource),
  effect: { kind: 'error', error: '{conflict_error}', cause: '{conflict_cause}' },
  matchedBy: ['{conflict_error}', 'States.TaskFailed', 'States.ALL'],
  transient: true,
  sideEffect: 'none',
  advice:
    'Retry with FULL jitter, so that the two calls do not meet again; read before you write where the change depends on it.',
  evidence: 'inferred',
  source: ['the models of services', 'names that public machines retry'],
}

/** What any API may answer through an AWS SDK integration. They come late, so that a service's own faults own its names. */
export const awsSdk: readonly FaultDefinition[] = [
  secretsGenericError,
  kmsThrottled,
  throttled,
  connectTimeout,
  concurrentModification,
]
