import { isLambda, type Resource } from '../asl/resource.js'
import type { StateType } from '../asl/types.js'
import type { FaultTarget } from './fault-target.js'

/** Where a fault applies. Predicates of the catalogue; `anyOf` joins them. */
export type Applies = (target: FaultTarget) => boolean

export function anyOf(...predicates: readonly Applies[]): Applies {
  return (target) => predicates.some((applies) => applies(target))
}

export function allOf(...predicates: readonly Applies[]): Applies {
  return (target) => predicates.every((applies) => applies(target))
}

/** Every Task. */
export function isTask({ type }: FaultTarget): boolean {
  return type === 'Task'
}

/** States of these types. */
export function isState(...types: readonly StateType[]): Applies {
  return ({ type }) => types.includes(type)
}

/**
 * Tasks on a Lambda function, by its ARN or through `lambda:invoke`. A resource that could not be resolved, such as a
 * bare placeholder of a template, counts as one: the engine runs it as one.
 */
export function callsFunction({ type, resource }: FaultTarget): boolean {
  return type === 'Task' && resource !== undefined && (isLambda(resource) || resource.kind === 'unknown')
}

/** Tasks on an AWS SDK integration of the service, e.g. `s3` for `arn:aws:states:::aws-sdk:s3:putObject`. */
export function callsThroughSdk(service: string, ...actions: readonly string[]): Applies {
  return taskOn((resource) => resource.kind === 'aws-sdk' && isAction(resource, service, actions))
}

/** Tasks on an optimized integration of the service, e.g. `sqs` for `arn:aws:states:::sqs:sendMessage`. */
export function callsOptimized(service: string, ...actions: readonly string[]): Applies {
  return taskOn((resource) => resource.kind === 'optimized' && isAction(resource, service, actions))
}

/** Tasks whose integration waits: `.sync`, `.sync:2` or `.waitForTaskToken`. */
export function waitsAs(...patterns: readonly ('sync' | 'sync:2' | 'waitForTaskToken')[]): Applies {
  return taskOn((resource) => 'pattern' in resource && patterns.some((pattern) => pattern === resource.pattern))
}

/** Tasks on an activity. */
export const isActivity: Applies = taskOn((resource) => resource.kind === 'activity')

const READS = /^(?:get|list|describe|head|query|scan|batchGet)(?![a-z])/

/** Tasks on an API action that only reads. */
export const readsThroughService: Applies = taskOn((resource) => 'action' in resource && READS.test(resource.action))

function taskOn(matches: (resource: Resource) => boolean): Applies {
  return ({ type, resource }) => type === 'Task' && resource !== undefined && matches(resource)
}

function isAction(
  { service, action }: Extract<Resource, { readonly service: string }>,
  wanted: string,
  actions: readonly string[],
): boolean {
  return service === wanted && (actions.length === 0 || actions.includes(action))
}
