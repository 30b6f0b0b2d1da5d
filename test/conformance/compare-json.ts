import { isArray, isObject, member } from '../../src/asl/json.js'
import type { Json, JsonObject } from '../../src/asl/json.js'
import { holdsTimestamp, isStructuredText, parsedJson } from './normalise.js'
import type { Placeholders } from './placeholders.js'

/** Where two values differ first, in words; undefined if they do not. Key order means nothing, numbers compare by value. */
export function differenceOf(recorded: Json, ours: Json, at: string, placeholders: Placeholders): string | undefined {
  if (typeof recorded === 'string') return textDifference(recorded, ours, at, placeholders)
  if (isArray(recorded) && isArray(ours)) return arrayDifference(recorded, ours, at, placeholders)
  if (isObject(recorded) && isObject(ours)) return objectDifference(recorded, ours, at, placeholders)
  return recorded === ours ? undefined : differs(at, recorded, ours)
}

function textDifference(recorded: string, ours: Json, at: string, placeholders: Placeholders): string | undefined {
  if (recorded === 'timestamp' && holdsTimestamp(at.slice(at.lastIndexOf('.') + 1), ours)) return undefined
  if (placeholders.standsForAnything(recorded)) return undefined
  if (typeof ours === 'string' && placeholders.matches(recorded, ours)) return undefined
  return differs(at, recorded, ours)
}

function arrayDifference(recorded: readonly Json[], ours: readonly Json[], at: string, placeholders: Placeholders) {
  for (const [index, item] of recorded.entries()) {
    const our = ours[index]
    if (our === undefined) return `${at}: expected ${recorded.length} items, got ${ours.length}`
    const difference = differenceOf(item, our, `${at}[${index}]`, placeholders)
    if (difference !== undefined) return difference
  }
  return ours.length > recorded.length ? `${at}: expected ${recorded.length} items, got ${ours.length}` : undefined
}

/** How to compare the members of one object whose form differs between the API and the recording. */
export type MemberComparers = Readonly<Record<string, typeof differenceOf>>

/** As `differenceOf` for objects, with some members compared in their own way. */
export function objectDifference(
  recorded: JsonObject,
  ours: JsonObject,
  at: string,
  placeholders: Placeholders,
  comparers: MemberComparers = {},
): string | undefined {
  for (const [key, value] of Object.entries(recorded)) {
    const our = member(ours, key)
    if (our === undefined) return `${at}.${key}: missing, expected ${shown(value)}`
    const compare = Object.hasOwn(comparers, key) ? (comparers[key] ?? differenceOf) : differenceOf
    const difference = compare(value, our, `${at}.${key}`, placeholders)
    if (difference !== undefined) return difference
  }
  const extra = Object.keys(ours).find((key) => !Object.hasOwn(recorded, key))
  return extra === undefined ? undefined : `${at}.${extra}: not expected, got ${shown(ours[extra] ?? null)}`
}

/**
 * A payload: ours is JSON text, the recorded one was parsed if it was an object and is text else.
 * A recorded text that is no JSON (a placeholder) is compared as text.
 */
export function payloadDifference(recorded: Json, ours: Json, at: string, placeholders: Placeholders) {
  if (typeof ours !== 'string') return `${at}: expected JSON text, got ${shown(ours)}`
  const value = parsedJson(ours)
  if (value === undefined) return `${at}: expected JSON text, got ${shown(ours)}`
  if (typeof recorded !== 'string') return differenceOf(recorded, value, at, placeholders)
  if (placeholders.standsForAnything(recorded)) return undefined
  const expected = parsedJson(recorded)
  if (expected === undefined) return textDifference(recorded, ours, at, placeholders)
  return differenceOf(expected, value, at, placeholders)
}

/** A cause: free text byte for byte, unless it holds an object or an array. */
export function causeDifference(recorded: Json, ours: Json, at: string, placeholders: Placeholders) {
  if (typeof recorded === 'string' && !isStructuredText(recorded))
    return textDifference(recorded, ours, at, placeholders)
  return payloadDifference(recorded, ours, at, placeholders)
}

/** The variables that were assigned: each is a payload. */
export function variablesDifference(recorded: Json, ours: Json, at: string, placeholders: Placeholders) {
  if (!isObject(recorded) || !isObject(ours)) return differenceOf(recorded, ours, at, placeholders)
  const names = [...Object.keys(recorded), ...Object.keys(ours)]
  const comparers = Object.fromEntries(names.map((name) => [name, payloadDifference]))
  return objectDifference(recorded, ours, at, placeholders, comparers)
}

function differs(at: string, recorded: Json, ours: Json): string {
  return `${at}: expected ${shown(recorded)}, got ${shown(ours)}`
}

function shown(value: Json): string {
  const text = JSON.stringify(value)
  return text.length <= 400 ? text : `${text.slice(0, 400)}…`
}
