import { isLambda, type Resource, type ServicePattern } from '../asl/resource.js'
import { didYouMean } from '../asl/suggest.js'
import { optimizedAction, optimizedService, optimizedServices } from './optimized.js'
import { sdkServices } from './sdk-services.js'
import {
  type InputMember,
  inputMembers,
  serviceModel,
  serviceOperation,
  type ServiceOperation,
} from './service-model.js'

const CALL_OR_CALLBACK: readonly ServicePattern[] = ['request-response', 'waitForTaskToken']

/** What is wrong with a resource that names an integration which does not exist. */
export interface UnknownIntegration {
  /** Which part of the resource. */
  readonly part: 'service' | 'action' | 'pattern'
  /** As the resource has it. */
  readonly name: string
  /** What is there instead: every action of an optimized service, every pattern of an action; empty for long lists. */
  readonly choices: readonly string[]
  /** The choice that was most likely meant. */
  readonly nearest: string | undefined
}

/**
 * What of a resource does not exist: its service, its action, or its pattern there; undefined if all of it does, or if
 * nobody knows (functions, activities, placeholders, services that AWS has ended).
 */
export function unknownIntegration(resource: Resource): UnknownIntegration | undefined {
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return undefined
  const { kind, service, action, pattern } = resource
  const services = kind === 'optimized' ? optimizedServices() : sdkServices()
  if (!services.includes(service)) return unknown('service', service, services, [])
  const actions = actionsOf(kind, service)
  if (actions === undefined) return undefined
  if (!actions.includes(action)) return unknown('action', action, actions, kind === 'optimized' ? actions : [])
  const patterns = patternsOf(resource) ?? []
  return patterns.includes(pattern) ? undefined : unknown('pattern', pattern, patterns, patterns)
}

function unknown(
  part: UnknownIntegration['part'],
  name: string,
  all: readonly string[],
  choices: readonly string[],
): UnknownIntegration {
  return { part, name, choices, nearest: didYouMean(name, all) }
}

/** The actions of a service as resources spell them, e.g. `getObject`; undefined where nobody knows them. */
export function actionsOf(kind: 'optimized' | 'aws-sdk', service: string): readonly string[] | undefined {
  if (kind === 'aws-sdk') return sdkActions(service)
  const row = optimizedService(service)
  return row && Object.keys(row.actions)
}

function sdkActions(service: string): readonly string[] | undefined {
  const model = serviceModel(service)
  return model && [...model.operationTexts.keys()]
}

/**
 * How the integration can wait; undefined where there is no such integration. Calls through the SDK cannot wait for a job.
 * @internal for tests
 */
export function patternsOf(resource: Resource): readonly ServicePattern[] | undefined {
  if (resource.kind === 'aws-sdk') return sdkServices().includes(resource.service) ? CALL_OR_CALLBACK : undefined
  return resource.kind === 'optimized' ? optimizedAction(resource.service, resource.action)?.patterns : undefined
}

/** The API that a resource calls, and the action there; undefined for what is no service's API. A function is invoked. */
export function apiOf(resource: Resource): { readonly service: string; readonly action: string } | undefined {
  if (resource.kind === 'aws-sdk') return { service: resource.service, action: resource.action }
  if (resource.kind === 'lambda-arn' || resource.kind === 'unknown') return { service: 'lambda', action: 'invoke' }
  if (resource.kind !== 'optimized') return undefined
  const [service, action] = optimizedAction(resource.service, resource.action)?.api?.split(':') ?? []
  return service === undefined || action === undefined ? undefined : { service, action }
}

/** What the model says of the operation that a resource calls; undefined where there is no model of it. */
export function operationOf(resource: Resource): ServiceOperation | undefined {
  const api = apiOf(resource)
  return api && serviceOperation(api.service, api.action)
}

/**
 * The top-level members of what the call takes, in the order of the API; undefined where nobody knows them: a function takes
 * any payload, so do activities, and so does what no model has.
 */
export function inputOf(resource: Resource): readonly InputMember[] | undefined {
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return undefined
  const ofApi = operationOf(resource)?.input
  const own = resource.kind === 'optimized' ? optimizedAction(resource.service, resource.action)?.input : undefined
  if (own === undefined) return ofApi
  return own.startsWith('+') ? [...(ofApi ?? []), ...inputMembers(own.slice(1))] : inputMembers(own)
}

/** Whether nothing keeps the answer below what Step Functions passes on; true where nobody knows. */
export function mayAnswerMuch(resource: Resource): boolean {
  if (isLambda(resource) || !('pattern' in resource) || resource.pattern !== 'request-response') return true
  return operationOf(resource)?.largeAnswer ?? true
}
