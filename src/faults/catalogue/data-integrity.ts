import { isArray } from '../../asl/json.js'
import { changedMembers, changedPayload, jsonArgument, numberArgument } from '../changed-answer.js'
import type { FaultDefinition } from '../fault-definition.js'
import { allOf, callsFunction, isTask, readsThroughService } from '../applies-to-resources.js'

const family = 'data-integrity'
const CHAOS_TOOLS = "the fault modes of failure-lambda and of AWS FIS's Lambda actions"

const slowResponse: FaultDefinition = {
  id: 'slow-response',
  title: 'The answer is right but late',
  family,
  aliases: ['latency', 'delay', 'slow', 'invocation-add-delay'],
  targets: 'every task',
  appliesTo: isTask,
  effect: { kind: 'answer' },
  parameters: { delay: { kind: 'duration', default: 5_000, help: 'how much later it comes' } },
  delayMs: (context) => numberArgument(context, 'delay', 5_000),
  matchedBy: [],
  transient: true,
  sideEffect: 'happened',
  advice:
    'Give every Task a TimeoutSeconds somewhat above what its callee may take: without one it waits as long as it has to.',
  evidence: 'documented',
  source: [CHAOS_TOOLS],
}

const replacedResult: FaultDefinition = {
  id: 'replaced-result',
  title: 'The answer is another one than the callee gave',
  family,
  aliases: ['return', 'statuscode', 'status-code', 'invocation-http-integration-response'],
  targets: 'every task',
  appliesTo: isTask,
  effect: {
    kind: 'answer',
    change: changedPayload((_, context) => jsonArgument(context, 'value', { statusCode: 500 })),
  },
  parameters: { value: { kind: 'json', default: { statusCode: 500 }, help: 'the answer in its place' } },
  matchedBy: [],
  transient: 'depends',
  sideEffect: 'happened',
  advice: 'An error told in a normal answer reaches neither Retry nor Catch: look at it in a Choice, or raise it.',
  evidence: 'documented',
  source: [CHAOS_TOOLS],
}

const corruptedResponse: FaultDefinition = {
  id: 'corrupted-response',
  title: 'The answer is cut off in the middle, and arrives as text',
  family,
  aliases: ['corrupt', 'corruption'],
  targets: 'tasks that call a Lambda function',
  appliesTo: callsFunction,
  effect: {
    kind: 'answer',
    change: changedPayload((answer) => {
      const text = JSON.stringify(answer)
      return text.slice(0, Math.ceil(text.length / 2))
    }),
  },
  matchedBy: [],
  transient: true,
  sideEffect: 'happened',
  advice:
    'A path into the answer that finds nothing is States.Runtime, which nothing catches: check the form in a Choice (IsPresent) first.',
  evidence: 'documented',
  source: [CHAOS_TOOLS],
}

const emptyResult: FaultDefinition = {
  id: 'empty-result',
  title: 'The answer is null',
  family,
  aliases: ['empty', 'null-result'],
  targets: 'every task',
  appliesTo: isTask,
  effect: { kind: 'answer', change: changedPayload((_, context) => jsonArgument(context, 'value', null)) },
  parameters: { value: { kind: 'json', default: null, help: 'what counts as empty: null, {} or []' } },
  matchedBy: [],
  transient: 'depends',
  sideEffect: 'happened',
  advice: 'A path into it is States.Runtime, which nothing catches: check with IsPresent or IsNull before using it.',
  evidence: 'inferred',
  source: ['a function that returns without a value answers null'],
}

const staleRead: FaultDefinition = {
  id: 'stale-read',
  title: 'A read just after a write does not see it yet',
  family,
  aliases: ['stale'],
  targets: 'tasks that read through a service: get, list, describe, query, scan',
  appliesTo: readsThroughService,
  effect: {
    kind: 'answer',
    change: changedMembers((answer) => {
      const { Item: _, ...rest } = answer
      return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, isArray(value) ? [] : value]))
    }),
  },
  matchedBy: [],
  transient: true,
  sideEffect: 'none',
  advice: 'Ask for a consistent read where there is one (ConsistentRead), or poll until what was written is there.',
  evidence: 'inferred',
  source: [
    'eventually consistent reads: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html',
  ],
}

