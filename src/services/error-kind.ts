import type { Resource } from '../asl/resource.js'
import { raisableByService } from './raisable.js'
import { serviceWords } from './service-words.js'
import type { ModelException } from './service-model.js'

/** The kinds that errors are folded into: what went wrong, whatever service it was. */
export const ERROR_KINDS = [
  'throttled',
  'killed',
  'timeout',
  'denied',
  'service-fault',
  'connection',
  'refused',
  'bad-answer',
  'data',
  'other',
] as const
export type ErrorKind = (typeof ERROR_KINDS)[number]

/** Why a service refuses what it understood: what it was sent, something missing, a condition, something in the way. */
export type Refusal = 'validation' | 'not-found' | 'condition' | 'conflict'

/** A kind, and for `refused` the reason, where the name tells it. */
export interface KindOfError {
  readonly kind: ErrorKind
  readonly refusal?: Refusal
}

/** Errors that Step Functions and Lambda raise themselves. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const OWN: ReadonlyMap<string, ErrorKind> = new Map([
  ['States.Timeout', 'timeout'],
  ['States.HeartbeatTimeout', 'timeout'],
  ['States.Permissions', 'denied'],
  ['States.Http.Socket', 'connection'],
  ['States.ItemReaderFailed', 'service-fault'],
  ['States.ResultWriterFailed', 'service-fault'],
  ['States.Runtime', 'data'],
  ['States.DataLimitExceeded', 'data'],
  ['States.IntrinsicFailure', 'data'],
  ['States.NoChoiceMatched', 'data'],
  ['States.ParameterPathFailure', 'data'],
  ['States.ResultPathMatchFailure', 'data'],
  ['States.QueryEvaluationError', 'data'],
  ['Runtime.ExitError', 'killed'],
  ['Runtime.OutOfMemory', 'killed'],
  ['Lambda.Unknown', 'killed'],
  ['Sandbox.Timedout', 'timeout'],
  ['Sandbox.TimedOut', 'timeout'],
  ['Function.ResponseSizeTooLarge', 'bad-answer'],
  ['Runtime.MarshalError', 'bad-answer'],
  ['EventBridge.FailedEntry', 'service-fault'],
  ['AmazonECS.Unknown', 'service-fault'],
])

type Row = readonly [pattern: RegExp, kind: ErrorKind | Refusal]

/** What the words of an exception's name say; the first row that fits counts. */
const BY_NAME: readonly Row[] = [
  [
    /Throttl|TooManyRequests|SlowDown|RequestLimitExceeded|ProvisionedThroughputExceeded|BandwidthLimitExceeded|RequestRate|Concurren\w*Exceeded|ExecutionLimitExceeded/i,
    'throttled',
  ],
  [/^(?:Sdk|ApiCall\w*|Abort|Aborted|NonRetryable|Retryable)\w*Exception$|ClientExecutionTimeout/, 'connection'],
  [
    /AccessDenied|Unauthori[sz]ed|NotAuthori[sz]ed|Forbidden|AuthFailure|OptIn|NotPermitted|Permission(?!s?NotFound)/i,
    'denied',
  ],
  [
    /(?:Expired|Invalid|Unrecognized)(?:Token|Client|Signature|AccessKey)(?:Id)?(?:Exception)?$|SignatureDoesNotMatch/,
    'denied',
  ],
  [/Time(?:d)?-?Out/i, 'timeout'],
  [/ConditionalCheckFailed|PreconditionFailed|ConditionalRequest/i, 'condition'],
  [
    /^Internal|InternalServer|InternalService|InternalFailure|InternalError|ServiceUnavailable|ServiceFailure|ServerException|^ServiceException$/i,
    'service-fault',
  ],
  [/NotFound|DoesNotExist|NoSuch|NotExist|NonExistent|UnknownResource/i, 'not-found'],
  [
    /Conflict|AlreadyExists|AlreadyStarted|InUse|InProgress|Duplicate|Busy|Locked|ConcurrentModification|AlreadyRunning|CrawlerRunning|NotReady|InvalidState/i,
    'conflict',
  ],
  [
    /Validation|Invalid|Malformed|Missing|BadRequest|TooLarge|TooLong|TooBig|TooMany|Unsupported|NotSupported|Illegal|Mismatch/i,
    'validation',
  ],
]

const REFUSALS: ReadonlySet<string> = new Set<Refusal>(['validation', 'not-found', 'condition', 'conflict'])

function isRefusal(kind: ErrorKind | Refusal): kind is Refusal {
  return REFUSALS.has(kind)
}

/**
 * What kind of error this is at this resource, by the error's name as a state sees it. Names of the platform come first, then
 * what the exception's name says, then its HTTP status. A class that stands for many exceptions, and a function's own error, is `other`.
 */
export function kindOfError(resource: Resource, error: string): KindOfError {
  const own = OWN.get(error) ?? kindOfHttp(error)
  if (own) return typeof own === 'string' ? { kind: own } : own
  const words = serviceWords(resource)
  if (!words || !error.startsWith(`${words.prefix}.`) || error === `${words.prefix}.${words.generic}`) {
    return { kind: 'other' }
  }
  const exception = raisableByService(resource)?.find((one) => one.error === error)?.exception
  return kindOfException(exception?.name ?? error.slice(words.prefix.length + 1), exception)
}

/** The kind of a service's exception, or of a code that its model does not have. */
export function kindOfException(name: string, exception?: Pick<ModelException, 'status' | 'fault'>): KindOfError {
  const byName = BY_NAME.find(([pattern]) => pattern.test(name))?.[1]
  if (byName !== undefined) return isRefusal(byName) ? { kind: 'refused', refusal: byName } : { kind: byName }
  if (exception?.status !== undefined) return kindOfStatus(exception.status)
  return exception?.fault === true ? { kind: 'service-fault' } : { kind: 'other' }
}

const HTTP = /^(?:States\.Http\.StatusCode|ApiGateway)\.(\d{3})$/

function kindOfHttp(error: string): KindOfError | undefined {
  const status = HTTP.exec(error)?.[1]
  return status === undefined ? undefined : kindOfStatus(Number(status))
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-15 */
function kindOfStatus(status: number): KindOfError {
  if (status === 429) return { kind: 'throttled' }
  if (status === 408 || status === 504) return { kind: 'timeout' }
  if (status >= 500) return { kind: 'service-fault' }
  if (status === 401 || status === 403) return { kind: 'denied' }
  if (status === 404 || status === 410) return { kind: 'refused', refusal: 'not-found' }
  if (status === 409) return { kind: 'refused', refusal: 'conflict' }
  if (status === 412) return { kind: 'refused', refusal: 'condition' }
  return status >= 400 ? { kind: 'refused', refusal: 'validation' } : { kind: 'other' }
}
