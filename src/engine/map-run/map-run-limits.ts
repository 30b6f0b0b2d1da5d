import type { Json } from '../../asl/json.js'
import type { ScopeSources } from '../../data/evaluation-scope.js'
import { QueryFailure } from '../../data/failure.js'
import type { CompiledItemBatcher, CompiledMapRun } from '../program.js'
import type { MapRunLimits } from './map-run-work.js'

/** Children that run at a time unless MaxConcurrency says less: the service's quota. */
const MOST_CONCURRENT = 10_000

/** Evaluates what bounds a Map Run. Texts of failures: recorded. */
export function evaluateLimits(
  run: CompiledMapRun,
  input: Json,
  sources: ScopeSources,
  concurrency: number | undefined,
): MapRunLimits | QueryFailure {
  const toleratedCount = run.toleratedCount(input, sources)
  if (toleratedCount instanceof QueryFailure) return toleratedCount
  if (toleratedCount !== undefined && toleratedCount < 0) return runtime('ToleratedFailureCount cannot be negative.')
  const toleratedPercentage = run.toleratedPercentage(input, sources)
  if (toleratedPercentage instanceof QueryFailure) return toleratedPercentage
  if (toleratedPercentage !== undefined && !(toleratedPercentage >= 0 && toleratedPercentage <= 100)) {
    return runtime('ToleratedFailurePercentage must be between 0 and 100.')
  }
  const maxItems = run.reader?.maxItems(input, sources)
  if (maxItems instanceof QueryFailure) return maxItems
  const batch = run.batcher && evaluateBatch(run.batcher, input, sources)
  if (batch instanceof QueryFailure) return batch
  const wanted = concurrency === undefined || concurrency === 0 ? MOST_CONCURRENT : concurrency
  return { concurrency: Math.min(wanted, MOST_CONCURRENT), maxItems, toleratedCount, toleratedPercentage, batch }
}

function evaluateBatch(
  batcher: CompiledItemBatcher,
  input: Json,
  sources: ScopeSources,
): NonNullable<MapRunLimits['batch']> | QueryFailure {
  const maxItems = batcher.maxItems(input, sources)
  if (maxItems instanceof QueryFailure) return maxItems
  const maxBytes = batcher.maxBytes(input, sources)
  if (maxBytes instanceof QueryFailure) return maxBytes
  const batchInput = batcher.input?.(input, sources)
  return batchInput instanceof QueryFailure ? batchInput : { maxItems, maxBytes, input: batchInput }
}

function runtime(cause: string): QueryFailure {
  return new QueryFailure('States.Runtime', cause)
}
