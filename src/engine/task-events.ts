import type { Json, JsonObject } from '../asl/json.js'
import { type Resource, resourceName, resourceType } from '../asl/resource.js'
import type { Draft } from './draft.js'
import type { AslError } from './ports.js'
import type { MutableStrand } from './strand.js'

/** The three families of Task events: Task*, LambdaFunction* and Activity* (asl-semantics 5.1). */
type Family = 'Task' | 'LambdaFunction' | 'Activity'

function familyOf(resource: Resource): Family {
  if (resource.kind === 'optimized' || resource.kind === 'aws-sdk') return 'Task'
  return resource.kind === 'activity' ? 'Activity' : 'LambdaFunction'
}

interface Names {
  readonly resourceType: string
  readonly resource: string
}

/** A resource is as old as its program. */
const known = new WeakMap<Resource, Names>()

function names(resource: Resource): Names {
  const found = known.get(resource)
  if (found) return found
  const made = { resourceType: resourceType(resource) ?? '', resource: resourceName(resource) }
  known.set(resource, made)
  return made
}

export interface ScheduledFields {
  readonly parameters: Json
  readonly timeoutSeconds: number | undefined
  readonly heartbeatSeconds: number | undefined
  readonly credentials: JsonObject | undefined
}

export function emitScheduled(draft: Draft, strand: MutableStrand, resource: Resource, call: ScheduledFields): void {
  const limits = {
    ...(call.timeoutSeconds !== undefined && { timeoutInSeconds: call.timeoutSeconds }),
    ...(call.heartbeatSeconds !== undefined && { heartbeatInSeconds: call.heartbeatSeconds }),
    ...(call.credentials && { taskCredentials: call.credentials }),
  }
  const family = familyOf(resource)
  if (family === 'Task') {
    const { region } = draft.base.settings
    draft.emit(strand, 'TaskScheduled', { ...names(resource), region, parameters: call.parameters, ...limits })
  } else {
    const work = { resource: resource.arn, input: call.parameters, ...limits }
    draft.emit(strand, family === 'Activity' ? 'ActivityScheduled' : 'LambdaFunctionScheduled', work)
  }
}

/** `workerName` is for activities. */
export function emitStarted(draft: Draft, strand: MutableStrand, resource: Resource, workerName?: string): void {
  const family = familyOf(resource)
  if (family === 'Task') draft.emit(strand, 'TaskStarted', names(resource))
  else if (family === 'LambdaFunction') draft.emit(strand, 'LambdaFunctionStarted', undefined)
  else draft.emit(strand, 'ActivityStarted', workerName === undefined ? {} : { workerName })
}

export function emitSubmitted(draft: Draft, strand: MutableStrand, resource: Resource, output: Json): void {
  draft.emit(strand, 'TaskSubmitted', { ...names(resource), output })
}

export function emitSucceeded(draft: Draft, strand: MutableStrand, resource: Resource, output: Json): void {
  const family = familyOf(resource)
  if (family === 'Task') draft.emit(strand, 'TaskSucceeded', { ...names(resource), output })
  else draft.emit(strand, `${family}Succeeded`, { output })
}

/** `how`: `TimedOut` for an expired timeout or heartbeat, which has an error and no cause (recorded). */
export function emitFailed(
  draft: Draft,
  strand: MutableStrand,
  resource: Resource,
  how: 'Failed' | 'TimedOut',
  reason: AslError,
): void {
  const family = familyOf(resource)
  const details = {
    ...(reason.error !== undefined && { error: reason.error }),
    ...(reason.cause !== undefined && { cause: reason.cause }),
  }
  if (family === 'Task') draft.emit(strand, `Task${how}`, { ...names(resource), ...details })
  else draft.emit(strand, `${family}${how}`, details)
}
