import { isPlaceholder } from '../../asl/placeholder.js'
import { isLambda, type Resource } from '../../asl/resource.js'
import { catalogue } from '../../faults/catalogue.js'
import { type FaultDefinition, runtimes } from '../../faults/fault-definition.js'
import { type FaultTarget, faultTargets } from '../../faults/fault-target.js'
import { errorNameOf } from '../../faults/render.js'
import { sdkPrefix } from '../../services/sdk-services.js'
import { type NotRaisable, notRaisable, raisableByService } from '../../services/raisable.js'
import { type ServiceWords, serviceWords } from '../../services/service-words.js'

/** Why a resource never fails with an error of some name, and what to write instead. */
export interface NeverRaises {
  readonly why: string
  readonly instead: string
  /** The name that is right in its place; whoever lists it as well has thought of it. */
  readonly right: string
  /** The error that its author meant; undefined where that cannot be told. */
  readonly meant: string | undefined
}

/** Classes of AWS's SDKs that stand for a call without an answer; no service's model has them. */
const CLIENT_SIDE = /\.(?:(?:Sdk|Client|ApiCall|Abort|Aborted|NonRetryable|RetryableException|Interrupted)\w*)$/

/**
 * Why a Task on this resource never fails with this error; undefined if it can, or if nobody knows. A worker or a callback
 * may report any name, and so may a function: of these only the names in the service's own words are judged.
 */
export function neverRaises(resource: Resource, error: string): NeverRaises | undefined {
  if (resource.kind === 'unknown' || resource.kind === 'activity' || isPlaceholder(error)) return undefined
  const names = namesOfCatalogue(resource)
  if (/^States\./i.test(error) || CLIENT_SIDE.test(error) || names.has(error)) return undefined
  const misspelt = otherwiseSpelt(resource, error, names)
  if (misspelt) return misspelt
  if ('pattern' in resource && resource.pattern === 'waitForTaskToken') return nearTheService(resource, error)
  return withoutPrefix(resource, error) ?? otherService(resource, error) ?? unknownToService(resource, error)
}

/** What any operation may end with, whether the model says so of each of them or not. */
const OF_ANY_OPERATION = /Throttl|Limit|Exceed|TooMany|Internal|Unavailable|Denied|Unauthorized|Expired|Quota|KMS/i

/** What faults of the catalogue are known to raise there is no mistake, whatever the service's model says. */
function namesOfCatalogue(resource: Resource): ReadonlySet<string> {
  const definition = { Type: 'Task', Resource: resource.arn, End: true }
  const [target] = faultTargets({ StartAt: 'Task', States: { Task: definition } }, 'STANDARD')
  return target ? namesAt(target) : new Set()
}

/** The letters of a name: `AWSLambda.ServiceException` and `lambdaServiceException` are one. */
function lettersOf(error: string): string {
  return error
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^aws/, '')
}

/** The letters of a name that comes there, with other capitals, another prefix of AWS's or no dot: nobody else calls an error so. */
function otherwiseSpelt(resource: Resource, error: string, names: ReadonlySet<string>): NeverRaises | undefined {
  const letters = lettersOf(error)
  const prefixed = [...names, ...(raisableByService(resource) ?? []).map((one) => one.error)]
  const right = prefixed.find((name) => name !== error && name.includes('.') && lettersOf(name) === letters)
  if (right === undefined || prefixed.includes(error)) return undefined
  return { why: neverFailsWithIt(resource), ...insteadOf({ nearest: right, generic: right }) }
}

/** A worker may report any name, but none that begins as the service's do and is nearly one of them. */
function nearTheService(resource: Resource, error: string): NeverRaises | undefined {
  const never = notRaisable(resource, error, raisableByService)
  if (!never || never.nearest === undefined) return undefined
  return { why: neverFailsWithIt(resource), ...insteadOf(never) }
}

const known = new Map<string, ReadonlySet<string>>()

/** Resources of a process are few. */
function namesAt(target: FaultTarget): ReadonlySet<string> {
  const arn = target.resource?.arn ?? ''
  const found = known.get(arn) ?? new Set(catalogue.flatMap((row) => namesOf(row, target)))
  known.set(arn, found)
  return found
}

/** What the row raises there, and what else it is known by in the words of this integration. */
function namesOf(row: FaultDefinition, target: FaultTarget): readonly string[] {
  const { resource } = target
  if (!resource || !row.appliesTo(target)) return []
  const prefix = serviceWords(resource)?.prefix
  const raised = runtimes.flatMap((runtime) => errorNameOf(row, resource, runtime) ?? [])
  return [...raised, ...row.matchedBy.filter((name) => prefix === undefined || name.startsWith(`${prefix}.`))]
}

/** `InternalServerException` for `Comprehend.InternalServerException`. A function may raise any name. */
function withoutPrefix(resource: Resource, error: string): NeverRaises | undefined {
  if (error.includes('.') || isLambda(resource)) return undefined
  // A job that fails has States.TaskFailed for a name, and never one of its own.
  if (!('pattern' in resource) || resource.pattern === 'waitForTaskToken') return undefined
  const words = serviceWords(resource)
  if (!words) return undefined
  const never = notRaisable(resource, `${words.prefix}.${error}`, raisableByService)
  const why = beginsWith(resource, words)
  if (never) return { why, ...insteadOf(never) }
  const known = raisableByService(resource) !== undefined
  const right = `${words.prefix}.${error}`
  const instead = known ? `write ${right}` : `write its name with ${words.prefix}. before it`
  return { why, instead, right, meant: right }
}

function beginsWith({ arn }: Resource, { prefix }: ServiceWords): string {
  return `the errors of ${arn} begin with ${prefix}.`
}

/** `Lambda.` on anything but a function, and the like. */
function otherService(resource: Resource, error: string): NeverRaises | undefined {
  if (isLambda(resource)) return undefined
  const words = serviceWords(resource)
  const [prefix = '', name] = error.split('.', 2)
  if (!words || name === undefined || prefix.toLowerCase() === words.prefix.toLowerCase()) return undefined
  if (prefix !== 'Lambda' && sdkPrefix(prefix.toLowerCase()) === undefined) return undefined
  if (notRaisable(resource, error, raisableByService)) return undefined
  const generic = `${words.prefix}.${words.generic}`
  return { why: beginsWith(resource, words), ...insteadOf({ nearest: undefined, generic }) }
}

function unknownToService(resource: Resource, error: string): NeverRaises | undefined {
  // What waits for a job asks the service more than once, and not only by the operation of its name.
  const waits = 'pattern' in resource && resource.pattern !== 'request-response'
  const byService = waits || OF_ANY_OPERATION.test(error)
  const never = byService ? notRaisable(resource, error, raisableByService) : notRaisable(resource, error)
  return never && { why: neverFailsWithIt(resource), ...insteadOf(never) }
}

function neverFailsWithIt({ arn }: Resource): string {
  return `${arn} never fails with it`
}

function insteadOf({ nearest, generic }: NotRaisable): Omit<NeverRaises, 'why'> {
  if (nearest !== undefined) return { instead: `did you mean ${nearest}?`, right: nearest, meant: nearest }
  return { instead: `what the service's model does not have arrives as ${generic}`, right: generic, meant: undefined }
}
