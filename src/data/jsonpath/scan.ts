import { isArray, isObject, type Json, type JsonObject } from '../../asl/json.js'

/** An array or object met by `..`, and how many steps of the trail lead to it. */
interface Found {
  readonly container: readonly Json[] | JsonObject
  readonly depth: number
}

interface Level extends Found {
  readonly keys: Iterator<string | number, undefined>
}

/**
 * Every array and object in a value, itself included: a parent before its children, and depth first. `trail` is kept
 * up to date from `depth` on. Needs no stack of the value's depth.
 */
export function* containers(value: Json | undefined, trail: (string | number)[], depth: number): Generator<Found> {
  const levels: Level[] = []
  const open = (container: readonly Json[] | JsonObject): Level => {
    const keys = isArray(container) ? container.keys() : Object.keys(container).values()
    const level = { container, keys, depth: depth + levels.length }
    levels.push(level)
    return level
  }
  if (isObject(value) || isArray(value)) yield open(value)
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const { container, keys } = level
    const { value: key } = keys.next()
    if (key === undefined) {
      levels.pop()
      continue
    }
    trail[level.depth] = key
    const child = typeof key === 'number' && isArray(container) ? container[key] : (container as JsonObject)[key]
    if (isObject(child) || isArray(child)) yield open(child)
  }
}
