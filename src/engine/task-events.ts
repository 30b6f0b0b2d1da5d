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
  const made = Object.freeze({ resourceType: resourceType(resource) ?? '', resource: resourceName(resource) })
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
  const { parameters } = call
  const family = familyOf(resource)
  if (family === 'Task') {
    const { region } = draft.base.settings
    const { resourceType, resource: name } = names(resource)
    const work = { resourceType, resource: name, region, parameters }
    draft.emit(strand, 'TaskScheduled', withLimits(work, call))
  } else {
    const work = withLimits({ resource: resource.arn, input: parameters }, call)
    draft.emit(strand, family === 'Activity' ? 'ActivityScheduled' : 'LambdaFunctionScheduled', work)
  }
}

/** Most calls have none, and then nothing is copied. */
function withLimits<T extends object>(work: T, { timeoutSeconds, heartbeatSeconds, credentials }: ScheduledFields) {
  if (timeoutSeconds === undefined && heartbeatSeconds === undefined && !credentials) return work
  return {
    ...work,
    ...(timeoutSeconds !== undefined && { timeoutInSeconds: timeoutSeconds }),
    ...(heartbeatSeconds !== undefined && { heartbeatInSeconds: heartbeatSeconds }),
    ...(credentials && { taskCredentials: credentials }),
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
  if (family !== 'Task') {
    draft.emit(strand, family === 'Activity' ? 'ActivitySucceeded' : 'LambdaFunctionSucceeded', { output })
    return
  }
  const { resourceType, resource: name } = names(resource)
  draft.emit(strand, 'TaskSucceeded', { resourceType, resource: name, output })
}

/**
 * `how`: `TimedOut` for an expired timeout or heartbeat, which has an error and no cause (recorded); `SubmitFailed` for a
 * job that could not be started (histories of production).
 */
export function emitFailed(
  draft: Draft,
  strand: MutableStrand,
  resource: Resource,
  how: 'Failed' | 'SubmitFailed' | 'TimedOut',
  reason: AslError,
): void {
  const family = familyOf(resource)
  const details = {
    ...(reason.error !== undefined && { error: reason.error }),
    ...(reason.cause !== undefined && { cause: reason.cause }),
  }
  if (family === 'Task') draft.emit(strand, `Task${how}`, { ...names(resource), ...details })
  else draft.emit(strand, `${family}${how === 'TimedOut' ? how : 'Failed'}`, details)
}
