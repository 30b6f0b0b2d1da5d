import { isObject, type Json, member } from '../../asl/json.js'
import type { Call } from '../../engine/ports.js'
import { withTaken } from './bucket.js'
import { firstFault } from './cause.js'
import { concernsAnyOf, modelId } from './concerned.js'
import type { Model, ModelOf } from './model.js'
import { amount, faultText, positive, selectors, textOption } from './option-kinds.js'
import { defaulted, type OptionsOf, needed, optional, optionsAsJson, readOptions } from './model-options.js'

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/burst-adaptive-capacity.html, and .../provisioned-capacity-mode.html. */
export const DYNAMO_THROUGHPUT = {
  /** Default: every call to DynamoDB; each table has throughput of its own. */
  on: defaulted(selectors, ['svc:dynamodb']),
  /** The model's id; default: its kind and selectors. */
  name: optional(textOption),
  /** Read capacity units per second, each a strongly consistent read of 4 KB or two others (documented). */
  readUnits: needed(positive),
  /** Write capacity units per second, each a write of 1 KB (documented). */
  writeUnits: needed(positive),
  /** Unused capacity is kept for so long; default 300 (documented: up to five minutes). At the start all of it is there. */
  burstSeconds: defaulted(positive, 300),
  /** Units of a call that reads; default: half a unit, one if it is strongly consistent. */
  unitsPerRead: optional(amount),
  /** Units of a call that writes; default: one for every KB of what is sent, as JSON. */
  unitsPerWrite: optional(amount),
  /** What a call meets that finds no capacity; default `ddb-provisioned-throughput`. */
  fault: defaulted(faultText, 'ddb-provisioned-throughput'),
}

/** What may be said of a table's throughput. */
export type DynamoThroughputOptions = OptionsOf<typeof DYNAMO_THROUGHPUT>

/** When each bucket is full again; see `bucket.ts`. One that is not there is full. */
type Buckets = ReadonlyMap<string, number>

/** Buckets that are remembered before the full ones are given up. */
const MANY = 1000

/**
 * Provisioned throughput of tables, with the burst that unused capacity allows. UserError for a mistake in the options.
 * @example
 * const scenario: Scenario = { models: [dynamoThroughput({ readUnits: 20, writeUnits: 10 })] }
 * scenario.models?.length // => 1
 */
export function dynamoThroughput(options: DynamoThroughputOptions): Model {
  const values = readOptions('dynamo-throughput', DYNAMO_THROUGHPUT, options)
  const model: ModelOf<Buckets, never> = {
    kind: 'dynamo-throughput',
    id: modelId('dynamo-throughput', values),
    config: optionsAsJson(values),
    begin: () => new Map(),
    concerns: concernsAnyOf(values.on),
    meet: (buckets, call, about) => {
      const isRead = isReading(call)
      const units = isRead ? values.readUnits : values.writeUnits
      const cost = isRead ? (values.unitsPerRead ?? readUnits(call)) : (values.unitsPerWrite ?? writeUnits(call))
      const id = `${isRead ? 'reads' : 'writes'} ${textOf(sent(call, 'TableName')) ?? ''}`
      const size = { ratePerSecond: units, burst: units * values.burstSeconds }
      const fullAtMs = withTaken(buckets.get(id) ?? -Infinity, call.atMs, size, cost)
      const seen = { bucket: id, units: cost }
      if (fullAtMs !== undefined) return { state: withBucket(buckets, id, fullAtMs, call.atMs), seen }
      const strike = firstFault([values.fault], call, about)
      return { state: buckets, seen, ...(strike && { strike }) }
    },
  }
  return model
}

function withBucket(buckets: Buckets, id: string, fullAtMs: number, nowMs: number): Buckets {
  const next = new Map(buckets)
  if (next.size >= MANY) for (const [other, otherMs] of next) if (otherMs <= nowMs) next.delete(other)
  return next.set(id, fullAtMs)
}

const READS = /^(?:get|batchGet|query|scan|transactGet)/

function isReading({ resource }: Call): boolean {
  return 'action' in resource && READS.test(resource.action)
}

function readUnits(call: Call): number {
  return sent(call, 'ConsistentRead') === true ? 1 : 0.5
}

function writeUnits(call: Call): number {
  const item = sent(call, 'Item')
  return item === undefined ? 1 : Math.max(1, Math.ceil(Buffer.byteLength(JSON.stringify(item)) / 1024))
}

function sent({ parameters }: Call, name: string): Json | undefined {
  return isObject(parameters) ? member(parameters, name) : undefined
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
