import type { FaultDefinition } from '../fault-definition.js'
import { functionFault } from '../function-fault.js'
import { everyRuntime, killedPayload } from '../function-payload.js'
import { functionTimeoutMs, timeoutParameters } from '../function-timeout.js'

const LAMBDA_TESTS = 'LocalStack snapshots recorded against AWS: lambda_/test_lambda'
const ERROR_HANDLING = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'
const LIMITS = 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html'
const TIMED_OUT = {
  type: 'Sandbox.Timedout',
  message: 'RequestId: {request_id} Error: Task timed out after {timeout_s} seconds',
}

/** The function's own timeout, not the Task's: it is never `States.Timeout`. */
const timeout = functionFault({
  id: 'lambda-timeout',
  title: 'The function hits its own configured timeout',
  aliases: ['function-timeout'],
  payload: killedPayload(TIMED_OUT),
  parameters: timeoutParameters,
  delayMs: functionTimeoutMs,
  notMatchedBy: ['States.Timeout', 'Lambda.Unknown'],
  transient: true,
  advice:
    'Name Sandbox.Timedout in Retry (States.Timeout does not match it), cap the attempts, and make the work idempotent: it may be done already.',
  evidence: 'reported',
  source: [`${LAMBDA_TESTS}::test_lambda_invoke_with_timeout, 2025-11`, ERROR_HANDLING],
})

const timeoutLegacy = functionFault({
  id: 'lambda-timeout-legacy',
  title: 'The function hits its own timeout, and the payload names no error (older platform)',
  aliases: ['timeout-legacy'],
  payload: everyRuntime('{"errorMessage":"{iso_time} {request_id} Task timed out after {timeout_s} seconds"}'),
  parameters: timeoutParameters,
  delayMs: functionTimeoutMs,
  notMatchedBy: ['States.Timeout', 'Sandbox.Timedout'],
  transient: true,
  advice: 'List both names of a function that times out: Sandbox.Timedout and Lambda.Unknown.',
  evidence: 'reported',
  source: [`${LAMBDA_TESTS}::test_lambda_invoke_timed_out_environment_reuse, 2024-04`, ERROR_HANDLING],
})

const memoryPressureTimeout = functionFault({
  id: 'lambda-memory-pressure-timeout',
  title: 'A function with too little memory and CPU now and then takes longer than its timeout',
  aliases: ['memory-pressure'],
  payload: killedPayload(TIMED_OUT),
  parameters: timeoutParameters,
  delayMs: functionTimeoutMs,
  notMatchedBy: ['States.Timeout'],
  transient: true,
  advice:
    'Retry with jitter, and watch Max Memory Used in the REPORT lines: near Memory Size, more memory is the cure.',
  evidence: 'inferred',
  source: ['as lambda-timeout'],
})

const fifteenMinuteLimit = functionFault({
  id: 'lambda-15-minute-limit',
  title: 'The work takes longer than the 900 seconds that any function has',
  aliases: ['15-minutes'],
  payload: killedPayload({
    type: 'Sandbox.Timedout',
    message: 'RequestId: {request_id} Error: Task timed out after 900.00 seconds',
  }),
  delayMs: () => 900_000,
  notMatchedBy: ['States.Timeout'],
  transient: false,
  advice: 'No retry: it takes 15 minutes again. Split the work, or run it as an ECS or Batch job with .sync.',
  evidence: 'reported',
  source: ['public history of an execution', LIMITS],
})

/** How the runtime's end reads is reported; that the request id stands before it is taken from other signals. */
const segfault = functionFault({
  id: 'lambda-segfault',
  errorKind: 'killed',
  title: 'Native code crashes the runtime (SIGSEGV)',
  aliases: ['segfault', 'sigsegv'],
  payload: killedPayload({
    type: 'Runtime.ExitError',
    message: 'RequestId: {request_id} Error: Runtime exited with error: signal: segmentation fault (core dumped)',
  }),
  notMatchedBy: ['Lambda.Unknown'],
  transient: 'depends',
  advice: 'One retry at most, and list Sandbox.Timedout too: some crashes arrive as a timeout.',
  evidence: 'reported',
  source: ['a public report of a function with native code'],
})

const segfaultTimeout = functionFault({
  id: 'lambda-segfault-timeout',
  errorKind: 'killed',
  title: 'Native code crashes the runtime, and Lambda tells of it as a timeout',
  aliases: ['segfault-timeout'],
  payload: killedPayload(TIMED_OUT),
  parameters: timeoutParameters,
  delayMs: functionTimeoutMs,
  notMatchedBy: ['States.Timeout'],
  transient: 'depends',
  advice: 'One retry at most, and list Runtime.ExitError too: most crashes arrive under that name, and at once.',
  evidence: 'reported',
  source: [`${LAMBDA_TESTS}::test_lambda_runtime_exit_segfault, 2025-11`],
})

const runtimeExit = functionFault({
  id: 'lambda-runtime-exit',
  title: 'The process ends by itself before it answers',
  aliases: ['exit', 'runtime-exit'],
  payload: killedPayload({
    type: 'Runtime.ExitError',
    message: 'RequestId: {request_id} Error: Runtime exited without providing a reason',
  }),
  transient: 'depends',
  advice: 'One retry; then look in the code and its libraries for what ends the process early.',
  evidence: 'reported',
  source: [`${LAMBDA_TESTS}::test_lambda_runtime_exit`],
})

const runtimeExitStatus = functionFault({
  id: 'lambda-runtime-exit-status',
  title: 'The process ends with a status other than 0',
  aliases: ['exit-status'],
  payload: killedPayload({
    type: 'Runtime.ExitError',
    message: 'RequestId: {request_id} Error: Runtime exited with error: exit status {code}',
  }),
  parameters: { code: { kind: 'number', default: 1, help: "the process's exit status" } },
  transient: false,
  advice: 'No retry: a process that starts wrongly does so every time (127 is a wrapper script that is not there).',
  evidence: 'reported',
  source: [`${LAMBDA_TESTS}::test_lambda_runtime_wrapper_not_found`],
})

const responseTooLarge = functionFault({
  id: 'lambda-response-too-large',
  title: "The function's answer is larger than the 6 MB that Lambda passes on",
  aliases: ['response-too-large'],
  payload: everyRuntime(
    '{"errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes).","errorType":"Function.ResponseSizeTooLarge"}',
  ),
  notMatchedBy: ['States.DataLimitExceeded'],
  sideEffect: 'happened',
  transient: false,
  advice: 'Write the result to S3 and return its key. From 256 KiB on, Step Functions refuses it in any case.',
  evidence: 'reported',
  source: [`${LAMBDA_TESTS}::test_lambda_too_large_response`, LIMITS],
})

/** How Lambda ends a function that takes too long, dies, or answers too much. */
export const lambdaEnds: readonly FaultDefinition[] = [
  timeout,
  timeoutLegacy,
  memoryPressureTimeout,
  fifteenMinuteLimit,
  segfault,
  segfaultTimeout,
  runtimeExit,
  runtimeExitStatus,
  responseTooLarge,
]
