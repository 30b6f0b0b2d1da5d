import type { Json } from '../../asl/json.js'
import { MAX_NESTING, nestsDeeperThan } from '../../asl/nesting.js'

/**
 * JSON as `$parse` accepts it: no duplicate keys, no number beyond a double, nothing behind the value (measured on AWS).
 * Undefined for anything else. `-0` is 0 (recorded).
 */
export function parseStrictJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text)
    if (nestsDeeperThan(value, MAX_NESTING) || hasDuplicateKey(text)) return undefined
    return containsInfinity(value) ? undefined : value
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function containsInfinity(value: Json): boolean {
  if (typeof value === 'number') return !Number.isFinite(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(containsInfinity)
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/gs

/** `text` is valid JSON. Each open object has the set of keys it has so far; each open array has none. */
function hasDuplicateKey(text: string): boolean {
  const open: (Set<string> | undefined)[] = []
  let expectsKey = false
  for (const [token] of text.matchAll(TOKEN)) {
    const keys = open.at(-1)
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token.startsWith('"') && expectsKey && keys) {
      const key: string = JSON.parse(token)
      if (keys.has(key)) return true
      keys.add(key)
    }
    expectsKey = token === '{' || (token === ',' && open.at(-1) !== undefined)
  }
  return false
}
