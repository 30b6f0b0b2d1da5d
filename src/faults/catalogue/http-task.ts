import { LIMITS } from '../../asl/limits.js'
import { numberArgument } from '../changed-answer.js'
import type { FaultDefinition } from '../fault-definition.js'
import { callsOptimized } from '../applies-to-resources.js'

const ERROR_HANDLING = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'

const toEndpoint = {
  family: 'http-task',
  targets: 'tasks that call an HTTP endpoint (http:invoke)',
  appliesTo: callsOptimized('http', 'invoke'),
} as const satisfies Partial<FaultDefinition>

const status: FaultDefinition = {
  ...toEndpoint,
  id: 'http-task-status',
  title: 'The endpoint answers with an error status',
  aliases: ['http', 'http-status'],
  effect: { kind: 'error', error: 'States.Http.StatusCode.{status}', cause: '{http_reason}' },
  parameters: { status: { kind: 'number', default: 503, help: 'the HTTP status, 400 to 599' } },
  matchedBy: ['States.Http.StatusCode.{status}', 'States.TaskFailed', 'States.ALL'],
  notMatchedBy: ['States.Http.StatusCode.5XX'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
  advice:
    'Retry by single codes (429, 502, 503, 504): there is no name for a range of them. The body of the answer is lost.',
  evidence: 'reported',
  source: ['public note from production: the cause is the status text alone', ERROR_HANDLING],
}

const socket: FaultDefinition = {
  ...toEndpoint,
  id: 'http-task-socket-timeout',
  title: 'The endpoint takes longer than 60 seconds, or the connection breaks',
  aliases: ['socket', 'http-timeout'],
  effect: { kind: 'error', error: 'States.Http.Socket', cause: '{message}' },
  parameters: { message: { kind: 'text', default: 'Read timed out', help: 'what the client says of it' } },
  delayMs: () => LIMITS.httpTaskSeconds.value * 1000,
  matchedBy: ['States.Http.Socket', 'States.TaskFailed', 'States.ALL'],
  notMatchedBy: ['States.Timeout'],
  transient: true,
  sideEffect: 'may-have-happened',
  advice: 'The endpoint may have done its work: send an idempotency key, and retry only with one.',
  evidence: 'documented',
  source: [ERROR_HANDLING],
}

const throttled: FaultDefinition = {
  ...toEndpoint,
  id: 'http-task-throttled',
  title: "The account's 300 HTTP calls a second are used up: the call goes out later, without an error",
  aliases: ['http-throttled'],
  effect: { kind: 'answer' },
  parameters: { delay: { kind: 'duration', default: 1_000, help: 'how much later' } },
  delayMs: (context) => numberArgument(context, 'delay', 1_000),
  matchedBy: [],
  transient: true,
  sideEffect: 'happened',
  advice: 'Lower MaxConcurrency around the Task, and leave room for the delay in its TimeoutSeconds.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html'],
}

const connectionDenied: FaultDefinition = {
  ...toEndpoint,
  id: 'http-task-connection-denied',
  errorKind: 'denied',
  title: "The EventBridge connection that holds the endpoint's credentials cannot be used",
  aliases: ['connection-denied'],
  effect: { kind: 'error', error: 'Events.ConnectionResource.{reason}', cause: '{message}' },
  parameters: {
    reason: { kind: 'text', default: 'AccessDenied', help: 'the last part of the name' },
    message: { kind: 'text', default: 'The connection is not authorized to access the resource.', help: 'the cause' },
  },
  matchedBy: ['Events.ConnectionResource.{reason}', 'States.TaskFailed', 'States.ALL'],
  transient: false,
  sideEffect: 'none',
  advice: 'No retry mends a connection or a role: catch it, and have somebody authorise the connection again.',
  evidence: 'assumption',
  source: ['the beginning of the name is that of another emulator; nobody reports it'],
}

/** How the service words it is reported, under which name is not: Step Functions' own refusal to take on a role is States.TaskFailed. */
const denied: FaultDefinition = {
  ...toEndpoint,
  id: 'http-task-denied',
  errorKind: 'denied',
  title: "The state machine's role may not call the endpoint",
  aliases: ['http-denied'],
  effect: {
    kind: 'error',
    error: 'States.TaskFailed',
    cause:
      'AWS Step Functions is not authorized to perform states:InvokeHTTPEndpoint on API Endpoint {endpoint}. Ensure that the StateMachine role contains the states:InvokeHTTPEndpoint permission for the given API Endpoint',
  },
  matchedBy: ['States.TaskFailed', 'States.ALL'],
  transient: false,
  sideEffect: 'none',
  advice: 'No retry: grant the role states:InvokeHTTPEndpoint on the endpoint, and what its connection needs.',
  evidence: 'assumption',
  source: ['the cause: a public report, which does not tell the name'],
}

/** HTTP Tasks. */
export const httpTask: readonly FaultDefinition[] = [status, socket, throttled, denied, connectionDenied]
