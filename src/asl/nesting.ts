import { jacksonText } from './jackson-text.js'
import type { Json } from './json.js'

/**
 * How deep a value may be nested before text is made of it or it is compared in depth. Chosen: far above what machines
 * hand around, and far below where the stack of any machine ends, so that the same input fails alike everywhere.
 */
export const MAX_NESTING = 1_000

/** True if arrays and objects are nested in each other more than `levels` deep (`[]` is 1 deep). Needs no stack of its own depth. */
export function nestsDeeperThan(value: Json, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  let layer: readonly Json[] = [value]
  for (let depth = 0; layer.length > 0; depth++) {
    if (depth === levels) return true
    const next: Json[] = []
    for (const container of layer) {
      for (const child of childrenOf(container)) {
        if (typeof child === 'object' && child !== null) next.push(child)
      }
    }
    layer = next
  }
  return false
}

function childrenOf(container: Json): readonly Json[] {
  if (Array.isArray(container)) return container
  return Object.values(container ?? {})
}

/** Compact JSON for a message; a value too deep to print is told so in its place. */
export function printedJson(value: Json): string {
  return nestsDeeperThan(value, MAX_NESTING) ? `(JSON nested more than ${MAX_NESTING} deep)` : jacksonText(value)
}
