import type { FunctionFacts } from '../../asl/function-facts.js'
import { parseResource } from '../../asl/resource.js'
import type { Call } from '../../engine/ports.js'
import type { Circumstances } from '../plan.js'
import { functionNames, matchesResource, parseResourcePattern } from '../resource-pattern.js'

/** Whether a call goes to what one of the selectors means: a Task's call, or that of a Map's ItemReader. */
export function concernsAnyOf(selectors: readonly string[]): (call: Call, about: Circumstances) => boolean {
  const patterns = selectors.map((selector) => parseResourcePattern(selector))
  return (call, { function: called }) =>
    call.purpose !== 'state' && patterns.some((pattern) => matchesResource(pattern, call, called))
}

/** Whether the call runs a function: by its ARN, or through Lambda's Invoke. */
export function invokes({ resource, purpose }: Call): boolean {
  if (purpose !== 'task') return false
  if (resource.kind === 'optimized' || resource.kind === 'aws-sdk') {
    return resource.service === 'lambda' && resource.action === 'invoke'
  }
  return resource.kind !== 'activity'
}

/** One name for one function, however it is called: the logical id, or the name without account, version and alias. */
export function functionKey(call: Call, called: FunctionFacts | undefined): string {
  const names = functionNames(call, called)
  return called?.logicalId ?? names[1] ?? names[0] ?? parseResource(call.resource.arn).arn
}

/** The ids of models: a name, or the kind and what it concerns. */
export function modelId(
  kind: string,
  { name, on = [] }: { name?: string | undefined; on?: readonly string[] },
): string {
  return name ?? [kind, ...on].join(' ')
}
