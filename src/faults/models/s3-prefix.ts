import { isArray, isObject, type Json, member } from '../../asl/json.js'
import type { Call } from '../../engine/ports.js'
import type { Circumstances } from '../plan.js'
import { serviceOf } from '../resource-pattern.js'
import { globPattern, matchesState } from '../state-pattern.js'
import { firstFault } from './cause.js'
import { concernsAnyOf, modelId } from './concerned.js'
import { type Load, levelAt, loadAt } from './load.js'
import type { Meeting, Model, ModelOf } from './model.js'
import { optionsAsJson, readOptions } from './model-options.js'
import { S3_PREFIX, type S3PrefixOptions, type S3PrefixValues } from './s3-prefix-options.js'

/** A prefix that was asked for. */
interface Prefix {
  /** Requests that it has room for at `atMs`, at most those of one second. */
  readonly reads: number
  readonly writes: number
  readonly atMs: number
  /** Into how many it was split. */
  readonly partitions: number
  /** Since when it has been overloaded. */
  readonly hotSinceMs: number | undefined
  readonly refusedMs: number
}

interface PrefixState {
  readonly originMs: number
  readonly prefixes: ReadonlyMap<string, Prefix>
}

/** Quiet for so long, and the overload is over. */
const QUIET_MS = 60_000
/** Prefixes that are remembered before those are given up that are as new. */
const MANY = 1000

interface Backgrounds {
  readonly reads: readonly Load[]
  readonly writes: readonly Load[]
}

/**
 * Request rates per prefix of S3: what is over them is told to slow down, until the prefix is split. A background load, such
 * as a query over a whole day of objects, takes its share of them. UserError for a mistake in the options.
 * @example
 * const scenario: Scenario = { models: [s3Prefix()] }
 * scenario.models?.length // => 1
 */
export function s3Prefix(options: S3PrefixOptions = {}): Model {
  const values = readOptions('s3-prefix', S3_PREFIX, options)
  const backgrounds = values.background.map((load) => ({ ...load, pattern: globPattern(load.prefix) }))
  const loadsOf = (prefix: string, originMs: number): Backgrounds => {
    const own = backgrounds.filter(({ pattern }) => matchesState(pattern, prefix))
    const span = (load: (typeof own)[number], perSecond: number): Load => {
      return { perSecond, fromMs: originMs + load.fromMs, toMs: originMs + (load.toMs ?? Infinity) }
    }
    return {
      reads: own.map((load) => span(load, load.readsPerSecond)),
      writes: own.map((load) => span(load, load.writesPerSecond)),
    }
  }
  const model: ModelOf<PrefixState, never> = {
    kind: 's3-prefix',
    id: modelId('s3-prefix', values),
    config: optionsAsJson(values),
    begin: (originMs) => ({ originMs, prefixes: new Map() }),
    concerns: concernsAnyOf(values.on),
    meet: (state, call, about) => {
      const prefix = prefixOf(values, call)
      return meetPrefix(values, state, { call, about, ...prefix, loads: loadsOf(prefix.prefix, state.originMs) })
    },
  }
  return model
}

interface Request {
  readonly call: Call
  readonly about: Circumstances
  readonly bucket: string
  readonly prefix: string
  readonly loads: Backgrounds
}

