import { isArray, type Json } from '../../asl/json.js'
import { type ComputedValue, impose } from './open-value.js'
import type { Trail } from './trail.js'

/** Parts of a text that is split: enough for the items that others read of it, too. */
const USUAL_PARTS = 8

/** The texts that are split into a list. */
export function textsSplitInto(separator: string): (wanted: Json) => readonly Json[] {
  return (wanted) => (isArray(wanted) ? [wanted.filter((part) => typeof part === 'string').join(separator)] : [])
}

/**
 * An item of a list that is computed, such as the parts of a text. Below 0 from the end. The list is made long enough for it where the
 * item is needed: until then it may still become what a Choice asks for.
 */
export function itemOfComputed(list: ComputedValue, index: number, trail: Trail): ComputedValue {
  const length = index < 0 ? -index : index + 1
  const compute = (): Json | undefined => {
    const json = list.compute()
    return json !== undefined && isArray(json) ? json.at(index) : undefined
  }
  const isLong = (value: Json): boolean => isArray(value) && value.length >= length
  const examples = [Math.max(USUAL_PARTS, length), length].map(parts)
  const ensure = (): boolean => impose(list, { test: isLong, examples }, trail)
  const tries = (wanted: Json): readonly Json[] =>
    typeof wanted === 'string' ? (list.tries?.(parts(length).with(index, wanted)) ?? []) : []
  return { kind: 'computed', compute, parts: [list], tries, ensure }
}

function parts(length: number): readonly string[] {
  return Array.from({ length }, (_, i) => `part${i + 1}`)
}
