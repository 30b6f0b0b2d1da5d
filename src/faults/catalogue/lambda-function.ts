import type { FaultDefinition } from '../fault-definition.js'
import { killedPayload, raisedPayload } from '../function-payload.js'
import { callsFunction } from '../struck-resources.js'

const inFunctions = {
  family: 'lambda-function',
  targets: 'tasks that call a Lambda function',
  appliesTo: callsFunction,
}
const PAYLOADS = 'LocalStack snapshots recorded against AWS: lambda_/test_lambda_common (payload by runtime)'
const ERROR_HANDLING = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'

/** The default types are those of a plain error in each runtime. Rust and custom runtimes are not told apart from Go. */
export const lambdaUnhandledException: FaultDefinition = {
  ...inFunctions,
  id: 'lambda-unhandled-exception',
  title: 'The function raises an exception that it does not handle',
  aliases: ['exception'],
  effect: {
    kind: 'function-error',
    payload: raisedPayload({
      node: { type: 'Error', message: '{message}' },
      python: { type: 'Exception', message: '{message}' },
      java: { type: 'java.lang.RuntimeException', message: '{message}' },
      dotnet: { type: 'Exception', message: '{message}' },
      ruby: { type: 'Function<RuntimeError>', message: '{message}' },
      go: { type: 'errorString', message: '{message}' },
    }),
  },
  matchedBy: ['Error', 'Exception', 'States.TaskFailed', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
  advice:
    'Give transient and permanent errors classes of their own, so that Retry and Catch can tell them apart by name.',
  evidence: 'recorded',
  source: [
    PAYLOADS,
    'LocalStack snapshots recorded against AWS: error_handling/test_task_lambda::test_raise_exception',
  ],
}

/** The runtime's usual error for ENOSPC. Type and message for .NET and Go are assumptions, and Ruby's message is. */
export const lambdaTmpFull: FaultDefinition = {
  ...inFunctions,
  id: 'lambda-tmp-full',
  title: '/tmp is full because warm environments are reused (ENOSPC)',
  aliases: ['tmp-full', 'enospc'],
  effect: {
    kind: 'function-error',
    payload: raisedPayload({
      node: { type: 'Error', message: 'ENOSPC: no space left on device, write' },
      python: { type: 'OSError', message: '[Errno 28] No space left on device' },
      java: { type: 'java.io.IOException', message: 'No space left on device' },
      dotnet: { type: 'IOException', message: "No space left on device : '/tmp/data'" },
      ruby: { type: 'Function<Errno::ENOSPC>', message: 'No space left on device @ io_write - /tmp/data' },
      go: { type: 'PathError', message: 'write /tmp/data: no space left on device' },
    }),
  },
  matchedBy: ['Error', 'OSError', 'java.io.IOException', 'States.TaskFailed', 'States.ALL'],
  transient: true,
  sideEffect: 'may-have-happened',
  advice:
    'A retry helps only if another environment takes it. Delete temporary files after each invocation, or raise EphemeralStorage (up to 10,240 MB).',
  evidence: 'inferred',
  source: [PAYLOADS, 'Node and Python messages reproduced on a full tmpfs'],
}

/** What the invoker sees is `Runtime.ExitError`; `Runtime.OutOfMemory` stands only in the function's REPORT log line. */
export const lambdaOom: FaultDefinition = {
  ...inFunctions,
  id: 'lambda-oom',
  title: 'The process is killed because it exceeds its memory',
  aliases: ['oom'],
  effect: {
    kind: 'function-error',
    payload: killedPayload({
      type: 'Runtime.ExitError',
      message: 'RequestId: {request_id} Error: Runtime exited with error: signal: killed',
    }),
  },
  matchedBy: ['Runtime.ExitError', 'States.TaskFailed', 'States.ALL'],
  transient: false,
  sideEffect: 'may-have-happened',
  advice: 'Retry once or twice at most (it helps against a leak), then take a path with more memory.',
  evidence: 'recorded',
  source: ['public history of an execution, 2025', PAYLOADS],
}

/** The function's own timeout, not the Task's: it is never `States.Timeout`. */
export const lambdaTimeout: FaultDefinition = {
  ...inFunctions,
  id: 'lambda-timeout',
  title: 'The function hits its own configured timeout',
  aliases: [],
  shows: 'at-function-timeout',
  effect: {
    kind: 'function-error',
    payload: killedPayload({
      type: 'Sandbox.Timedout',
      message: 'RequestId: {request_id} Error: Task timed out after {timeout_s} seconds',
    }),
  },
  matchedBy: ['Sandbox.Timedout', 'States.TaskFailed', 'States.ALL'],
  transient: true,
  sideEffect: 'may-have-happened',
  advice:
    'Name Sandbox.Timedout in Retry (States.Timeout does not match it), cap the attempts, and make the work idempotent: it may be done already.',
  evidence: 'recorded',
  source: [
    'LocalStack snapshots recorded against AWS: lambda_/test_lambda::test_lambda_invoke_with_timeout, 2025-11',
    ERROR_HANDLING,
  ],
}
