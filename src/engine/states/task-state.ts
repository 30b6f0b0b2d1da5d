import type { Json, JsonObject } from '../../asl/json.js'
import { isObject, member } from '../../asl/json.js'
import { type Resource, resourceName } from '../../asl/resource.js'
import { EvaluationScope } from '../../data/evaluation-scope.js'
import { QueryFailure } from '../../data/failure.js'
import { callWork } from '../call-work.js'
import { oversizeParameters } from '../data-limit.js'
import type { Draft } from '../draft.js'
import { failWith } from '../fail.js'
import type { Compiled } from '../program.js'
import { keyedUuid } from '../random.js'
import { refusalOf } from '../refusal.js'
import { StrandSources, siteKey } from '../sources.js'
import { emitScheduled, emitStarted } from '../task-events.js'
import { countCall } from '../visits.js'
import type { MutableStrand } from '../strand.js'
import type { TaskWork } from '../work.js'

/** What a call is made with; all of it is evaluated before *Scheduled is written. */
export interface Schedule {
  readonly parameters: Json
  readonly timeoutSeconds: number | undefined
  readonly heartbeatSeconds: number | undefined
  readonly credentials: JsonObject | undefined
}

/** Whether the integration has a token of its own at `$$.Task.Token`. */
function handsOutToken(resource: Resource): boolean {
  return (resource.kind === 'optimized' || resource.kind === 'aws-sdk') && resource.pattern !== 'request-response'
}

/** Task: evaluates the call and writes *Scheduled. https://states-language.net/#task-state */
export function scheduleTask(draft: Draft, strand: MutableStrand, state: Compiled<'Task'>): void {
  const { resource } = state
  const token =
    handsOutToken(resource) || resource.kind === 'activity'
      ? keyedUuid(`${draft.base.settings.seed}|${siteKey(strand)}|token`)
      : undefined
  const sources = new StrandSources(draft, strand, { token: handsOutToken(resource) ? token : undefined })
  const schedule = evaluateSchedule(strand, state, sources)
  if (schedule instanceof QueryFailure) return failWith(draft, strand, schedule)
  const refusal = refusalOf(resource, schedule.parameters, draft.base.settings)
  if (refusal) return failWith(draft, strand, refusal)
  const oversize = oversizeParameters(draft, strand, schedule.parameters)
  if (oversize) return failWith(draft, strand, oversize)
  emitScheduled(draft, strand, resource, schedule)
  strand.visits = countCall(strand.visits, state.index)
  const { parameters, timeoutSeconds, heartbeatSeconds } = schedule
  strand.task = callWork({
    purpose: 'task',
    callId: draft.newCallId(),
    scheduledEventId: strand.lastEventId,
    parameters,
    timeoutSeconds,
    heartbeatSeconds,
    token,
    timeoutDue: timeoutSeconds === undefined ? undefined : draft.due(timeoutSeconds * 1000),
    heartbeatDue: heartbeatSeconds === undefined ? undefined : draft.due(heartbeatSeconds * 1000),
  })
  return draft.enqueue(strand, 'start')
}

function evaluateSchedule(
  strand: MutableStrand,
  state: Compiled<'Task'>,
  sources: StrandSources,
): Schedule | QueryFailure {
  const input = strand.effectiveInput
  const parameters = state.flow.payload(input, sources)
  if (parameters instanceof QueryFailure) return parameters
  const timeoutSeconds = state.timeout(input, sources)
  if (timeoutSeconds instanceof QueryFailure) return timeoutSeconds
  const heartbeatSeconds = state.heartbeat(input, sources)
  if (heartbeatSeconds instanceof QueryFailure) return heartbeatSeconds
  const credentials = state.credentials?.(new EvaluationScope(sources, input))
  if (credentials instanceof QueryFailure) return credentials
  return { parameters, timeoutSeconds, heartbeatSeconds, credentials: credentialsOf(credentials) }
}

/** `taskCredentials` of the *Scheduled event: the API's name for the definition's RoleArn. */
function credentialsOf(value: Json | undefined): JsonObject | undefined {
  const roleArn = isObject(value) ? member(value, 'RoleArn') : undefined
  return roleArn === undefined ? undefined : { roleArn }
}

/** The next try of a Task after its back-off. */
export function rescheduleTask(draft: Draft, strand: MutableStrand): void {
  const { state } = strand
  if (state.type !== 'Task') throw new Error(`state "${state.name}" is no Task to schedule again`)
  return scheduleTask(draft, strand, state)
}

/** *Started: the call is made now. An activity starts only when a worker takes it, so it has no event here. */
export function startTask(draft: Draft, strand: MutableStrand): void {
  const { state } = strand
  if (state.type !== 'Task') throw new Error(`state "${state.name}" is no Task to start`)
  if (state.resource.kind !== 'activity') emitStarted(draft, strand, state.resource)
  strand.phase = 'called'
}

/** Changes what a strand's Task waits for. */
export function updateTask(strand: MutableStrand, change: Partial<TaskWork>): void {
  if (!strand.task) throw new Error(`state "${strand.state.name}" waits for no task`)
  strand.task = { ...strand.task, ...change }
}

/** The name that States.DataLimitExceeded gives the source of an oversize result: recorded, from production for SDK calls. */
export function resultSourceName(resource: Resource): string {
  if (resource.kind === 'aws-sdk') return `aws-sdk:${resource.service}`
  return resource.kind === 'optimized' ? resource.service : resourceName(resource)
}
