import type { Call } from '../../engine/ports.js'
import type { Circumstances } from '../plan.js'
import { withTaken } from './bucket.js'
import { firstFault } from './cause.js'
import { concernsAnyOf, functionKey, invokes, modelId } from './concerned.js'
import { CONCURRENCY, type ConcurrencyOptions, type ConcurrencyValues } from './concurrency-options.js'
import { timedOut } from './function-limit.js'
import { type Heap, withEntry, withoutLeast } from './heap.js'
import type { Meeting, Model, ModelOf } from './model.js'
import { optionsAsJson, readOptions } from './model-options.js'

/** What is known of one function. */
interface Scaling {
  /** Invocations that run. */
  readonly running: number
  /** Environments that there are. */
  readonly environments: number
  /** When the allowance for new environments is full again; see `bucket.ts`. */
  readonly fullAtMs: number
  readonly lastMs: number
}

interface ConcurrencyState {
  readonly originMs: number
  /** The functions whose invocations run, by the time at which they end. */
  readonly ends: Heap<string> | undefined
  /** Orders invocations that end at one time. */
  readonly made: number
  readonly functions: ReadonlyMap<string, Scaling>
}

/** An invocation that went through. */
interface Admitted {
  readonly key: string
  /** When it ends if nobody answers it. */
  readonly timeoutMs: number
}

const UNUSED: Scaling = Object.freeze({ running: 0, environments: 0, fullAtMs: 0, lastMs: 0 })

/**
 * How many invocations may run at once: of the account (over all functions without a reservation), of a function with
 * reserved concurrency, and how fast a function gets more environments. What is over is throttled. The functions of all
 * executions that share the model count. UserError for a mistake in the options.
 * @example
 * const scenario: Scenario = { models: [concurrency({ on: 'fn:resize', reserved: [{ function: 'resize', concurrency: 20 }] })] }
 * scenario.models?.length // => 1
 */
export function concurrency(options: ConcurrencyOptions = {}): Model {
  const values = readOptions('concurrency', CONCURRENCY, options)
  const concerned = concernsAnyOf(values.on)
  const model: ModelOf<ConcurrencyState, Admitted> = {
    kind: 'concurrency',
    id: modelId('concurrency', values),
    config: optionsAsJson(values),
    begin: (originMs) => ({ originMs, ends: undefined, made: 0, functions: new Map() }),
    concerns: (call, about) => invokes(call) && concerned(call, about),
    meet: (before, call, about) => meetLimits(values, stateAt(before, call.atMs), call, about),
    answered: (state, { key, timeoutMs }, call, durationMs) => {
      const { made } = state
      const endMs = call.atMs + (Number.isFinite(durationMs) ? durationMs : timeoutMs)
      return { ...state, ends: withEntry(state.ends, endMs, made, key), made: made + 1 }
    },
  }
  return model
}

/** What runs at a moment. */
function stateAt(before: ConcurrencyState, nowMs: number): ConcurrencyState {
  let { ends } = before
  if (!ends || ends.entry.key > nowMs) return before
  const functions = new Map(before.functions)
  while (ends && ends.entry.key <= nowMs) {
    const { key: endMs, value } = ends.entry
    const own = functions.get(value) ?? UNUSED
    functions.set(value, { ...own, running: own.running - 1, lastMs: endMs })
    ends = withoutLeast(ends)
  }
  return { ...before, ends, functions }
}

function meetLimits(
  values: ConcurrencyValues,
  state: ConcurrencyState,
  call: Call,
  about: Circumstances,
): Meeting<ConcurrencyState, Admitted> {
  const key = functionKey(call, about.function)
  const own = scalingAt(values, state.functions.get(key) ?? UNUSED, call.atMs)
  const reserved = reservedFor(values, key)
  const elsewhere = values.background
    .filter(({ fromMs, toMs = Infinity }) => isWithin(call.atMs - state.originMs, fromMs, toMs))
    .reduce((sum, { concurrency }) => sum + concurrency, 0)
  const inUse = reserved === undefined ? unreserved(values, state) + elsewhere : own.running
  const seen = { function: key, running: own.running, inUse }
  const refused = (...faults: readonly string[]): Meeting<ConcurrencyState, Admitted> => {
    const strike = firstFault([...faults, 'lambda-throttled-account'], call, about)
    return { state: withFunction(state, key, own), seen, ...(strike && { strike }) }
  }
  if (reserved !== undefined && inUse >= reserved) return refused('lambda-throttled-reserved')
  if (reserved === undefined && inUse >= values.account - allReserved(values)) return refused()
  const ticket = { key, timeoutMs: timedOut(about).afterMs }
  if (own.running < own.environments) {
    return { state: withFunction(state, key, { ...own, running: own.running + 1 }), ticket, seen }
  }
  const size = { ratePerSecond: values.scalingPer10s / 10, burst: values.scalingPer10s }
  const fullAtMs = withTaken(own.fullAtMs, call.atMs, size)
  if (fullAtMs === undefined) return refused('lambda-throttled-burst')
  const grown = { running: own.running + 1, environments: own.environments + 1, fullAtMs, lastMs: call.atMs }
  return { state: withFunction(state, key, grown), ticket, seen }
}

function withFunction(state: ConcurrencyState, key: string, own: Scaling): ConcurrencyState {
  return { ...state, functions: new Map(state.functions).set(key, own) }
}

/** A function that nobody called for long has no environment left. */
function scalingAt({ idleRecycleMs }: ConcurrencyValues, own: Scaling, nowMs: number): Scaling {
  const isIdle = own.running === 0 && nowMs - own.lastMs >= idleRecycleMs
  return isIdle ? { ...own, environments: 0 } : own
}

function isWithin(sinceMs: number, fromMs: number, toMs: number): boolean {
  return sinceMs >= fromMs && sinceMs < toMs
}

function reservedFor({ reserved }: ConcurrencyValues, key: string): number | undefined {
  return reserved.find((entry) => entry.function === key)?.concurrency
}

function allReserved({ reserved }: ConcurrencyValues): number {
  return reserved.reduce((sum, { concurrency }) => sum + concurrency, 0)
}

function unreserved(values: ConcurrencyValues, { functions }: ConcurrencyState): number {
  let sum = 0
  for (const [key, { running }] of functions) if (reservedFor(values, key) === undefined) sum += running
  return sum
}
