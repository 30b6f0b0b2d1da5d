import { isObject } from '../../src/asl/json.js'
import type { Json } from '../../src/asl/json.js'

/**
 * An ISO-8601 date-time with `T` and a zone, its parts within their ranges: what the recordings show as `date`.
 * `2016-13-05T21:29:29Z` is none and stays as it is.
 */
const ISO_DATE_TIME =
  /-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)/g

/** The text with every ISO-8601 date-time as `date`. */
export function withDatesReplaced(text: string): string {
  return text.replace(ISO_DATE_TIME, 'date')
}

/** Whether the recordings show a value under this key as `timestamp`, unless it is an ISO-8601 date-time. */
export function holdsTimestamp(key: string, value: Json): boolean {
  if (!/timestamp|creationTime|ingestionTime/i.test(key)) return false
  return typeof value === 'number' || (typeof value === 'string' && withDatesReplaced(value) !== 'date')
}

/** The JSON value of a text, or undefined if it is none. */
export function parsedJson(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether the text holds an object or an array, so that its key order and spacing mean nothing. */
export function isStructuredText(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  const value = parsedJson(text)
  return Array.isArray(value) || isObject(value)
}

/** Every string inside a value, keys not included. */
export function* stringsIn(value: Json | undefined): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) yield* stringsIn(item)
  }
}

/** The value with every string replaced. */
export function mapStrings(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item: Json) => mapStrings(item, change))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]))
}
