import { isArray, isObject, type Json } from '../asl/json.js'
import { parseInstant } from '../data/timestamps.js'

/**
 * Whether two outputs say the same: dates and ids that a service makes up anew for each call are no difference. A run without a mock
 * makes them up of the call, whose attempt and time a fault changes.
 */
export function sameOutput(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  if (isArray(a) && isArray(b)) return a.length === b.length && a.every((item, i) => sameOutput(item, b[i]))
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a)
    return keys.length === Object.keys(b).length && keys.every((key) => isMadeUp(key) || sameMember(a, b, key))
  }
  return isMoment(a) ? isMoment(b) : isId(a) && isId(b)
}

function sameMember(a: { readonly [key: string]: Json }, b: { readonly [key: string]: Json }, key: string): boolean {
  return Object.hasOwn(b, key) && (sameOutput(a[key], b[key]) || (isDated(key) && areNumbers(a[key], b[key])))
}

/** What the SDK adds to every answer: headers with dates and ids. */
function isMadeUp(key: string): boolean {
  return key === 'SdkHttpMetadata' || key === 'SdkResponseMetadata'
}

function isDated(key: string): boolean {
  return /(?:Date|Time|At|Timestamp)$/.test(key)
}

function areNumbers(a: Json | undefined, b: Json | undefined): boolean {
  return typeof a === 'number' && typeof b === 'number'
}

function isMoment(value: Json): boolean {
  return typeof value === 'string' && parseInstant(value) !== undefined
}

/** A UUID, a digest, or what else a service numbers its answers with. */
function isId(value: Json): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}(?:-?[0-9a-f]{4}){2,}[0-9a-f-]*$/i.test(value)
}