function meetPrefix(values: S3PrefixValues, state: PrefixState, request: Request): Meeting<PrefixState, never> {
  const { call, about, bucket, prefix, loads } = request
  const id = `${bucket}/${prefix}`
  const found = state.prefixes.get(id) ?? {
    reads: values.readsPerSecond,
    writes: values.writesPerSecond,
    atMs: state.originMs,
    partitions: 1,
    hotSinceMs: undefined,
    refusedMs: -Infinity,
  }
  const nowMs = Math.max(call.atMs, found.atMs)
  const before = splitAt(values, found, nowMs, loads)
  const rates = { reads: values.readsPerSecond * before.partitions, writes: values.writesPerSecond * before.partitions }
  const reads = levelAt(before.reads, { fromMs: before.atMs, toMs: nowMs }, rates.reads, loads.reads)
  const writes = levelAt(before.writes, { fromMs: before.atMs, toMs: nowMs }, rates.writes, loads.writes)
  const cost = costOf(values, call)
  const isServed = (what: 'reads' | 'writes', level: number): boolean => {
    if (cost[what] === 0 || level >= cost[what]) return true
    const load = loadAt(loads[what], nowMs)
    // The background alone is too much: all are served in proportion.
    return load >= rates[what] && about.chance(`S3 ${what}`) < rates[what] / load
  }
  const goesWell = isServed('reads', reads) && isServed('writes', writes)
  const after: Prefix = goesWell
    ? { ...before, reads: Math.max(0, reads - cost.reads), writes: Math.max(0, writes - cost.writes), atMs: nowMs }
    : { ...before, reads, writes, atMs: nowMs, hotSinceMs: before.hotSinceMs ?? nowMs, refusedMs: nowMs }
  const seen = { prefix: id, partitions: before.partitions }
  const strike = goesWell ? undefined : firstFault(['s3-slowdown', 'map-item-reader-failed'], call, about)
  return { state: withPrefix(state, id, after), seen, ...(strike && { strike }) }
}

/** Splits a prefix that has been overloaded for long enough, by us or by the background alone. */
function splitAt(
  { readsPerSecond, writesPerSecond, splitAfterMs }: S3PrefixValues,
  prefix: Prefix,
  nowMs: number,
  { reads, writes }: Backgrounds,
): Prefix {
  const { partitions, refusedMs } = prefix
  const isHot =
    loadAt(reads, nowMs) >= readsPerSecond * partitions || loadAt(writes, nowMs) >= writesPerSecond * partitions
  if (!isHot && nowMs - refusedMs >= QUIET_MS) return { ...prefix, hotSinceMs: undefined }
  const loads = [...reads, ...writes].filter(({ fromMs, toMs }) => fromMs <= nowMs && nowMs < toMs)
  const alone = isHot ? Math.min(...loads.map(({ fromMs }) => fromMs)) : undefined
  const sinceMs = prefix.hotSinceMs ?? alone
  if (sinceMs === undefined) return prefix
  if (nowMs - sinceMs < splitAfterMs) return { ...prefix, hotSinceMs: sinceMs }
  return { ...prefix, partitions: partitions + 1, hotSinceMs: sinceMs + splitAfterMs }
}

function withPrefix({ originMs, prefixes }: PrefixState, id: string, prefix: Prefix): PrefixState {
  const next = new Map(prefixes)
  if (next.size >= MANY) {
    for (const [other, { atMs, partitions, hotSinceMs }] of next) {
      // One second later it is as full as ever, unless the background is at it, which counts from then on.
      if (partitions === 1 && hotSinceMs === undefined && prefix.atMs - atMs > 1000) next.delete(other)
    }
  }
  return { originMs, prefixes: next.set(id, prefix) }
}

const READS = /^(?:get|head|list|select)/

/** Requests that a call makes. */
function costOf(
  { readsPerCall, writesPerCall }: S3PrefixValues,
  { resource }: Call,
): { reads: number; writes: number } {
  if (serviceOf(resource) !== 's3' || !('action' in resource)) return { reads: readsPerCall, writes: writesPerCall }
  return READS.test(resource.action) ? { reads: 1, writes: 0 } : { reads: 0, writes: 1 }
}

/** The prefix of the object that a call is about. */
function prefixOf(
  { prefixDepth, keyAt, bucket = '' }: S3PrefixValues,
  { parameters, input }: Call,
): Pick<Request, 'bucket' | 'prefix'> {
  const sent = isObject(parameters) ? parameters : {}
  const given = textOf(member(sent, 'Key') ?? member(sent, 'Prefix'))
  const key = given ?? (keyAt === undefined ? undefined : textOf(valueAt(input, keyAt))) ?? ''
  return { bucket: textOf(member(sent, 'Bucket')) ?? bucket, prefix: key.split('/', prefixDepth).join('/') }
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The value at a JSON Pointer. */
function valueAt(json: Json, at: string): Json | undefined {
  let value: Json | undefined = json
  for (const step of at.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    if (isArray(value)) value = value[Number(key)]
    else value = isObject(value) ? member(value, key) : undefined
  }
  return value
}
