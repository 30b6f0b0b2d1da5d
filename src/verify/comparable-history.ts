import {
  type Json,
  type JsonObject,
  type JsonObjectBuilder,
  isArray,
  isObject,
  member,
  setMember,
} from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import type { HistoryEvent } from '../engine/event-types.js'
import { toApiHistory } from '../wire/history-json.js'

/** A history to compare with: what GetExecutionHistory answers, a list of its events, or the history of another run. */
export type HistoryInput = { readonly events: readonly object[] } | readonly object[]

/** An event without what two executions of one machine never share: ids of its own, times, accounts, request ids. */
export interface ComparableEvent {
  readonly id: number
  readonly previousEventId: number
  readonly type: string
  /** With payloads as values, and without members that are ignored. */
  readonly details: JsonObject
}

/** Members that differ between any two executions, or that say nothing: the answers' HTTP headers, marks of truncation. */
const ALWAYS_IGNORED = [
  'SdkHttpMetadata',
  'SdkResponseMetadata',
  'roleArn',
  'mapRunArn',
  'workerName',
  'inputDetails',
].concat(['outputDetails', 'assignedVariablesDetails', 'stateMachineVersionArn', 'stateMachineAliasArn'])

/** Reads a history in any of its forms. UserError for what is none. */
export function comparableHistory(given: unknown, ignore: readonly string[]): readonly ComparableEvent[] {
  const events = isObject(given) ? member(given, 'events') : given
  if (!Array.isArray(events) || events.length === 0 || !events.every(isEvent)) {
    throw new UserError(
      'usage',
      'toMatchHistory needs a history: what GetExecutionHistory answers ({ events: [...] }), or the history of a run',
    )
  }
  const ignored = new Set([...ALWAYS_IGNORED, ...ignore])
  const isOurs = events.every((event) => 'atMs' in event)
  const inApiForm: readonly object[] = isOurs ? toApiHistory(events as unknown as HistoryEvent[]).events : events
  return inApiForm.map((event, index) => comparableEvent(event, index, ignored))
}

function isEvent(value: unknown): value is object & { readonly type: string } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function comparableEvent(event: object, index: number, ignored: ReadonlySet<string>): ComparableEvent {
  const { type, id, previousEventId } = event as { readonly [key: string]: unknown }
  const details = Object.entries(event).find(([key, value]) => key.endsWith('EventDetails') && isObject(value))?.[1]
  return {
    id: typeof id === 'number' ? id : index + 1,
    previousEventId: typeof previousEventId === 'number' ? previousEventId : index,
    type: String(type),
    details: isObject(details) ? comparableDetails(details, ignored) : {},
  }
}

const PAYLOADS = new Set(['input', 'output', 'parameters'])

function comparableDetails(details: JsonObject, ignored: ReadonlySet<string>): JsonObject {
  const result: JsonObjectBuilder = {}
  for (const [key, value] of Object.entries(details)) {
    if (ignored.has(key) || value === undefined) continue
    setMember(result, key, comparable(payload(key, value), ignored))
  }
  return result
}

/** Payloads are JSON text in an answer of the API; a cause is read only if it holds an object or a list. */
function payload(key: string, value: Json): Json {
  if (PAYLOADS.has(key)) return typeof value === 'string' ? parsed(value) : value
  if (key === 'cause') return typeof value === 'string' && /^\s*[[{]/.test(value) ? parsed(value) : value
  if (key !== 'assignedVariables' || !isObject(value)) return value
  const result: JsonObjectBuilder = {}
  for (const [name, text] of Object.entries(value))
    setMember(result, name, typeof text === 'string' ? parsed(text) : text)
  return result
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

/** JSON as deep as this is compared as it is. */
const MAX_DEPTH = 200

function comparable(value: Json, ignored: ReadonlySet<string>, depth = 0): Json {
  if (typeof value === 'string') return comparableText(value)
  if (depth > MAX_DEPTH) return value
  if (isArray(value)) return value.map((item) => comparable(item, ignored, depth + 1))
  if (!isObject(value)) return value
  const result: JsonObjectBuilder = {}
  for (const [key, item] of Object.entries(value)) {
    if (!ignored.has(key)) setMember(result, key, comparable(item, ignored, depth + 1))
  }
  return result
}

const UUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi
const DATE_TIME = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g
const ACCOUNT = /(?<=\barn:aws[\w-]*:[\w-]*:)[\w-]*:\d{12}(?=:)/g
const EVENT_ID = /(?<=\(entered at the event id #)\d+(?=\))/g

/** A text in which ids, times, regions and accounts are words. */
function comparableText(text: string): string {
  return text
    .replace(UUID, '<uuid>')
    .replace(DATE_TIME, '<time>')
    .replace(ACCOUNT, '<region>:<account>')
    .replace(EVENT_ID, '<id>')
}
