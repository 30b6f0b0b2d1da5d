import type { FaultDefinition } from '../fault-definition.js'
import { NO_MESSAGE, sdkCause } from '../service-cause.js'
import { anyOf, callsFunction, callsThroughSdk } from '../applies-to-resources.js'

const BEST_PRACTICES =
  'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception'
const family = 'lambda-service'

const UNREACHABLE = { error: 'Lambda.SdkClientException', cause: 'Unable to execute HTTP request: {host}: {reason}' }

const sdkClientException: FaultDefinition = {
  id: 'lambda-sdk-client-exception',
  title: 'Step Functions does not reach Lambda',
  family,
  aliases: ['lambda-unreachable'],
  targets: 'tasks that call a Lambda function, through aws-sdk:lambda:invoke too',
  appliesTo: anyOf(callsFunction, callsThroughSdk('lambda', 'invoke')),
  effect: { kind: 'service-error', optimized: UNREACHABLE, sdk: UNREACHABLE },
  parameters: { reason: { kind: 'text', default: 'Name or service not known', help: 'what the network says' } },
  matchedBy: [UNREACHABLE.error, 'States.TaskFailed', 'States.ALL'],
  transient: true,
  sideEffect: 'may-have-happened',
  advice: 'Retry from 2 seconds on, doubled, up to six times, as AWS recommends for every function.',
  evidence: 'inferred',
  source: [BEST_PRACTICES, 'text: LocalStack snapshots recorded against AWS: error_handling/test_task_service_sqs'],
}

const clientExecutionTimeout: FaultDefinition = {
  id: 'lambda-client-execution-timeout',
  title: 'Step Functions gives up waiting for Lambda',
  family,
  aliases: ['client-timeout'],
  targets: 'tasks that call a Lambda function',
  appliesTo: callsFunction,
  effect: {
    kind: 'service-error',
    optimized: {
      error: 'Lambda.ClientExecutionTimeoutException',
      cause: 'Client execution did not complete before the specified timeout configuration.',
    },
  },
  matchedBy: ['Lambda.ClientExecutionTimeoutException', 'States.TaskFailed', 'States.ALL'],
  notMatchedBy: ['States.Timeout'],
  transient: true,
  sideEffect: 'may-have-happened',
  advice: 'Retry as any failure of Lambda itself; the function may be at work still, so make it idempotent.',
  evidence: 'documented',
  source: [BEST_PRACTICES],
}

const integrationError: FaultDefinition = {
  id: 'lambda-sdk-integration-error',
  title: 'Any failure of Lambda itself, through aws-sdk:lambda:invoke',
  family,
  aliases: ['lambda-sdk-error'],
  targets: 'tasks on aws-sdk:lambda:invoke',
  appliesTo: callsThroughSdk('lambda', 'invoke'),
  effect: {
    kind: 'service-error',
    sdk: {
      error: 'Lambda.{exception}',
      cause: sdkCause({ message: '{message}', service: 'Lambda', status: '{status}' }),
    },
  },
  parameters: {
    exception: { kind: 'text', default: 'ServiceException', help: "the exception's class" },
    status: { kind: 'number', default: 500, help: 'HTTP status' },
    message: { kind: 'text', default: NO_MESSAGE, help: 'what it says' },
  },
  matchedBy: ['Lambda.{exception}', 'States.TaskFailed', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
  advice: 'The names are those of lambda:invoke, but a failing function is no error here: look at $.FunctionError.',
  evidence: 'inferred',
  source: ['https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html'],
}

/** Calls that do not get through to Lambda, or not as the optimized integration makes them. */
export const lambdaNetwork: readonly FaultDefinition[] = [sdkClientException, clientExecutionTimeout, integrationError]
