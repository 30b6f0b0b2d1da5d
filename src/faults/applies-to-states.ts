import { hasValueOrPath } from '../asl/fields/field.js'
import { type Json, isArray, isObject, member } from '../asl/json.js'
import { LIMITS } from '../asl/limits.js'
import { isExpression } from '../asl/query-language.js'
import type { FaultTarget } from './fault-target.js'
import type { Applies } from './applies-to-resources.js'

/** Tasks on an optimized integration of whatever service. */
export function callsAnyOptimized({ type, resource }: FaultTarget): boolean {
  return type === 'Task' && resource?.kind === 'optimized'
}

/** States whose field of this name is text as it stands, no expression. */
export function hasText(field: string): Applies {
  return ({ definition }) => {
    const value = member(definition, field)
    return typeof value === 'string' && !isExpression(value)
  }
}

/** States with a Catch. */
export function hasCatch({ definition }: FaultTarget): boolean {
  const catchers = member(definition, 'Catch')
  return catchers !== undefined && isArray(catchers) && catchers.length > 0
}

/** Tasks with HeartbeatSeconds, however given. */
export function hasHeartbeat({ type, definition }: FaultTarget): boolean {
  return type === 'Task' && hasValueOrPath(definition, 'HeartbeatSeconds')
}

/** Tasks whose machine's TimeoutSeconds elapse before anything of their own does. */
export function endsWithMachine(target: FaultTarget): boolean {
  const { machineTimeoutSeconds: limit } = target
  return limit !== undefined && limit <= serviceLimitSeconds(target) && mayWaitFor(target, limit)
}

/** Tasks that may wait until the longest execution that the service allows is over. */
export function endsWithService(target: FaultTarget): boolean {
  const { machineTimeoutSeconds = Infinity } = target
  const limit = serviceLimitSeconds(target)
  return limit < machineTimeoutSeconds && mayWaitFor(target, limit)
}

function serviceLimitSeconds({ executionType }: FaultTarget): number {
  const { expressExecutionSeconds, standardExecutionSeconds } = LIMITS
  return (executionType === 'EXPRESS' ? expressExecutionSeconds : standardExecutionSeconds).value
}

/** A time that a path or an expression gives counts as a short one. */
function mayWaitFor({ type, definition }: FaultTarget, seconds: number): boolean {
  if (type !== 'Task' || hasValueOrPath(definition, 'HeartbeatSeconds')) return false
  const own = member(definition, 'TimeoutSeconds')
  return typeof own === 'number' ? own > seconds : !hasValueOrPath(definition, 'TimeoutSeconds')
}

/** JSONata states with an Output of their own. */
export function hasOutput({ definition, queryLanguage }: FaultTarget): boolean {
  return queryLanguage === 'JSONata' && member(definition, 'Output') !== undefined
}

/** Distributed Maps with an ItemReader that calls something. */
export function readsItems({ type, distributed, resource }: FaultTarget): boolean {
  return type === 'Map' && distributed && resource !== undefined
}

/** Distributed Maps with a ResultWriter that calls something. */
export function writesResults({ type, distributed, definition }: FaultTarget): boolean {
  const writer = member(definition, 'ResultWriter')
  return type === 'Map' && distributed && hasResource(writer)
}

function hasResource(part: Json | undefined): boolean {
  return part !== undefined && isObject(part) && typeof member(part, 'Resource') === 'string'
}

/** Tasks on a service that take its answer as their result. */
export function answersAtOnce({ type, resource }: FaultTarget): boolean {
  return type === 'Task' && resource !== undefined && 'pattern' in resource && resource.pattern === 'request-response'
}
