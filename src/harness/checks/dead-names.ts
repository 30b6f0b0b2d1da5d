import { matchesError } from '../../asl/error-names.js'
import { hasTimeLimit } from '../../asl/fields/time-limits.js'
import { isArray, isObject, type Json, member, pointer } from '../../asl/json.js'
import { isPlaceholder } from '../../asl/placeholder.js'
import { type Problem, problem } from '../../asl/problem.js'
import { isLambda, type Resource } from '../../asl/resource.js'
import type { ExecutionType } from '../../asl/types.js'
import { type FaultTarget, faultTargets } from '../../faults/fault-target.js'
import { neverRaises } from './never-raises.js'

/** A name in the `ErrorEquals` of a Task's retrier or catcher, and where it stands. */
interface Named {
  readonly field: 'Retry' | 'Catch'
  readonly name: string
  readonly pointer: string
}

/** A Task, what it calls, and the names that its retriers and catchers list. */
interface HandledTask {
  readonly target: FaultTarget
  readonly resource: Resource
  readonly named: readonly Named[]
}

type Rule = (task: HandledTask) => readonly Problem[]

/**
 * Names in `Retry` and `Catch` of Tasks that do not do what their author meant, for the service that is called: names that
 * the service never raises, and lists that leave out the one that counts. Warnings all, and only where it is certain.
 */
export function deadNames(definition: Json, type: ExecutionType): readonly Problem[] {
  return faultTargets(definition, type).flatMap((target) => {
    const { resource } = target
    if (target.type !== 'Task' || !resource) return []
    const task = { target, resource, named: namesOf(target) }
    return RULES.flatMap((rule) => rule(task))
  })
}

function namesOf({ definition, pointer: at }: FaultTarget): readonly Named[] {
  return (['Retry', 'Catch'] as const).flatMap((field) => {
    const handlers = member(definition, field)
    if (handlers === undefined || !isArray(handlers)) return []
    return handlers.flatMap((handler, index) => {
      const names = isObject(handler) ? member(handler, 'ErrorEquals') : undefined
      if (names === undefined || !isArray(names)) return []
      return names.flatMap((name, i): readonly Named[] =>
        typeof name === 'string' && !isPlaceholder(name)
          ? [{ field, name, pointer: pointer(at, field, index, 'ErrorEquals', i) }]
          : [],
      )
    })
  })
}

/** All names of the same `ErrorEquals`. */
function namesBeside({ pointer: at }: Named, named: readonly Named[]): readonly string[] {
  const list = at.slice(0, at.lastIndexOf('/') + 1)
  return named.flatMap((other) => (other.pointer.startsWith(list) ? [other.name] : []))
}

function warning(code: string, message: string, { pointer: at }: Named, hint: string, meantError?: string): Problem {
  return problem(code, 'warning', message, at, { hint, meantError })
}

/** A wrong prefix, an invented name, an exception of another operation or of another service. Silent where the right name stands beside it. */
const neverRaised: Rule = ({ resource, named }) =>
  named.flatMap((one) => {
    const never = neverRaises(resource, one.name)
    if (!never || matchesError(namesBeside(one, named), { name: never.right, duringTask: true })) return []
    const message = `'${one.name}' never matches: ${never.why}`
    return [warning('ASLX_ERROR_NEVER_RAISED', message, one, never.instead, never.meant)]
  })

/** A child's error reaches its parent as States.TaskFailed: https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html */
const childError: Rule = ({ resource, named }) => {
  if (resource.kind !== 'optimized' || resource.service !== 'states' || !resource.pattern.startsWith('sync')) return []
  return named
    .filter(({ name }) => !/^(?:States|StepFunctions)\./.test(name) && !neverRaises(resource, name))
    .map((one) => {
      const message = `'${one.name}' never matches: whatever the child fails with, its parent sees States.TaskFailed`
      return warning('ASLX_CHILD_ERROR_NAME', message, one, 'take States.TaskFailed, and read the name in its Cause')
    })
}

/** Function timeouts are no States.Timeout: that is the Task's own, and a Task without TimeoutSeconds has none. */
const functionTimeout: Rule = ({ resource, named, target: { definition } }) => {
  if (!isPlainLambda(resource) || hasTimeLimit(definition)) return []
  return named
    .filter(({ name }) => name === 'States.Timeout')
    .filter(({ field }) => !takes(named, field, { name: 'Sandbox.Timedout', duringTask: true }))
    .map((one) => {
      const message = `'States.Timeout' never matches: this Task has no TimeoutSeconds, and its function's own timeout has another name`
      return warning(
        'ASLX_FUNCTION_TIMEOUT_NAME',
        message,
        one,
        'give the Task TimeoutSeconds, or add Sandbox.Timedout',
        'Sandbox.Timedout',
      )
    })
}

/** The code of what is no name gone wrong, but a name left out. */
export const THROTTLE_ADVICE = 'ASLX_LAMBDA_THROTTLE_NOT_RETRIED'

/** Who retries Lambda's own errors means its throttling as well; CDK's default does without. */
const throttleNotRetried: Rule = ({ resource, named }) => {
  if (!isPlainLambda(resource)) return []
  const first = named.find(({ field, name }) => field === 'Retry' && /^Lambda\.\w+Exception$/.test(name))
  if (!first || takes(named, 'Retry', { name: 'Lambda.TooManyRequestsException', duringTask: true })) return []
  const message =
    "No retrier takes 'Lambda.TooManyRequestsException', which is how Lambda refuses calls over its limits"
  return [warning(THROTTLE_ADVICE, message, first, "add 'Lambda.TooManyRequestsException' here")]
}

/** `States.TaskFailed` takes every error but a timeout. */
const timeoutNotTaken: Rule = ({ named, target: { definition } }) => {
  if (!hasTimeLimit(definition)) return []
  const timeout = { name: 'States.Timeout', heartbeat: true, duringTask: true }
  if (takes(named, 'Catch', timeout)) return []
  const taskFailed = named.filter(({ name }) => name === 'States.TaskFailed')
  const one = taskFailed.find(({ field }) => field === 'Catch') ?? taskFailed[0]
  if (!one || takes(named, one.field, timeout)) return []
  const message = "'States.TaskFailed' does not take States.Timeout, which this Task can fail with"
  return [
    warning('ASLX_TIMEOUT_NOT_TAKEN', message, one, "add 'States.Timeout', or use 'States.ALL'", 'States.Timeout'),
  ]
}

const RULES: readonly Rule[] = [neverRaised, childError, functionTimeout, throttleNotRetried, timeoutNotTaken]

function takes(named: readonly Named[], field: Named['field'], error: Parameters<typeof matchesError>[1]): boolean {
  return matchesError(
    named.flatMap((one) => (one.field === field ? [one.name] : [])),
    error,
  )
}

/** A call of a function that nothing but the function answers. */
function isPlainLambda(resource: Resource): boolean {
  return isLambda(resource) && (!('pattern' in resource) || resource.pattern === 'request-response')
}
