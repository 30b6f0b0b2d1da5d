import type { SourcePosition } from '../asl/positions.js'
import type { StrikeRecord } from '../explore/strike-record.js'
import { type Run, originOf } from '../harness/machines/run.js'

/** Where the first state that a fault struck stands in the source of the machine; undefined if that is not known. */
export function firstStrikePosition({ struckPointer }: StrikeRecord, baseline: Run): SourcePosition | undefined {
  return struckPointer === undefined ? undefined : originOf(baseline)?.locate?.(struckPointer)
}
