/**
 * What brings an event again that was not taken: it starts executions or invocations, so it is no model of calls, and whoever
 * makes the arrivals asks here when the next one comes.
 */
export type Redelivery =
  | { readonly kind: 'again'; readonly atMs: number; readonly records: readonly number[] }
  /** Given up: to the dead-letter queue or on-failure destination, if there is one. */
  | { readonly kind: 'given-up'; readonly records: readonly number[] }
  | { readonly kind: 'done' }

/** An asynchronous invocation. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
export interface AsyncOptions {
  /** Retries after an error of the function: 0 to 2; default 2. */
  readonly maximumRetries?: number
  /** The event is given up when it is so old; default 6 hours. */
  readonly maximumAgeMs?: number
}

/** How an asynchronous invocation went. */
export interface AsyncAttempt {
  /** 1 for the first. */
  readonly attempt: number
  /** A throttled or refused one is put back into the queue, and counts as no retry. */
  readonly result: 'succeeded' | 'failed' | 'throttled'
  /** When the event was sent, and when this attempt ended. */
  readonly sentMs: number
  readonly endedMs: number
}

/** One minute before the first retry, two before the second (documented). */
const RETRY_AFTER_MS = [60_000, 120_000]
const MOST_AGE_MS = 21_600_000
/** A throttled event waits one second, then twice as long each time, up to five minutes (documented). */
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 300_000

/**
 * When an event that a function was sent asynchronously is delivered again.
 * @example
 * redeliverAsync({ attempt: 1, result: 'failed', sentMs: 0, endedMs: 500 }) // => { kind: 'again', atMs: 60_500, records: [0] }
 */
export function redeliverAsync(
  { attempt, result, sentMs, endedMs }: AsyncAttempt,
  { maximumRetries = 2, maximumAgeMs = MOST_AGE_MS }: AsyncOptions = {},
): Redelivery {
  if (result === 'succeeded') return { kind: 'done' }
  const waitMs =
    result === 'throttled' ? Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS) : RETRY_AFTER_MS[attempt - 1]
  const isSpent = result === 'failed' && attempt > maximumRetries
  const atMs = endedMs + (waitMs ?? 0)
  if (isSpent || waitMs === undefined || atMs - sentMs > maximumAgeMs) return { kind: 'given-up', records: [0] }
  return { kind: 'again', atMs, records: [0] }
}

/** An event source that hands out batches, such as Kafka, Kinesis or SQS. */
export interface BatchOptions {
  /** Retries of a batch; default: until it is taken, as Kafka and Kinesis do. Of a queue: `maxReceiveCount` less one. */
  readonly maximumRetries?: number
  /** Until a batch comes again: a queue's visibility timeout; default 0. */
  readonly retryAfterMs?: number
  /** Whether the function says which records failed (`ReportBatchItemFailures`); default no: the whole batch comes again. */
  readonly reportsFailures?: boolean
  /** Of a stream with such reports everything from the first failure on comes again; default no. */
  readonly inOrder?: boolean
}

/** How a batch went. */
export interface BatchAttempt {
  /** 1 for the first. */
  readonly attempt: number
  readonly endedMs: number
  /** The records' numbers, as the source has them. */
  readonly records: readonly number[]
  /** Those that were not taken; empty: all went well. */
  readonly failed: readonly number[]
}

/**
 * When a batch that failed is delivered again, and what is in it: by default all of it, the records that went well included.
 * @example
 * const batch = { attempt: 1, endedMs: 500, records: [7, 8, 9], failed: [8] }
 * redeliverBatch(batch) // => { kind: 'again', atMs: 500, records: [7, 8, 9] }
 * redeliverBatch(batch, { reportsFailures: true }) // => { kind: 'again', atMs: 500, records: [8] }
 */
export function redeliverBatch(
  { attempt, endedMs, records, failed }: BatchAttempt,
  { maximumRetries = Infinity, retryAfterMs = 0, reportsFailures = false, inOrder = false }: BatchOptions = {},
): Redelivery {
  if (failed.length === 0) return { kind: 'done' }
  const first = records.findIndex((record) => failed.includes(record))
  const rest = inOrder ? records.slice(Math.max(first, 0)) : records.filter((record) => failed.includes(record))
  const again = reportsFailures ? rest : records
  if (attempt > maximumRetries) return { kind: 'given-up', records: again }
  return { kind: 'again', atMs: endedMs + retryAfterMs, records: again }
}
