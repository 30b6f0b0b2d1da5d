import type { Json } from '../../asl/json.js'
import type { BatchLimits } from '../../data/items/batches.js'
import type { Tolerance } from './tolerance.js'

/** Bounds of a Map Run, evaluated when it starts. */
export interface MapRunLimits extends Tolerance {
  readonly concurrency: number
  /** Items to read at most; undefined: all. */
  readonly maxItems: number | undefined
  /** Undefined: every item is a child of its own. */
  readonly batch: (BatchLimits & { readonly input: Json | undefined }) | undefined
}

/** In items. */
export interface MapRunCounts {
  readonly succeeded: number
  readonly failed: number
}

/**
 * Marks a child by when it was started, and with which item first: one for every instant, and for every hundred children of
 * an instant. Newest first. All other children are found from these.
 */
export interface StartMark {
  readonly child: number
  readonly item: number
  readonly atMs: number
  readonly before: StartMark | undefined
}

/** A child that went well; what else is known of it can be had again (`ChildBeginnings`). */
export interface ChildOutput {
  readonly index: number
  readonly output: Json
  /** Virtual time of its end, ms since the epoch. */
  readonly stopMs: number
  readonly before: ChildOutput | undefined
}
