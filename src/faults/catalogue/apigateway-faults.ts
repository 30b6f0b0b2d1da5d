import type { FaultDefinition } from '../fault-definition.js'
import { callsOptimized } from '../applies-to-resources.js'

const CONNECT = 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html'

const toApi = {
  family: 'apigateway',
  targets: 'tasks that call an API (apigateway:invoke)',
  appliesTo: callsOptimized('apigateway', 'invoke'),
} as const satisfies Partial<FaultDefinition>

const httpError: FaultDefinition = {
  ...toApi,
  id: 'apigw-http-error',
  title: 'The API answers with an error status',
  aliases: ['apigw', 'apigw-500'],
  effect: { kind: 'error', error: 'ApiGateway.{status}', cause: '{"message":"{message}"}' },
  parameters: {
    status: { kind: 'number', default: 500, help: 'the HTTP status, 400 to 599' },
    message: { kind: 'text', default: 'Internal server error', help: "the message in the answer's body" },
  },
  matchedBy: ['ApiGateway.{status}', 'States.TaskFailed', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
  advice: 'Retry by code: 429 and 5xx may pass, other 4xx stay. The Cause is the body, which a Catch can read.',
  evidence: 'reported',
  source: [
    'LocalStack snapshots recorded against AWS: services/test_apigetway_task_service::test_invoke_error',
    CONNECT,
  ],
}

const denied: FaultDefinition = {
  ...toApi,
  id: 'apigw-access-denied',
  errorKind: 'denied',
  title: "The role may not call the API, which asks for IAM's authorisation",
  aliases: ['apigw-403'],
  effect: {
    kind: 'error',
    error: 'ApiGateway.403',
    cause:
      '{"Message":"User: {caller_arn} is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:{region}:{account}:*"}',
  },
  matchedBy: ['ApiGateway.403', 'States.TaskFailed', 'States.ALL'],
  notMatchedBy: ['States.Permissions'],
  transient: false,
  sideEffect: 'none',
  advice: 'No retry: grant the role execute-api:Invoke on the method, and look at the policy of the API.',
  evidence: 'inferred',
  source: ['the name of other statuses is reported; the words are ours'],
}

const timeout: FaultDefinition = {
  ...toApi,
  id: 'apigw-29s-timeout',
  title: 'What is behind the API takes longer than its 29 seconds',
  aliases: ['504', '29s', 'apigw-timeout'],
  effect: { kind: 'error', error: 'ApiGateway.504', cause: '{"message":"Endpoint request timed out"}' },
  delayMs: () => 29_000,
  matchedBy: ['ApiGateway.504', 'States.TaskFailed', 'States.ALL'],
  notMatchedBy: ['States.Timeout'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
  advice: 'The backend goes on working: send an idempotency key before you retry, or make the call asynchronous.',
  evidence: 'inferred',
  source: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html', CONNECT],
}

const tooLarge: FaultDefinition = {
  ...toApi,
  id: 'apigw-payload-too-large',
  title: 'The request is larger than API Gateway takes (10 MB)',
  aliases: ['413'],
  effect: { kind: 'error', error: 'ApiGateway.413', cause: '{"message":"Request Too Long"}' },
  matchedBy: ['ApiGateway.413', 'States.TaskFailed', 'States.ALL'],
  transient: false,
  sideEffect: 'none',
  advice: 'Send where the data lies rather than the data; a retry is as large again.',
  evidence: 'inferred',
  source: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html'],
}

const throttled: FaultDefinition = {
  ...toApi,
  id: 'apigw-throttled',
  title: 'The API is called more often than its limit allows',
  aliases: ['apigw-429'],
  effect: { kind: 'error', error: 'ApiGateway.429', cause: '{"message":"Too Many Requests"}' },
  matchedBy: ['ApiGateway.429', 'States.TaskFailed', 'States.ALL'],
  transient: true,
  sideEffect: 'none',
  advice: 'Back off with FULL jitter and a MaxDelaySeconds, and lower MaxConcurrency around the Task.',
  evidence: 'inferred',
  source: [CONNECT],
}

const transport: FaultDefinition = {
  ...toApi,
  id: 'apigw-transport-error',
  title: 'No answer of the API arrives, hence no status',
  aliases: ['apigw-transport'],
  effect: { kind: 'error', error: 'ApiGateway.{exception}', cause: '{message}' },
  parameters: {
    exception: { kind: 'text', default: 'SocketTimeoutException', help: 'the class of the exception' },
    message: { kind: 'text', default: 'Read timed out', help: 'its message' },
  },
  matchedBy: ['ApiGateway.{exception}', 'States.TaskFailed', 'States.ALL'],
  transient: true,
  sideEffect: 'may-have-happened',
  advice: 'Retry it if the call may be made twice; list States.TaskFailed, as the name depends on what broke.',
  evidence: 'documented',
  source: [CONNECT],
}

/** APIs in API Gateway. */
export const apiGateway: readonly FaultDefinition[] = [httpError, timeout, throttled, tooLarge, denied, transport]
