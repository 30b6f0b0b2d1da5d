import { isDeepStrictEqual } from 'node:util'
import { isObject, member, type Json } from '../../../src/asl/json.js'

/** Nothing if two values are alike, whatever the order of their members; else one line that shows both. */
export function unlike(at: string, expected: unknown, ours: unknown): readonly string[] {
  if (isDeepStrictEqual(expected, ours)) return []
  return [`${at}: expected ${shown(expected)}, got ${shown(ours)}`]
}

/** As `unlike`, for the members that are expected and no others; payloads that are texts are compared as what they say. */
export function unlikeMembers(at: string, expected: Json, ours: unknown): readonly string[] {
  if (expected === null) return isEmpty(ours) ? [] : [`${at}: expected no details, got ${shown(ours)}`]
  if (!isObject(expected)) return unlike(at, expected, ours)
  const exact = member(expected, '=')
  if (exact !== undefined) return unlike(at, exact, ours ?? {})
  return Object.entries(expected).flatMap(([key, value]) =>
    unlike(`${at}.${key}`, payload(key, value), payload(key, memberOf(ours, key))),
  )
}

/** The member of what may be no object. */
export function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Readonly<Record<string, unknown>>)[key]
}

export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 600 ? `${text.slice(0, 600)}...` : text
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || Object.keys(value).length === 0
}

function payload(key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !['input', 'output', 'parameters'].includes(key)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
