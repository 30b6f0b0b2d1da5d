import { isObject, member, type Json } from '../asl/json.js'
import type { Resource } from '../asl/resource.js'
import type { Call, ItemStep } from '../engine/ports.js'
import { isMutating, tokensOf } from '../services/effects.js'

/** Something a call did to the world: what a retry of it would do twice. */
export interface Effect {
  readonly state: string
  /** The Task's resource, as the definition has it. */
  readonly resource: string
  /** Logical id or address of what is called, where the template says. */
  readonly logicalId?: string
  /** The API action, e.g. `putItem`; `invoke` for functions, `work` for activities. */
  readonly action: string
  /** What the service was sent. */
  readonly parameters: Json
  readonly items: readonly ItemStep[]
  readonly visit: number
  readonly attempt: number
  /** Virtual time of the call, ms since the epoch. */
  readonly atMs: number
  /** What the service knows a repetition by, if the call sent it. */
  readonly idempotencyToken?: string
  readonly placement: 'done'
}

/** The effect that this call has when it is answered, or undefined if it only reads. `logicalId`: of what is called, if known. */
export function effectOf(call: Call, logicalId?: string): Effect | undefined {
  const { state, resource, items, visit, attempt, atMs, parameters } = call
  const action = actionOf(resource)
  if (!isMutating(resource, textMember(parameters, 'Method'))) return undefined
  const token = idempotencyToken(resource, parameters)
  const effect: { -readonly [K in keyof Effect]: Effect[K] } = {
    state,
    resource: resource.arn,
    action,
    parameters,
    items,
    visit,
    attempt,
    atMs,
    placement: 'done',
  }
  if (token !== undefined) effect.idempotencyToken = token
  if (logicalId !== undefined) effect.logicalId = logicalId
  return effect
}

function actionOf(resource: Resource): string {
  if (resource.kind === 'optimized' || resource.kind === 'aws-sdk') return resource.action
  return resource.kind === 'activity' ? 'work' : 'invoke'
}

function textMember(parameters: Json, name: string): string | undefined {
  const value = isObject(parameters) ? member(parameters, name) : undefined
  return typeof value === 'string' ? value : undefined
}

/** The first token that the call sent. */
function idempotencyToken(resource: Resource, parameters: Json): string | undefined {
  for (const name of tokensOf(resource)) {
    const value = textMember(parameters, name)
    if (value !== undefined) return value
  }
  return undefined
}
