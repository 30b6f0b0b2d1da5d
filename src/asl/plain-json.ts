import { pointer } from './json.js'

/** Levels of arrays and objects that a definition or scenario may have. Real machines stay below 40. */
export const MAX_DOCUMENT_NESTING = 200

/** Values a document may have once its YAML aliases are written out. */
const MAX_VALUES = 10_000_000

/** A place where a value cannot be taken as JSON data, and why. */
export interface NotPlain {
  readonly pointer: string
  readonly why: string
}

interface Level {
  readonly value: object
  readonly keys: readonly string[]
  next: number
}

/**
 * Looks for what JSON data may not be: nested more than `MAX_DOCUMENT_NESTING` levels (or round in a circle), too large, numbers
 * that are not finite, values of other types. Undefined if all is well. Does not recurse.
 */
export function findNotPlain(root: unknown): NotPlain | undefined {
  const levels: Level[] = []
  let values = 0
  const enter = (value: unknown): string | undefined => {
    values += 1
    if (values > MAX_VALUES) return `expands to more than ${MAX_VALUES} values`
    if (typeof value !== 'object' || value === null) return whyNotScalar(value)
    if (levels.length >= MAX_DOCUMENT_NESTING) return `is nested more than ${MAX_DOCUMENT_NESTING} levels deep`
    levels.push({ value, keys: Object.keys(value), next: 0 })
    return undefined
  }
  let why = enter(root)
  while (why === undefined) {
    const level = levels.at(-1)
    if (level === undefined) return undefined
    const key = level.keys[level.next]
    level.next += 1
    if (key === undefined) levels.pop()
    else why = enter((level.value as Record<string, unknown>)[key])
  }
  return { pointer: pointer('', ...levels.map((level) => level.keys[level.next - 1] ?? '')), why }
}

function whyNotScalar(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : 'is a number that JSON cannot hold'
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined
  return `is of the type ${typeof value}, which JSON does not have`
}
