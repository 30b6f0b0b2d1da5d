import { utf8Size } from '../json-text.js'
import type { Items } from './items.js'

/** Bounds of a batch: undefined where the ItemBatcher gives none. */
export interface BatchLimits {
  readonly maxItems: number | undefined
  readonly maxBytes: number | undefined
}

/**
 * How many of the items from `start` on go into the next batch: at least one, and as many as the limits allow.
 * `baseBytes` is what the batch is without its items. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html
 */
export function batchLength(items: Items, start: number, limits: BatchLimits, baseBytes: number): number {
  const most = Math.min(items.length - start, limits.maxItems ?? Number.POSITIVE_INFINITY)
  if (limits.maxBytes === undefined) return most
  let bytes = baseBytes
  for (let n = 0; n < most; n++) {
    bytes += utf8Size(items.at(start + n) ?? null) + (n > 0 ? 1 : 0)
    if (bytes > limits.maxBytes) return Math.max(1, n)
  }
  return most
}
