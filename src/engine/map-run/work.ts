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

export interface ChildOutput {
  readonly index: number
  readonly output: Json
  readonly before: ChildOutput | undefined
}
