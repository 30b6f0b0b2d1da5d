import type { FaultDefinition } from '../fault-definition.js'
import { optimizedCause, sdkCause } from '../service-cause.js'
import { callsFunction, callsThroughSdk } from '../struck-resources.js'

const message = 'Rate Exceeded.'
const status = 429

/** Lambda itself refuses the call, so `aws-sdk:lambda` tasks fail as well: unlike a function's error, this is a failed API call. */
export const lambdaThrottledAccount: FaultDefinition = {
  id: 'lambda-throttled-account',
  title: "The account's concurrency (1,000 by default) is used up",
  family: 'lambda-service',
  aliases: ['throttle', '429'],
  targets: 'tasks that call a Lambda function, through aws-sdk:lambda too',
  appliesTo: (resource) => callsFunction(resource) || callsThroughSdk(resource, 'lambda'),
  effect: {
    kind: 'service-error',
    optimized: {
      error: 'Lambda.TooManyRequestsException',
      cause: optimizedCause({ message, service: 'AWSLambda', status, code: 'TooManyRequestsException' }),
    },
    sdk: { error: 'Lambda.TooManyRequestsException', cause: sdkCause({ message, service: 'Lambda', status }) },
  },
  matchedBy: ['Lambda.TooManyRequestsException', 'States.TaskFailed', 'States.ALL'],
  transient: true,
  sideEffect: 'none',
  advice:
    'Back off exponentially with FULL jitter, a MaxDelaySeconds and 6 to 10 attempts; lower MaxConcurrency upstream. The retrier that CDK adds by default does not list this name.',
  evidence: 'inferred',
  source: [
    '@aws-sdk/client-lambda: errors of Invoke, HTTP 429',
    'envelope: LocalStack snapshots recorded against AWS: error_handling/test_task_service_lambda::test_no_such_function',
  ],
}
