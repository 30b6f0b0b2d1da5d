import type { Resource } from '../asl/resource.js'
import { didYouMean } from '../asl/suggest.js'
import { apiOf } from './operations.js'
import { optimizedService, optimizedServices } from './optimized.js'
import { sdkPrefix } from './sdk-services.js'
import { type ModelException, serviceModel, serviceOperation } from './service-model.js'
import { type ServiceWords, errorNameFor, serviceWords } from './service-words.js'

/** An error that a call may end with. */
export interface Raisable {
  /** As the state sees it, e.g. `DynamoDB.ConditionalCheckFailedException`. */
  readonly error: string
  /** The service's own exception; undefined for the generic class and for a call without an answer. */
  readonly exception: ModelException | undefined
}

/**
 * Every name that a service's API may fail with at this resource: what the model says of the operation, the generic class
 * for what the model does not have, and the SDK's own failure to get an answer. Undefined where no model is known.
 */
export function raisableErrors(resource: Resource): readonly Raisable[] | undefined {
  const words = serviceWords(resource)
  const api = apiOf(resource)
  const model = api && serviceModel(api.service)
  if (!words || !model) return undefined
  const ofOperation = serviceOperation(api.service, api.action)?.exceptions ?? []
  // An operation without a list, and one that nobody knows, may raise whatever the service can.
  const modelled = ofOperation.length > 0 ? ofOperation : [...model.exceptions.values()]
  return raisables(words, modelled)
}

/** As `raisableErrors`, for every operation of the resource's service. */
export function raisableByService(resource: Resource): readonly Raisable[] | undefined {
  const words = serviceWords(resource)
  const model = serviceModel(apiOf(resource)?.service ?? '')
  return words && model && raisables(words, [...model.exceptions.values()])
}

function raisables(words: ServiceWords, exceptions: readonly ModelException[]): readonly Raisable[] {
  return [
    ...exceptions.flatMap((exception) => spellings(words, exception).map((error) => ({ error, exception }))),
    { error: `${words.prefix}.${words.generic}`, exception: undefined },
    { error: `${words.prefix}.SdkClientException`, exception: undefined },
  ]
}

/**
 * SDK v1 adds the suffix to a class where the model has none (recorded: `StepFunctions.StateMachineDoesNotExistException`);
 * that the optimized integration always tells the class, and never the shape, is not recorded, so both names pass.
 */
function spellings(words: ServiceWords, { name }: ModelException): readonly string[] {
  const error = errorNameFor(words, name)
  return words.style === 'aws-sdk' || error.endsWith('Exception') ? [error] : [`${error}Exception`, error]
}

/** Why a resource cannot raise an error of some name. */
export interface NotRaisable {
  /** The right name that was most likely meant; undefined if none is near. */
  readonly nearest: string | undefined
  /** The name under which whatever the model does not have arrives. */
  readonly generic: string
}

/** Undefined if the resource can raise an error of this name, or if nobody knows. */
export function notRaisable(
  resource: Resource,
  error: string,
  raisable: (resource: Resource) => readonly Raisable[] | undefined = raisableErrors,
): NotRaisable | undefined {
  const words = serviceWords(resource)
  const known = raisable(resource)
  if (!words || !known || known.some((one) => one.error === error)) return undefined
  const [prefix = ''] = error.split('.', 1)
  if (!prefixesOf(resource, words).includes(prefix.toLowerCase())) return undefined
  const byName = new Map(known.map((one) => [bareName(one.error), one.error]))
  const nearest = byName.get(bareName(error)) ?? byName.get(didYouMean(bareName(error), byName.keys()) ?? '')
  return { nearest, generic: `${words.prefix}.${words.generic}` }
}

/** Without what all names of a service share, and what is easily written otherwise: prefix, suffix and capitals. */
function bareName(error: string): string {
  return error
    .slice(error.indexOf('.') + 1)
    .replace(/(?:Error)?(?:Exception|Fault)?s?$/, '')
    .toLowerCase()
}

/** In small letters, the prefixes by which this service goes in either style: `StepFunctions` and `Sfn`. */
function prefixesOf(resource: Resource, { prefix }: ServiceWords): readonly string[] {
  const service = apiOf(resource)?.service ?? ''
  const optimized = optimizedServices().flatMap((name) => {
    const { errors, actions = {} } = optimizedService(name) ?? {}
    const calls = Object.values(actions).some(({ api }) => api?.startsWith(`${service}:`))
    return errors && calls ? [errors.prefix] : []
  })
  return [prefix, sdkPrefix(service) ?? '', ...optimized].map((one) => one.toLowerCase())
}
