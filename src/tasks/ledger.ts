import { isObject, member, type Json } from '../asl/json.js'
import type { Resource } from '../asl/resource.js'
import type { Call, ItemStep } from '../engine/ports.js'

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
  if (isReading(resource, action, parameters)) return undefined
  const token = idempotencyToken(resource, action, parameters)
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

/** Verbs of API actions that change nothing. What is not known to read counts as a write: missing one hides a duplicate. */
const READING =
  /^(?:get|list|describe|head|query|scan|batchGet|transactGet|select|search|lookup|filter|check|validate|estimate|preview|simulate|detect|converse|invokeModel)(?![a-z])/

/** There are few actions, and many calls of them. */
const verbs = new Map<string, boolean>()

function readsByName(action: string): boolean {
  const known = verbs.get(action)
  if (known !== undefined) return known
  const reads = READING.test(action)
  if (verbs.size < 1000) verbs.set(action, reads)
  return reads
}

function isReading(resource: Resource, action: string, parameters: Json): boolean {
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return false
  if (readsByName(action)) return true
  const speaksHttp = resource.service === 'http' || resource.service === 'apigateway'
  const method = isObject(parameters) ? member(parameters, 'Method') : undefined
  return speaksHttp && (method === 'GET' || method === 'HEAD')
}

const TOKENS = [
  'ClientToken',
  'ClientRequestToken',
  'IdempotencyToken',
  'MessageDeduplicationId',
  'CreatorRequestId',
  'RequestToken',
]

/** An execution's name is its token: a second one of the same name does not start. */
function idempotencyToken(resource: Resource, action: string, parameters: Json): string | undefined {
  if (!isObject(parameters)) return undefined
  const isFunction = resource.kind !== 'optimized' && resource.kind !== 'aws-sdk'
  if (isFunction) return undefined
  for (const name of action === 'startExecution' ? [...TOKENS, 'Name'] : TOKENS) {
    const value = member(parameters, name)
    if (typeof value === 'string') return value
  }
  return undefined
}