const oversizePayload: FaultDefinition = {
  id: 'oversize-payload',
  title: 'The answer has grown beyond what a state may hand on',
  family,
  aliases: ['bloat', 'oversize'],
  targets: 'every task',
  appliesTo: isTask,
  effect: {
    kind: 'answer',
    change: changedPayload((_, context) =>
      'x'.repeat(Math.min(numberArgument(context, 'size', 307_200), 8 * 1024 * 1024)),
    ),
  },
  parameters: { size: { kind: 'bytes', default: 307_200, help: 'size of the answer, at most 8MB' } },
  matchedBy: ['States.DataLimitExceeded', 'States.TaskFailed', 'States.ALL'],
  transient: false,
  sideEffect: 'happened',
  advice: 'Hand on a reference (a key in S3) in place of the data; Step Functions takes 256 KiB between states.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/step-functions/latest/dg/limits-overview.html'],
}

const lateSuccess: FaultDefinition = {
  id: 'dup-late-success',
  title: 'The Task times out, and the callee does its work all the same',
  family,
  aliases: ['late-success'],
  targets: 'every task',
  appliesTo: isTask,
  effect: { kind: 'hang' },
  matchedBy: ['States.Timeout', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'happened',
  advice: 'A retry does the work a second time: send an idempotency token, or write on a condition.',
  evidence: 'inferred',
  source: ['States.Timeout: LocalStack snapshots recorded against AWS: timeouts/test_timeouts'],
}

const executeThenError: FaultDefinition = {
  id: 'dup-execute-then-error',
  title: 'The function does its work and then fails, so that a retry does it again',
  family,
  aliases: ['answer-lost', 'execute-then-fail', 'invocation-error'],
  targets: 'tasks that call a Lambda function',
  appliesTo: callsFunction,
  effect: {
    kind: 'function-error',
    payload: sameForAll('{"errorType":"Error","errorMessage":"{message}"}'),
  },
  parameters: { message: { kind: 'text', default: 'injected failure after execution', help: 'what the error says' } },
  matchedBy: ['Error', 'States.TaskFailed', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'happened',
  advice: 'Make the function do the same thing twice without harm: deterministic ids, conditional writes.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html (preventExecution: false)'],
}

const partialParallelRetry: FaultDefinition = {
  id: 'dup-partial-parallel-retry',
  title: 'One branch or item fails when its siblings have done their work, and a retry around them repeats it all',
  family,
  aliases: ['partial-parallel'],
  targets: 'tasks in a Map or Parallel',
  appliesTo: allOf(isTask, ({ within }) => within.length > 0),
  effect: { kind: 'error', error: '{error}', cause: '{message}' },
  parameters: {
    error: { kind: 'text', default: 'Branch.Failed', help: "the branch's error" },
    message: { kind: 'text', default: 'injected after the siblings succeeded', help: 'its cause' },
    after: { kind: 'duration', default: 60_000, help: 'how long the siblings have' },
  },
  delayMs: (context) => numberArgument(context, 'after', 60_000),
  matchedBy: ['{error}', 'States.TaskFailed', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'none',
  advice: 'Retry inside the branch, not around the Parallel or Map; or make every branch harmless to repeat.',
  evidence: 'inferred',
  source: ['a retried Parallel enters all its branches again (recorded: asl-semantics)'],
}

/** The payload of a function whose runtime makes no difference. */
function sameForAll(payload: string): Record<'node' | 'python' | 'java' | 'dotnet' | 'ruby' | 'go', string> {
  return { node: payload, python: payload, java: payload, dotnet: payload, ruby: payload, go: payload }
}

/** Calls that succeed with a wrong answer, or do their work twice. */
export const dataIntegrity: readonly FaultDefinition[] = [
  slowResponse,
  replacedResult,
  corruptedResponse,
  emptyResult,
  staleRead,
  oversizePayload,
  lateSuccess,
  executeThenError,
  partialParallelRetry,
]
