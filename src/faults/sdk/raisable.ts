import type { Resource } from '../../asl/resource.js'
import { didYouMean } from '../../asl/suggest.js'
import { type SdkException, readModel } from './sdk-model.js'
import { type ServiceWords, errorNameFor, serviceWords } from './service-words.js'

/** An error that a call may end with. */
export interface Raisable {
  /** As the state sees it, e.g. `DynamoDB.ConditionalCheckFailedException`. */
  readonly error: string
  /** The service's own code; undefined for the generic class and for a call without an answer. */
  readonly exception: SdkException | undefined
}

/**
 * Every name that a service's API may fail with at this resource: what the model says of the operation, the generic class
 * for what the model does not have, and the SDK's own failure to get an answer. Undefined where no model is known.
 */
export function raisableErrors(resource: Resource): readonly Raisable[] | undefined {
  const words = serviceWords(resource)
  if (!words?.model) return undefined
  const { exceptions, byOperation } = readModel(words.model)
  const names = byOperation.get(operationOf(resource))
  const modelled = [...exceptions.values()].filter(({ name }) => names === undefined || names.includes(name))
  return [
    ...modelled.flatMap((exception) => spellings(words, exception).map((error) => ({ error, exception }))),
    ...['', 'client'].map((kind) => ({ error: genericName(words, kind === 'client'), exception: undefined })),
  ]
}

/**
 * SDK v1 adds the suffix to a class where the model has none (recorded: `StepFunctions.StateMachineDoesNotExistException`);
 * that the optimized integration always tells the class, and never the shape, is not recorded, so both names pass.
 */
function spellings(words: ServiceWords, { name }: SdkException): readonly string[] {
  const error = errorNameFor(words, name)
  return words.style === 'aws-sdk' || error.endsWith('Exception') ? [error] : [`${error}Exception`, error]
}

function genericName({ prefix, generic }: ServiceWords, client: boolean): string {
  return `${prefix}.${client ? 'SdkClientException' : generic}`
}

/** The API's name of the operation: `GetObject` for `getObject`; a function is invoked. */
function operationOf(resource: Resource): string {
  const action = 'action' in resource ? resource.action : 'invoke'
  return action.charAt(0).toUpperCase() + action.slice(1)
}

/** Why a resource cannot raise an error of this name, and the name that works; undefined if it can, or nobody knows. */
export function notRaisable(resource: Resource, error: string): string | undefined {
  const known = raisableErrors(resource)
  const words = serviceWords(resource)
  if (!known || !words || known.some((one) => one.error === error)) return undefined
  const [prefix = '', name = ''] = error.split('.', 2)
  if (prefix.toLowerCase() !== words.prefix.toLowerCase() && !isOtherStyle(words, prefix)) return undefined
  const names = known.map((one) => one.error)
  const sameName = names.find((one) => one.toLowerCase() === `${words.prefix}.${name}`.toLowerCase())
  const nearest = sameName ?? didYouMean(`${words.prefix}.${name}`, names)
  const instead =
    nearest === undefined
      ? `what the service's model does not have arrives as ${words.prefix}.${words.generic}`
      : `did you mean ${nearest}?`
  return `${resource.arn} never fails with ${error}; ${instead}`
}

/** The prefix of the same service in the other style of integration, e.g. `StepFunctions` for `Sfn`. */
function isOtherStyle({ model, style }: ServiceWords, prefix: string): boolean {
  const other = style === 'aws-sdk' ? undefined : model?.prefix
  return other === prefix || (style === 'aws-sdk' && OTHER_PREFIXES.get(model?.prefix ?? '') === prefix)
}

const OTHER_PREFIXES: ReadonlyMap<string, string> = new Map([
  ['Sfn', 'StepFunctions'],
  ['Emr', 'EMR'],
  ['BedrockRuntime', 'Bedrock'],
])
