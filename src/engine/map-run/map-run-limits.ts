import { LIMITS } from '../../asl/limits.js'
import type { Json } from '../../asl/json.js'
import type { ScopeSources } from '../../data/evaluation-scope.js'
import { QueryFailure } from '../../data/failure.js'
import type { CompiledItemBatcher, CompiledMapRun } from '../program.js'
import type { MapRunLimits } from './map-run-work.js'

/** Children that run at a time unless MaxConcurrency says less: the service's quota. */
const MOST_CONCURRENT = LIMITS.distributedMapConcurrencyDefault.value

/** Evaluates what bounds a Map Run. Texts of failures: recorded. */
export function evaluateLimits(
  run: CompiledMapRun,
  input: Json,
  sources: ScopeSources,
  concurrency: number | undefined,
): MapRunLimits | QueryFailure {
  const toleratedCount = run.toleratedCount(input, sources)
  if (toleratedCount instanceof QueryFailure) return toleratedCount
  const toleratedPercentage = run.toleratedPercentage(input, sources)
  if (toleratedPercentage instanceof QueryFailure) return toleratedPercentage
  const maxItems = run.reader?.maxItems(input, sources)
  if (maxItems instanceof QueryFailure) return maxItems
  const batch = run.batcher && evaluateBatch(run.batcher, input, sources)
  if (batch instanceof QueryFailure) return batch
  const wanted = boundOf(concurrency) ?? MOST_CONCURRENT
  return {
    concurrency: Math.min(wanted, MOST_CONCURRENT),
    maxItems: boundOf(maxItems),
    toleratedCount,
    toleratedPercentage,
    batch,
  }
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
  return batchInput instanceof QueryFailure
    ? batchInput
    : { maxItems: boundOf(maxItems), maxBytes: boundOf(maxBytes), input: batchInput }
}

/** Zero is no bound: measured for MaxItems, documented for MaxConcurrency, assumed for the sizes of a batch. */
function boundOf(value: number | undefined): number | undefined {
  return value === 0 ? undefined : value
}
