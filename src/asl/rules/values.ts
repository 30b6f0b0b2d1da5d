import { isArray, isObject } from '../json.js'
import type { Json } from '../json.js'
import { isJsonata, isPlaceholder } from './subject.js'

/** What is wrong with a field's value, as the end of "The field 'X' ..."; undefined if nothing is. */
export type ValueCheck = (value: Json) => string | undefined

export const anything: ValueCheck = () => undefined
export const text: ValueCheck = (value) => (typeof value === 'string' ? undefined : 'must be a string')
export const textOrNull: ValueCheck = (value) => (value === null ? undefined : text(value))
export const boolean: ValueCheck = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false')
export const list: ValueCheck = (value) => (isArray(value) ? undefined : 'must be an array')
export const object: ValueCheck = (value) => (isObject(value) ? undefined : 'must be an object')

/** A number from `min` to `max`; a placeholder may become one. */
export function number(min: number, max = Number.POSITIVE_INFINITY): ValueCheck {
  return (value) => {
    if (isPlaceholder(value)) return undefined
    const fits = typeof value === 'number' && value >= min && value <= max
    return fits ? undefined : `must be a number ${range(min, max)}`
  }
}

/** A whole number from `min` to `max`; a placeholder may become one. */
export function whole(min: number, max = Number.POSITIVE_INFINITY): ValueCheck {
  return (value) => {
    if (isPlaceholder(value)) return undefined
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
    return fits ? undefined : `must be a whole number ${range(min, max)}`
  }
}

/** One of a few strings, or a placeholder. */
export function oneOf(...allowed: readonly string[]): ValueCheck {
  return (value) => {
    if (isPlaceholder(value) || (typeof value === 'string' && allowed.includes(value))) return undefined
    return `should have one of these values: [${allowed.join(', ')}]`
  }
}

/** The check, or a JSONata expression that is evaluated when the state runs. */
export function orJsonata(check: ValueCheck): ValueCheck {
  return (value) => (isJsonata(value) ? undefined : check(value))
}

function range(min: number, max: number): string {
  return max === Number.POSITIVE_INFINITY ? `of at least ${min}` : `from ${min} to ${max}`
}
