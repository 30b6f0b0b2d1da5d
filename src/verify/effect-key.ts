import { type Json, type JsonObject, isObject, member } from '../asl/json.js'
import type { Effect } from '../tasks/ledger.js'
import { offsetText } from './attempt-text.js'
import { printable, siteName } from './printable.js'
import { toJsonText } from '../wire/wire-json.js'

/** Members of a request that say what is changed, by the words of S3, DynamoDB, SQS, Kinesis and their like. */
const KEYS = ['Key', 'MessageDeduplicationId', 'PartitionKey', 'Name', 'Id']
const PLACES = ['Bucket', 'TableName', 'QueueUrl', 'TopicArn', 'StreamName', 'StateMachineArn', 'FunctionName']

/** What an effect changes, if what the service was sent names it: `{ Bucket, Key }`, `{ TableName, Key }`. */
export function effectKey({ parameters }: Effect): JsonObject | undefined {
  if (!isObject(parameters) || !KEYS.some((name) => member(parameters, name) !== undefined)) return undefined
  const named = [...PLACES, ...KEYS].flatMap((name): [string, Json][] => {
    const value = member(parameters, name)
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(named)
}

/** A value as text in which the order of members means nothing, to compare by. */
export function canonicalText(value: Json): string {
  return toJsonText(sorted(value))
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]))
}

/** An effect on one line: its attempt as sites have it, when, and what was done: `Pay[2]#3.1  +4s  invoke`. */
export function effectLine(effect: Effect, startAtMs: number): string {
  const { state, items, visit, attempt, action, atMs, idempotencyToken } = effect
  const where = items.length === 0 ? '' : `[${items.map((step) => step.index).join(',')}]`
  const name = `${siteName(state)}${where}${visit === 1 ? '' : `#${visit}`}.${attempt}`
  const key = effectKey(effect)
  const what = key === undefined ? '' : ` ${printable(canonicalText(key), 80)}`
  const token = idempotencyToken === undefined ? '' : ` (token ${printable(idempotencyToken, 40)})`
  return `${name}  ${offsetText(atMs, startAtMs)}  ${printable(action)}${what}${token}`
}
