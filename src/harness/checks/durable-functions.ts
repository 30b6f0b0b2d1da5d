import { isObject, type JsonObject, member, pointer } from '../../asl/json.js'
import { type Problem, problem } from '../../asl/problem.js'
import type { Resource } from '../../asl/resource.js'
import { faultTargets } from '../../faults/fault-target.js'
import type { MachineSource } from '../../iac/machine-source.js'
import { functionOf } from '../answering/strikes.js'

/** A synchronous invocation waits for so long at most, also for a function that goes on for days. */
const LONGEST_WAIT_SECONDS = 900

/**
 * Tasks that invoke a durable function of the same template in a way that it does not bear: without a version or an alias, or for an
 * answer that takes longer than Lambda waits. https://docs.aws.amazon.com/lambda/latest/dg/durable-invoking.html
 */
export function durableFunctionProblems({
  definition,
  type,
  functions,
}: Pick<MachineSource, 'definition' | 'type' | 'functions'>): readonly Problem[] {
  return faultTargets(definition, type).flatMap(({ definition: state, pointer: at, resource }) => {
    const isDurable = functionOf(functions, resource, state)?.isDurable === true
    if (!isDurable || !resource) return []
    const called = calledName(state) ?? resource.arn
    return [...unqualified(called, at), ...waitsTooLong(state, resource, at)]
  })
}

function unqualified(called: string, at: string): readonly Problem[] {
  if (called.split(':').length > (called.startsWith('arn:') ? 7 : 1)) return []
  const message = 'a durable function is invoked by a version or an alias only, and this Task names neither'
  const hint = 'name a version or an alias behind the function, such as my-function:live'
  return [problem('ASLX_DURABLE_UNQUALIFIED', 'warning', message, at, { hint })]
}

function waitsTooLong(state: JsonObject, resource: Resource, at: string): readonly Problem[] {
  const seconds = member(state, 'TimeoutSeconds')
  const isCallback = 'pattern' in resource && resource.pattern === 'waitForTaskToken'
  if (isCallback || typeof seconds !== 'number' || seconds <= LONGEST_WAIT_SECONDS) return []
  const message = `this Task waits ${seconds} seconds for a durable function, and a synchronous invocation ends after ${LONGEST_WAIT_SECONDS}`
  const hint = 'invoke it with .waitForTaskToken, and let it send the result'
  return [problem('ASLX_DURABLE_WAIT', 'warning', message, pointer(at, 'TimeoutSeconds'), { hint })]
}

function calledName(state: JsonObject): string | undefined {
  const sent = member(state, 'Parameters') ?? member(state, 'Arguments')
  const name = sent !== undefined && isObject(sent) ? member(sent, 'FunctionName') : undefined
  return typeof name === 'string' ? name : undefined
}
