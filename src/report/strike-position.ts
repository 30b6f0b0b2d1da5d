import type { SourcePosition } from '../asl/positions.js'
import { type Run, originOf } from '../harness/machines/run.js'

/** Where the first state that a fault struck stands in the source of the run's machine; undefined if that is not known. */
export function firstStrikePosition(run: Run): SourcePosition | undefined {
  const struck = run.calls.find(({ fault }) => fault !== undefined)
  return struck && originOf(run)?.locate?.(struck.pointer)
}
