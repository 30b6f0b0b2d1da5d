import { isObject, type Json, member } from '../../asl/json.js'
import type { FunctionFacts } from '../../asl/function-facts.js'
import type { FaultDefinition } from '../../faults/fault-definition.js'
import type { FaultTarget } from '../../faults/fault-target.js'
import { runtimeFamily } from '../../faults/runtime.js'

/** Whether something can happen: `unknown` where the template does not tell, which counts as possible. */
export type Possibility = 'yes' | 'no' | 'unknown'

type Condition = (target: FaultTarget, called: FunctionFacts | undefined) => Possibility

/** Rows that follow from another strike, that stand for one, or that are there to be asked for: no trouble of their own. */
const NEVER_ALONE: ReadonlySet<string> = new Set([
  'error',
  'states-parallel-branch-failed',
  'states-fail-state',
  'map-iteration-failed',
  'map-tolerated-failure-exceeded',
  'states-history-limit',
  'states-execution-throttled',
  'execution-timeout',
  'express-5-minute-limit',
  'standard-1-year-limit',
  'states-permissions',
  'service-access-denied',
  'sns-access-denied',
  'ecs-pass-role-denied',
  'http-task-denied',
  's3-access-denied-in-lambda',
  'ddb-access-denied-in-lambda',
  'sqs-access-denied-in-lambda',
  'sns-access-denied-in-lambda',
  'apigw-access-denied',
  'states-role-assume-denied',
  'dup-late-success',
  'dup-execute-then-error',
  'dup-partial-parallel-retry',
  'slow-response',
  'replaced-result',
  'corrupted-response',
  'empty-result',
  'stale-read',
  'oversize-payload',
  'lambda-custom-error-name',
  'lambda-sdk-integration-error',
  'map-config-invalid',
  'map-result-writer-denied',
  'lambda-image-access-denied',
  'callback-late-answer',
  'answered-twice',
])

/** What has to be so for a row to happen, besides the resource that it applies to. */
const CONDITIONS: Readonly<Record<string, Condition>> = {
  'lambda-java-heap-oom': runsOn('java'),
  'lambda-node-heap-oom': runsOn('node'),
  'lambda-python-memoryerror': runsOn('python'),
  'lambda-marshal-error': runsOn('python'),
  'lambda-unhandled-rejection': runsOn('node'),
  'lambda-user-code-syntax-error': runsOn('node', 'python', 'ruby'),
  'lambda-eni-limit': untold,
  'lambda-subnet-ip-exhausted': untold,
  'lambda-ec2-throttled': untold,
  'lambda-efs-mount-timeout': untold,
  'lambda-snapstart-not-ready': untold,
  'lambda-code-artifact-pending': untold,
  'lambda-code-artifact-failed': untold,
  'concurrent-modification': untold,
  'ddb-conditional-check-failed': sends('ConditionExpression'),
  's3-precondition-failed': sends('IfMatch', 'IfNoneMatch', 'IfUnmodifiedSince', 'IfModifiedSince'),
  'states-data-limit-task-result': answersMuch,
  'lambda-response-too-large': () => 'unknown',
  'task-timeout': endsBeforeItsCallee,
  'task-heartbeat-timeout': endsBeforeItsCallee,
}

/** Whether the trouble of a row of the catalogue can come about at a state to which it applies. */
export function possibilityOf({ id }: FaultDefinition, target: FaultTarget, called?: FunctionFacts): Possibility {
  if (NEVER_ALONE.has(id)) return 'no'
  const condition = Object.hasOwn(CONDITIONS, id) ? CONDITIONS[id] : undefined
  return condition ? condition(target, called) : 'yes'
}

/** Names of services' exceptions that need something of the template, and what. */
const NAMES: readonly (readonly [pattern: RegExp, condition: Condition])[] = [
  [/^DynamoD[Bb]\.ConditionalCheckFailed/, sends('ConditionExpression', 'Expected')],
  [/^Lambda\.(?:E[Nn][Ii]|E[Ff][Ss]|E[Cc]2|S3Files|Subnet|SnapStart)/, untold],
]

/** Whether an exception of a service's model can come about at a state. */
export function possibilityOfError(error: string, target: FaultTarget): Possibility {
  const condition = NAMES.find(([pattern]) => pattern.test(error))?.[1]
  return condition ? condition(target, undefined) : 'yes'
}

function untold(): Possibility {
  return 'unknown'
}

function runsOn(...families: readonly string[]): Condition {
  return (_, called) => {
    if (called?.runtime === undefined) return 'unknown'
    return families.includes(runtimeFamily(called.runtime)) ? 'yes' : 'no'
  }
}

/** Tasks that send one of these members; whoever sends what a path or an expression gives may send them, too. */
function sends(...names: readonly string[]): Condition {
  return ({ definition }) => {
    const sent = member(definition, 'Parameters') ?? member(definition, 'Arguments')
    if (!isObject(sent)) return 'unknown'
    return mentions(sent, names) ? 'yes' : 'no'
  }
}

function mentions(value: Json, names: readonly string[]): boolean {
  const todo: Json[] = [value]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (Array.isArray(next)) todo.push(...next)
    else if (isObject(next)) {
      for (const [key, part] of Object.entries(next)) {
        if (names.includes(key.replace(/\.\$$/, ''))) return true
        todo.push(part)
      }
    }
  }
  return false
}

/** Actions whose answers grow with what is stored. */
const READS_MUCH = /^(?:get|list|query|scan|batchGet|select|search|describe|filter|invoke|converse)/

function answersMuch({ resource }: FaultTarget): Possibility {
  if (!resource) return 'no'
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return 'unknown'
  if (resource.pattern !== 'request-response') return 'unknown'
  return READS_MUCH.test(resource.action) ? 'unknown' : 'no'
}

/** Seconds after which Lambda ends every function. */
const LONGEST_FUNCTION_SECONDS = 900

/**
 * A call that its service answers at once never waits for the Task's own timeout: a function ends at its own first, unless the
 * Task's is shorter. A job may go on for ever; of callbacks and activities other rows tell.
 */
function endsBeforeItsCallee({ resource, definition }: FaultTarget, called: FunctionFacts | undefined): Possibility {
  if (!resource || resource.kind === 'activity') return 'no'
  const pattern = 'pattern' in resource ? resource.pattern : 'request-response'
  if (pattern !== 'request-response') return pattern === 'waitForTaskToken' ? 'no' : 'yes'
  const timed = ['TimeoutSeconds', 'HeartbeatSeconds'].map((field) => member(definition, field))
  const isDynamic = ['TimeoutSecondsPath', 'HeartbeatSecondsPath'].some((field) => Object.hasOwn(definition, field))
  if (timed.every((value) => value === undefined) && !isDynamic) return 'no'
  const isInvoke = 'service' in resource && resource.service === 'lambda' && resource.action === 'invoke'
  if ('service' in resource && !isInvoke) return 'unknown'
  const seconds = Math.min(...timed.filter((value) => typeof value === 'number'))
  if (seconds >= (called?.timeoutSeconds ?? LONGEST_FUNCTION_SECONDS)) return 'no'
  return called?.timeoutSeconds === undefined ? 'unknown' : 'yes'
}
