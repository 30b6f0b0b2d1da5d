import type { Run } from '../harness/machines/run.js'
import { errorName, printable, printableJson } from './printable.js'

/** How a run ended, in a sentence: `it failed with Carrier.Down (no scan)`. */
export function endText({ status, output, error, cause }: Run): string {
  const why = cause === undefined || cause === '' ? '' : ` (${printable(cause)})`
  if (status === 'SUCCEEDED') return `it succeeded with ${printableJson(output ?? null)}`
  if (status === 'FAILED') return `it failed with ${errorName(error)}${why}`
  if (status === 'TIMED_OUT') return 'the execution itself timed out (status TIMED_OUT)'
  return `it was aborted${error === undefined ? '' : ` with ${printable(error)}`}${why}`
}
