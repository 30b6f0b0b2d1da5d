import { type Duration, parseDuration, printDuration } from '../../asl/duration.js'
import type { Json } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import { frozenJson } from '../../tasks/frozen-json.js'

/** One execution that arrives, in virtual ms since the start of the simulation. */
export interface Arrival {
  readonly atMs: number
  /** Its input; without one it gets that of the simulation or of the scenario. */
  readonly input?: Json
}

/** When executions arrive: a value, made by `bursts`, `steady`, `spike` or `listed`. */
export type Arrivals =
  | { readonly kind: 'bursts'; readonly everyMs: number; readonly size: number; readonly jitterMs: number }
  | { readonly kind: 'steady'; readonly everyMs: number }
  | { readonly kind: 'spike'; readonly fromMs: number; readonly size: number; readonly overMs: number }
  | { readonly kind: 'listed'; readonly list: readonly Arrival[] }

/** Executions of one burst or spike: more than this is taken for a mistake. */
const MAX_SIZE = 10_000_000

export interface BurstsOptions {
  /** From one burst to the next; the first comes at 0. */
  readonly every: Duration
  /** Executions of a burst. */
  readonly size: number
  /** Each comes up to this much later than its burst, by a draw of the seed; at most `every`. Default 0. */
  readonly jitter?: Duration
}

/**
 * Batches of executions at equal distances: `bursts({ every: '5m', size: 100 })`. UserError for what is no number or duration.
 * @example
 * bursts({ every: '5m', size: 100 }) // => { kind: 'bursts', everyMs: 300_000, size: 100, jitterMs: 0 }
 */
export function bursts({ every, size, jitter = 0 }: BurstsOptions): Arrivals {
  const everyMs = distance(every)
  const jitterMs = parseDuration(jitter)
  if (jitterMs > everyMs) {
    const told = `${printDuration(jitterMs)} is more than ${printDuration(everyMs)}`
    throw new UserError('usage', `the jitter of bursts must fit between two of them, and ${told}`)
  }
  return Object.freeze({ kind: 'bursts', everyMs, size: checkedSize(size), jitterMs })
}

export interface SteadyOptions {
  /** Executions per virtual second: a number over 0, e.g. 0.5. Either this or `every`. */
  readonly perSecond?: number
  /** From one execution to the next. */
  readonly every?: Duration
}

/**
 * One execution after another at equal distances, the first at 0: `steady({ perSecond: 2 })`, `steady({ every: '30s' })`.
 * @example
 * steady({ perSecond: 2 }) // => { kind: 'steady', everyMs: 500 }
 */
export function steady({ perSecond, every }: SteadyOptions): Arrivals {
  if ((perSecond === undefined) === (every === undefined)) {
    throw new UserError('usage', 'steady arrivals take perSecond or every, one of the two')
  }
  if (every !== undefined) return Object.freeze({ kind: 'steady', everyMs: distance(every) })
  if (typeof perSecond === 'number' && perSecond > 0 && perSecond <= MAX_SIZE) {
    return Object.freeze({ kind: 'steady', everyMs: 1000 / perSecond })
  }
  throw new UserError('usage', `perSecond must be a number over 0, and it is ${String(perSecond)}`)
}

export interface SpikeOptions {
  /** When it begins. */
  readonly at: Duration
  /** Executions in all. */
  readonly size: number
  /** They come evenly over this time; default 0: all at once. */
  readonly over?: Duration
}

/**
 * Many executions at one time: `spike({ at: '10m', size: 5000, over: '30s' })`.
 * @example
 * spike({ at: '10m', size: 5000, over: '30s' }) // => { kind: 'spike', fromMs: 600_000, size: 5000, overMs: 30_000 }
 */
export function spike({ at, size, over = 0 }: SpikeOptions): Arrivals {
  return Object.freeze({
    kind: 'spike',
    fromMs: parseDuration(at),
    size: checkedSize(size),
    overMs: parseDuration(over),
  })
}

/**
 * Arrivals one by one, in any order, each with an input of its own if need be. UserError for times that are none.
 * @example
 * const order = (await loadMachine('order.asl.json')).withDefaults({ tasks: { Charge: returns({}), Ship: returns({}) } })
 * simulate(order, { arrivals: listed([{ atMs: 0 }, { atMs: 60_000 }]) }).statuses.SUCCEEDED // => 2
 */
export function listed(list: readonly Arrival[]): Arrivals {
  const copies = list.map(({ atMs, input }, i) => {
    if (!Number.isSafeInteger(atMs) || atMs < 0) {
      const told = String(atMs)
      throw new UserError('usage', `atMs of arrival ${i} must be whole milliseconds from 0, and it is ${told}`)
    }
    return Object.freeze({
      atMs,
      ...(input !== undefined && { input: frozenJson(input, `the input of arrival ${i}`) }),
    })
  })
  copies.sort((a, b) => a.atMs - b.atMs)
  return Object.freeze({ kind: 'listed', list: Object.freeze(copies) })
}

function distance(every: Duration): number {
  const everyMs = parseDuration(every)
  if (everyMs > 0) return everyMs
  throw new UserError('usage', 'every must be longer than 0 ms')
}

function checkedSize(size: number): number {
  if (Number.isSafeInteger(size) && size >= 1 && size <= MAX_SIZE) return size
  throw new UserError('usage', `size must be a whole number from 1 to ${MAX_SIZE}, and it is ${String(size)}`)
}
