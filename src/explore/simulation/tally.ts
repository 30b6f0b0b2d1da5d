import type { LogEntry } from '../../harness/sessions/call-log.js'
import { Sightings } from './strike-tally.js'
import type { Bucket, Counts, StateEffects, StateStrikes } from './simulation.js'

const MINUTE_MS = 60_000

type Ended = 'succeeded' | 'failed' | 'timedOut' | 'aborted'
type Stretch = { -readonly [K in keyof Bucket]: Bucket[K] }

const ENDED: Readonly<Record<string, Ended>> = {
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timedOut',
  ABORTED: 'aborted',
}

/** Counts what happens in a simulation. It grows with states, errors and stretches of time, and not with executions. */
export class Tally {
  readonly #startMs: number
  readonly #bucketMs: number
  readonly #statuses = new Map<string, number>()
  readonly #errors = new Map<string, number>()
  readonly #buckets = new Map<number, Stretch>()
  readonly #retries = new Map<number, number>()
  readonly #effects = new Map<string, { done: number; duplicates: number }>()
  readonly #struck = new Map<string, { -readonly [K in keyof StateStrikes]: StateStrikes[K] }>()
  readonly #inferred = new Set<string>()
  readonly sightings = new Sightings()
  #latest: Stretch | undefined
  executions = 0
  calls = 0
  retriesInAll = 0
  lastMs = 0

  /** Times count from `startMs`, ms since the epoch. */
  constructor(startMs: number, bucketMs: number) {
    this.#startMs = startMs
    this.#bucketMs = bucketMs
  }

  started(atMs: number): void {
    this.executions++
    this.#bucketAt(atMs).started++
  }

  ended(atMs: number, { status, error }: { readonly status: string; readonly error: string | undefined }): void {
    this.lastMs = Math.max(this.lastMs, atMs - this.#startMs)
    addTo(this.#statuses, status)
    if (status !== 'SUCCEEDED') addTo(this.#errors, error ?? '')
    this.#bucketAt(atMs)[ENDED[status] ?? 'failed']++
  }

  /** All calls of one execution. */
  called(entries: readonly LogEntry[]): void {
    const repeats = entries.some(({ call }) => call.attempt > 1) ? new Map<string, string | undefined>() : undefined
    for (const { call, effect } of entries) {
      const bucket = this.#bucketAt(call.atMs)
      this.calls++
      bucket.calls++
      if (call.attempt > 1) {
        this.retriesInAll++
        bucket.retries++
        addTo(this.#retries, Math.floor((call.atMs - this.#startMs) / MINUTE_MS))
      }
      if (call.answeredBy === 'inferred') this.#inferred.add(call.state)
      if (call.fault !== undefined) this.#strike(call.fault, call.state, call.atMs)
      this.sightings.struck(call, call.atMs - this.#startMs)
      if (effect) this.#effect(call, effect.idempotencyToken, repeats)
    }
  }

  #strike(fault: string, state: string, atMs: number): void {
    const key = JSON.stringify([fault, state])
    const firstMs = atMs - this.#startMs
    const known = this.#struck.get(key)
    if (!known) {
      this.#struck.set(key, { fault, state, calls: 1, firstMs })
      return
    }
    known.calls++
    known.firstMs = Math.min(known.firstMs, firstMs)
  }

  /** `first`: the token of the first effect of each visit of a state, if anything was tried again. */
  #effect(call: LogEntry['call'], token: string | undefined, first: Map<string, string | undefined> | undefined): void {
    const { state, items, visit } = call
    const counts = this.#effects.get(state) ?? { done: 0, duplicates: 0 }
    this.#effects.set(state, counts)
    counts.done++
    if (!first) return
    const site = `${call.pointer} ${items.map((step) => step.index).join()} ${visit}`
    if (!first.has(site)) first.set(site, token)
    else if (token === undefined || first.get(site) !== token) counts.duplicates++
  }

  #bucketAt(atMs: number): Stretch {
    const sinceMs = atMs - this.#startMs
    const latest = this.#latest
    if (latest && sinceMs >= latest.fromMs && sinceMs < latest.fromMs + this.#bucketMs) return latest
    return (this.#latest = this.#bucket(Math.floor(sinceMs / this.#bucketMs)))
  }

  #bucket(number: number): Stretch {
    const known = this.#buckets.get(number)
    if (known) return known
    const fromMs = number * this.#bucketMs
    const bucket = { fromMs, started: 0, succeeded: 0, failed: 0, timedOut: 0, aborted: 0, calls: 0, retries: 0 }
    this.#buckets.set(number, bucket)
    return bucket
  }

  get statuses(): Counts {
    return sortedCounts(this.#statuses)
  }

  get errors(): Counts {
    return sortedCounts(this.#errors)
  }

  get buckets(): readonly Bucket[] {
    return [...this.#buckets.values()].sort((a, b) => a.fromMs - b.fromMs)
  }

  get retriesPerMinute(): readonly { readonly minute: number; readonly retries: number }[] {
    const minutes = [...this.#retries].sort(([a], [b]) => a - b)
    return minutes.map(([minute, retries]) => ({ minute, retries }))
  }

  get effects(): readonly StateEffects[] {
    const states = [...this.#effects].sort(([a], [b]) => byCodeUnits(a, b))
    return states.map(([state, counts]) => ({ state, ...counts }))
  }

  get struck(): readonly StateStrikes[] {
    return [...this.#struck.values()].sort(
      (a, b) => a.firstMs - b.firstMs || byCodeUnits(a.fault, b.fault) || byCodeUnits(a.state, b.state),
    )
  }

  get inferred(): readonly string[] {
    return [...this.#inferred].sort()
  }
}

function addTo<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function sortedCounts(counts: ReadonlyMap<string, number>): Counts {
  return Object.fromEntries([...counts].sort(([a], [b]) => byCodeUnits(a, b)))
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
