import type { AslError } from '../ports.js'

/** What a Map Run may lose; undefined where the state does not say. */
export interface Tolerance {
  readonly toleratedCount: number | undefined
  readonly toleratedPercentage: number | undefined
}

/** Whether so many failed items of a total are too many. Without tolerance fields one is. */
export function exceedsTolerance(
  { toleratedCount, toleratedPercentage }: Tolerance,
  failed: number,
  total: number,
): boolean {
  if (toleratedCount === undefined && toleratedPercentage === undefined) return failed > 0
  const tooMany = toleratedCount !== undefined && failed > toleratedCount
  return tooMany || (toleratedPercentage !== undefined && (failed / total) * 100 > toleratedPercentage)
}

/** Recorded by TestState; that a run without tolerance fields fails with it, too, is an assumption. */
export const toleranceExceeded: AslError = {
  error: 'States.ExceedToleratedFailureThreshold',
  cause: 'The specified tolerated failure threshold was exceeded',
}
