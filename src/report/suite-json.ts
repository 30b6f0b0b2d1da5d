import type { Run } from '../harness/machines/run.js'
import type { TimedResult } from '../verify/expectations/try-suites.js'
import { type ErrorJson, errorJson } from './error-json.js'

/** A case, and how it went. Of a case that could not be run only the mistake is known. */
export interface CaseJson {
  readonly file: string
  readonly name: string
  readonly line: number | null
  readonly outcome: TimedResult['outcome']
  readonly machine: string | null
  readonly status: Run['status'] | null
  readonly error: string | null
  readonly cause: string | null
  /** Virtual ms. */
  readonly tookMs: number | null
  readonly scenario: string | null
  readonly failures: readonly {
    readonly file: string
    readonly line: number | null
    readonly column: number | null
    readonly message: string
  }[]
  readonly mistake: string | null
  /** The same as data. */
  readonly mistakeDetails: ErrorJson | null
}

/** All cases, and how many went how. */
export interface SuiteJson {
  readonly counts: Readonly<Record<'total' | TimedResult['outcome'], number>>
  readonly cases: readonly CaseJson[]
}

/** Results as `aslx test --reporter json` prints them; members that have no value are null. Times are virtual. */
export function suiteJson(results: readonly TimedResult[]): SuiteJson {
  const count = (outcome: TimedResult['outcome']): number => results.filter((one) => one.outcome === outcome).length
  return {
    counts: { total: results.length, passed: count('passed'), failed: count('failed'), broken: count('broken') },
    cases: results.map(caseJson),
  }
}

function caseJson(result: TimedResult): CaseJson {
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
