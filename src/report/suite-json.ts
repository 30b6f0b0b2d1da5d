import type { TimedResult } from '../verify/expectations/try-suites.js'
import { errorJson } from './error-json.js'

/** Results as `aslx test --reporter json` prints them; members that have no value are null. Times are virtual. */
export function suiteJson(results: readonly TimedResult[]): {
  readonly counts: object
  readonly cases: readonly object[]
} {
  const count = (outcome: TimedResult['outcome']): number => results.filter((one) => one.outcome === outcome).length
  return {
    counts: { total: results.length, passed: count('passed'), failed: count('failed'), broken: count('broken') },
    cases: results.map(caseJson),
  }
}

function caseJson(result: TimedResult): object {
  const { file, name, at, outcome } = result
  const run = outcome === 'broken' ? undefined : result.run
  return {
    file,
    name,
    line: at?.line ?? null,
    outcome,
    machine: run?.machine ?? null,
    status: run?.status ?? null,
    error: run?.error ?? null,
    cause: run?.cause ?? null,
    tookMs: run?.tookMs ?? null,
    scenario: run?.scenario ?? null,
    failures:
      outcome === 'failed'
        ? result.failures.map(({ at: place, message }) => ({
            file: place?.file ?? file,
            line: place?.line ?? null,
            column: place?.column ?? null,
            message,
          }))
        : [],
    mistake: outcome === 'broken' ? result.mistake.message : null,
    /** The same as data. */
    mistakeDetails: outcome === 'broken' ? errorJson(result.mistake) : null,
  }
}
