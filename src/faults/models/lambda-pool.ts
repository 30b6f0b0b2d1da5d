import type { Call } from '../../engine/ports.js'
import type { Circumstances } from '../plan.js'
import { firstFault, type StrikeDetails } from './cause.js'
import { concernsAnyOf, functionKey, invokes, modelId } from './concerned.js'
import {
  busyUntil,
  type Instance,
  type Instances,
  instancesAt,
  NO_INSTANCES,
  type PoolEvents,
  running,
  taken,
} from './instances.js'
import { LAMBDA_POOL, type LambdaPoolOptions, type LambdaPoolValues } from './lambda-pool-options.js'
import { functionLimit, timedOut } from './function-limit.js'
import type { Meeting, Model, ModelOf, ModelStrike, Slowdown } from './model.js'
import { optionsAsJson, readOptions } from './model-options.js'

interface PoolState {
  readonly originMs: number
  /** By function. */
  readonly pools: ReadonlyMap<string, Instances>
}

/** An invocation that went through. */
interface Invocation {
  readonly key: string
  readonly instance: Instance
  /** When it ends if nobody answers it. */
  readonly timeoutMs: number
}

type PoolMeeting = Meeting<PoolState, Invocation>

/**
 * Warm instances of functions, and what their invocations leave behind: memory, files in /tmp, open descriptors. An invocation
 * takes an idle instance or a cold one; it fails when nothing is left, and near the end of the memory it is slow, or hangs
 * until the function's timeout. What recycles instances hides all that: time, deployments, scale-in. UserError for a mistake
 * in the options.
 * @example
 * const scenario: Scenario = { models: [lambdaPool({ on: 'fn:resize', fileDescriptorLeak: 1, fileDescriptors: 999 })] }
 * scenario.models?.length // => 1
 */
export function lambdaPool(options: LambdaPoolOptions): Model {
  const values = readOptions('lambda-pool', LAMBDA_POOL, options)
  const concerned = concernsAnyOf(values.on)
  const model: ModelOf<PoolState, Invocation> = {
    kind: 'lambda-pool',
    id: modelId('lambda-pool', values),
    config: optionsAsJson(values),
    begin: (originMs) => ({ originMs, pools: new Map() }),
    concerns: (call, about) => invokes(call) && concerned(call, about),
    meet: (state, call, about) => meetPool(values, state, call, about),
    answered: (state, { key, instance, timeoutMs }, call, durationMs) => {
      const pool = state.pools.get(key) ?? NO_INSTANCES
      const untilMs = call.atMs + (Number.isFinite(durationMs) ? durationMs : timeoutMs)
      return withPool(state, key, busyUntil(pool, untilMs, instance, instance.id))
    },
  }
  return model
}

function withPool({ originMs, pools }: PoolState, key: string, pool: Instances): PoolState {
  return { originMs, pools: new Map(pools).set(key, pool) }
}

function meetPool(values: LambdaPoolValues, state: PoolState, call: Call, about: Circumstances): PoolMeeting {
  const key = functionKey(call, about.function)
  const pool = instancesAt(state.pools.get(key) ?? NO_INSTANCES, call.atMs, values)
  if (running(pool) >= (values.reservedConcurrency ?? Infinity)) {
    const strike = firstFault(['lambda-throttled-reserved', 'lambda-throttled-account'], call, about)
    return { state: withPool(state, key, pool), ...(strike && { strike }), seen: { running: running(pool) } }
  }
  const { instances, instance } = taken(pool, call.atMs, values, eventsBy(values, state.originMs, call.atMs))
  const next = { ...instance, served: instance.served + 1, tmpServed: instance.tmpServed + 1 }
  const seen = { function: key, instance: next.id, served: next.served, ...(next.served === 1 && { cold: true }) }
  const struck = endOf(values, next, call, about)
  if (struck) {
    const { strike, left } = struck
    const untilMs = call.atMs + (strike.afterMs ?? 0)
    return { state: withPool(state, key, busyUntil(instances, untilMs, left, next.id)), strike, seen }
  }
  const timeoutMs = timedOut(about, values.timeoutSeconds).afterMs
  const ticket = { key, instance: next, timeoutMs }
  return { state: withPool(state, key, instances), ticket, seen, slower: slowness(values, next, call, about) }
}

function eventsBy({ deployAtMs, scaleInAtMs }: LambdaPoolValues, originMs: number, nowMs: number): PoolEvents {
  const lastOf = (timesMs: readonly number[]): number =>
    originMs + (timesMs.findLast((ms) => originMs + ms <= nowMs) ?? -Infinity)
  return { deployedMs: lastOf(deployAtMs), shrunkMs: lastOf(scaleInAtMs) }
}

/** A strike that ends an invocation, and the instance that is left of it. */
interface End {
  readonly strike: ModelStrike
  readonly left: Instance | undefined
}

/** How the invocation ends that an instance has just taken, if it ends badly. */
function endOf(values: LambdaPoolValues, instance: Instance, call: Call, about: Circumstances): End | undefined {
  const { served, tmpServed } = instance
  const kept = values.failedInstance === 'kept' ? instance : undefined
  const end = (faults: readonly string[], left: Instance | undefined, details?: StrikeDetails): End | undefined => {
    const strike = firstFault(faults, call, about, details)
    return strike && { strike, left }
  }
  if (values.fileDescriptorLeak * served > values.fileDescriptors) {
    return end(['lambda-too-many-open-files', 'lambda-unhandled-exception'], kept)
  }
  if (values.tmpLeakMbPerInvocation * tmpServed > values.tmpMb) return end(['lambda-tmp-full'], kept)
  if (usedMb(values, served) > memoryMb(values, about)) return end(['lambda-oom'], reset(values, instance))
  const stalls = pressure(values, served, about) * values.stallChance
  if (stalls === 0 || about.chance('memory pressure') >= stalls) return undefined
  return end(
    ['lambda-memory-pressure-timeout', 'lambda-timeout'],
    reset(values, instance),
    timedOut(about, values.timeoutSeconds),
  )
}

/** The process ended, and the environment begins anew, as Lambda resets it. */
function reset({ tmpSurvivesCrash }: LambdaPoolValues, instance: Instance): Instance {
  return { ...instance, served: 0, tmpServed: tmpSurvivesCrash ? instance.tmpServed : 0 }
}

function memoryMb({ memoryMb }: LambdaPoolValues, { function: called }: Circumstances): number {
  return memoryMb ?? called?.memoryMb ?? 128
}

/** At the peak of an instance's n-th invocation: what those before it left, and what it needs itself. */
function usedMb({ baseMb, leakMbPerInvocation, peakMb }: LambdaPoolValues, served: number): number {
  return baseMb + leakMbPerInvocation * (served - 1) + peakMb
}

/** 0 while there is memory enough, 1 when there is none. */
function pressure(values: LambdaPoolValues, served: number, about: Circumstances): number {
  const { pressureFrom } = values
  if (pressureFrom === 1) return 0
  const used = usedMb(values, served) / memoryMb(values, about)
  return Math.min(1, Math.max(0, (used - pressureFrom) / (1 - pressureFrom)))
}

/** A cold start, and memory that is short: at half the pressure everything takes twice as long, at all of it for ever. */
function slowness(values: LambdaPoolValues, { served }: Instance, call: Call, about: Circumstances): Slowdown {
  const short = pressure(values, served, about)
  return {
    ...(short > 0 && { factor: Math.min(1 / (1 - short), 1e9) }),
    ...(served === 1 && { addMs: values.coldStartMs }),
    limit: functionLimit(call, about, values.timeoutSeconds),
  }
}
