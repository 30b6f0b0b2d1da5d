/** A limit of a service that a state machine calls, which its callers meet as an error or as an answer cut short. */
export interface ServiceLimit {
  /** As in a resource's ARN, e.g. `sqs`. */
  readonly service: string
  /** Unique within the service. */
  readonly what: string
  readonly value: number
  readonly unit: 'bytes' | 'seconds' | 'per second' | 'count'
  /** The month, `YYYY-MM`, from which `value` holds; before it, `before` does. Undefined: it has long been so. */
  readonly since?: string
  readonly before?: number
  readonly source: string
}

const LAMBDA = 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html'
const ONE_MEGABYTE =
  'https://aws.amazon.com/blogs/compute/more-room-to-build-serverless-services-now-support-payloads-up-to-1-mb/'
const SQS = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html'
const SNS = 'https://docs.aws.amazon.com/general/latest/gr/sns.html'
const API_GATEWAY = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html'
const S3 = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html'
const DYNAMODB = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html'
const STEP_FUNCTIONS = 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html'
const KINESIS = 'https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html'
const FIREHOSE = 'https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html'

const MIB = 1_048_576
const KIB_256 = 262_144

/**
 * The limits that chains of services break at. Bytes are those of the request's or answer's UTF-8. What Step Functions
 * itself limits of a definition or an execution stands with the language (`LIMITS`).
 * @internal for tests
 */
export const SERVICE_LIMITS: readonly ServiceLimit[] = [
  // 6 MB and a bit: the figure in the text of the error (recorded).
  { service: 'lambda', what: 'synchronous payload', value: 6_291_556, unit: 'bytes', source: LAMBDA },
  {
    service: 'lambda',
    what: 'asynchronous payload',
    value: MIB,
    unit: 'bytes',
    since: '2025-10',
    before: KIB_256,
    source: ONE_MEGABYTE,
  },
  { service: 'lambda', what: 'timeout', value: 900, unit: 'seconds', source: LAMBDA },
  { service: 'lambda', what: 'concurrency', value: 1000, unit: 'count', source: LAMBDA },
  { service: 'lambda', what: 'file descriptors', value: 1024, unit: 'count', source: LAMBDA },
  { service: 'lambda', what: 'threads', value: 1024, unit: 'count', source: LAMBDA },
  { service: 'lambda', what: 'temporary storage', value: 512 * MIB, unit: 'bytes', source: LAMBDA },
  { service: 'lambda', what: 'temporary storage at most', value: 10_240 * MIB, unit: 'bytes', source: LAMBDA },
  { service: 'lambda', what: 'package in a request', value: 70_167_211, unit: 'bytes', source: LAMBDA },
  { service: 'lambda', what: 'package unzipped', value: 262_144_000, unit: 'bytes', source: LAMBDA },
  { service: 'sqs', what: 'message', value: MIB, unit: 'bytes', since: '2025-08', before: KIB_256, source: SQS },
  { service: 'sqs', what: 'batch', value: MIB, unit: 'bytes', since: '2025-08', before: KIB_256, source: SQS },
  { service: 'sqs', what: 'entries of a batch', value: 10, unit: 'count', source: SQS },
  { service: 'sns', what: 'message', value: KIB_256, unit: 'bytes', source: SNS },
  { service: 'sns', what: 'entries of a batch', value: 10, unit: 'count', source: SNS },
  {
    service: 'events',
    what: 'entry',
    value: MIB,
    unit: 'bytes',
    since: '2026-01',
    before: KIB_256,
    source: ONE_MEGABYTE,
  },
  { service: 'dynamodb', what: 'item', value: 409_600, unit: 'bytes', source: DYNAMODB },
  { service: 'dynamodb', what: 'items of a batch write', value: 25, unit: 'count', source: DYNAMODB },
  { service: 'dynamodb', what: 'items of a batch read', value: 100, unit: 'count', source: DYNAMODB },
  { service: 'dynamodb', what: 'items of a transaction', value: 100, unit: 'count', source: DYNAMODB },
  { service: 's3', what: 'writes to a prefix', value: 3500, unit: 'per second', source: S3 },
  { service: 's3', what: 'reads of a prefix', value: 5500, unit: 'per second', source: S3 },
  { service: 'kinesis', what: 'records of a call', value: 500, unit: 'count', source: KINESIS },
  { service: 'firehose', what: 'records of a call', value: 500, unit: 'count', source: FIREHOSE },
  { service: 'apigateway', what: 'payload', value: 10 * MIB, unit: 'bytes', source: API_GATEWAY },
  { service: 'apigateway', what: 'timeout of a REST API', value: 29, unit: 'seconds', source: API_GATEWAY },
  { service: 'apigateway', what: 'timeout of an HTTP API', value: 30, unit: 'seconds', source: API_GATEWAY },
  { service: 'apigateway', what: 'new domain names', value: 1 / 30, unit: 'per second', source: API_GATEWAY },
  { service: 'http', what: 'timeout', value: 60, unit: 'seconds', source: STEP_FUNCTIONS },
  {
    service: 'batch',
    what: 'submitted jobs',
    value: 50,
    unit: 'per second',
    source: 'https://docs.aws.amazon.com/batch/latest/userguide/service_limits.html',
  },
]

/** The row of a service's limit; undefined if there is none. */
export function serviceLimit(service: string, what: string): ServiceLimit | undefined {
  return SERVICE_LIMITS.find((limit) => limit.service === service && limit.what === what)
}

/** What the limit is at a moment, ms since the epoch; a change counts from the first of its month, UTC. */
export function limitAt({ value, since, before }: ServiceLimit, atMs: number): number {
  if (since === undefined || before === undefined) return value
  return atMs < Date.parse(`${since}-01T00:00:00Z`) ? before : value
}
