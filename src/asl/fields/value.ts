import { isArray, isObject } from '../json.js'
import type { Json } from '../json.js'
import { isPlaceholder } from '../placeholder.js'
import { unreachable } from '../unreachable.js'

/** What the value of a field is, as it stands or once it is evaluated. */
export type FieldValue =
  | { readonly kind: 'any' | 'text' | 'boolean' | 'list' | 'object' | 'timestamp' }
  /** From `min` to `max`, both included. */
  | { readonly kind: 'number'; readonly whole: boolean; readonly min: number; readonly max: number }
  | { readonly kind: 'one-of'; readonly names: readonly string[] }

export const anything: FieldValue = { kind: 'any' }
export const text: FieldValue = { kind: 'text' }
export const timestamp: FieldValue = { kind: 'timestamp' }
export const boolean: FieldValue = { kind: 'boolean' }
export const list: FieldValue = { kind: 'list' }
export const object: FieldValue = { kind: 'object' }
/** Any number. */
export const aNumber: FieldValue = number(-Infinity)

/** A number from `min` to `max`. */
export function number(min: number, max = Infinity): FieldValue {
  return { kind: 'number', whole: false, min, max }
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max = Infinity): FieldValue {
  return { kind: 'number', whole: true, min, max }
}

/** One of a few names. */
export function oneOf(...names: readonly string[]): FieldValue {
  return { kind: 'one-of', names }
}

/**
 * What is wrong with a literal, as the end of "The field 'X' ..."; undefined if nothing is. A placeholder of a template may
 * become a number or a name.
 */
export function wrongWith(literal: Json, value: FieldValue): string | undefined {
  switch (value.kind) {
    case 'any':
      return undefined
    case 'boolean':
      return typeof literal === 'boolean' ? undefined : 'must be true or false'
    case 'list':
      return isArray(literal) ? undefined : 'must be an array'
    case 'object':
      return isObject(literal) ? undefined : 'must be an object'
    case 'text':
    case 'timestamp':
      return typeof literal === 'string' ? undefined : 'must be a string'
    case 'number':
      return isPlaceholder(literal) || isWithin(literal, value) ? undefined : rangeOf(value)
    case 'one-of':
      if (isPlaceholder(literal) || (typeof literal === 'string' && value.names.includes(literal))) return undefined
      return `should have one of these values: [${value.names.join(', ')}]`
    default:
      return unreachable(value)
  }
}

type NumberValue = Extract<FieldValue, { kind: 'number' }>

function isWithin(literal: Json, { whole: isWhole, min, max }: NumberValue): boolean {
  if (typeof literal !== 'number' || (isWhole && !Number.isInteger(literal))) return false
  return literal >= min && literal <= max
}

function rangeOf({ whole: isWhole, min, max }: NumberValue): string {
  const kind = isWhole ? 'a whole number' : 'a number'
  if (max !== Infinity) return `must be ${kind} from ${min} to ${max}`
  return min === -Infinity ? `must be ${kind}` : `must be ${kind} of at least ${min}`
}
