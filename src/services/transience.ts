import type { Resource } from '../asl/resource.js'
import { kindOfException } from './error-kind.js'
import { apiOf } from './operations.js'
import { raisableByService } from './raisable.js'
import { type ModelException, serviceModel } from './service-model.js'
import { serviceWords } from './service-words.js'
import { TRANSIENT_CODES, type Transience, type TransientCode } from './transient-codes.js'

/** A verdict, and what it rests on: the source of a row, or what the service's model says. */
export interface TransienceVerdict {
  readonly transience: Transience
  readonly source: string
}

const byCode: ReadonlyMap<string, TransientCode> = new Map(
  TRANSIENT_CODES.map((row) => [`${row.service} ${bare(row.code)}`, row]),
)

/** Codes come with and without the suffix. */
function bare(code: string): string {
  return code.replace(/(?:Exception|Fault)$/, '')
}

/**
 * Whether a call that a service (by its name in AWS SDK integrations) fails with this code can go well a little later: the curated
 * table first, then the model's word on it, its HTTP status, and last what its name says.
 * @internal for tests, which hold the catalogue to it
 */
export function transienceOf(service: string, code: string): TransienceVerdict {
  const row = byCode.get(`${service} ${bare(code)}`) ?? byCode.get(`* ${bare(code)}`)
  if (row) return { transience: row.verdict, source: row.source }
  const model = serviceModel(service)
  const exception = model && [...model.exceptions.values()].find((one) => one.name === code || one.code === code)
  return byModel(exception) ?? byKind(code, exception)
}

/** 500, 502, 503 and 504 are what the SDKs try again. */
function byModel(exception: ModelException | undefined): TransienceVerdict | undefined {
  if (exception?.retryable === true) return { transience: 'transient', source: 'the model calls it retryable' }
  const { status, fault } = exception ?? {}
  // 501 is an operation that is not there; Lambda answers 502 to what a function's configuration is to blame for.
  if (status !== undefined && [500, 503, 504].includes(status)) {
    return { transience: 'transient', source: `the model gives it HTTP status ${status}` }
  }
  if (status === 429) return { transience: 'transient', source: 'the model gives it HTTP status 429' }
  return fault === true && status === undefined
    ? { transience: 'transient', source: "the model calls it the service's own fault" }
    : undefined
}

function byKind(code: string, exception: ModelException | undefined): TransienceVerdict {
  const { kind, refusal } = kindOfException(code, exception)
  const source = 'what its name says'
  if (['throttled', 'connection', 'service-fault'].includes(kind)) return { transience: 'transient', source }
  const lasts = kind === 'denied' || refusal === 'validation' || refusal === 'not-found'
  return { transience: lasts ? 'permanent' : 'unknown', source }
}

/**
 * As `transienceOf`, for an error's name as a state sees it at this resource, e.g. `DynamoDb.ThrottlingException`. The class that
 * stands for many exceptions is `unknown`: throttling and denied access both arrive in it. Undefined for what is no error of a service.
 */
export function transienceAt(resource: Resource, error: string): TransienceVerdict | undefined {
  const words = serviceWords(resource)
  const api = apiOf(resource)
  if (!words || !api || !error.startsWith(`${words.prefix}.`)) return undefined
  const name = error.slice(words.prefix.length + 1)
  if (name === words.generic) return { transience: 'unknown', source: 'the class of every exception without a model' }
  const exception = raisableByService(resource)?.find((one) => one.error === error)?.exception
  return transienceOf(api.service, exception?.name ?? name)
}
