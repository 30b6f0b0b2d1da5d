import type { JsonObject } from '../../src/asl/json.js'
import { UserError } from '../../src/asl/user-error.js'
import type { CaseKind, ConformanceCase } from './case.js'
import { UnexpectedCallError } from './mock-from-outcomes.js'
import { runCreateError } from './run-create-error.js'
import { runExecution } from './run-execution.js'
import { runExpressSync } from './run-express-sync.js'
import { runExpressLogs, runLogs } from './run-logs.js'
import { runTestState } from './run-test-state.js'
import { runValidate } from './run-validate.js'
import { skipReason } from './skip-reason.js'

/**
 * What came of a case. A reason is one line: where the recording and our answer differ first, why the recording cannot be
 * run (`skipped`), or that nothing runs its kind yet (`deferred`).
 */
export type Verdict =
  | { readonly verdict: 'passed' }
  | { readonly verdict: 'failed'; readonly reason: string }
  | { readonly verdict: 'skipped'; readonly reason: string }
  | { readonly verdict: 'deferred'; readonly reason: string }

/** Checks one case: undefined if it agrees, else why it does not. */
type Runner = (source: ConformanceCase) => string | undefined

/** How each kind of case is run. A kind that is not here is deferred, and counted as that. */
const RUNNERS: Partial<Readonly<Record<CaseKind, Runner>>> = {
  execution: (source) => runExecution(source) ?? runLogs(source),
  create_error: runCreateError,
  validate: runValidate,
  express_sync: runExpressSync,
  express_async_logs: runExpressLogs,
  test_state: runTestState,
}

/** Runs one case and compares. Whatever is thrown on the way fails the case, and the case only. */
export function runCase(source: ConformanceCase): Verdict {
  const run = RUNNERS[source.kind]
  if (run === undefined) return { verdict: 'deferred', reason: `kind not built yet: ${source.kind}` }
  const unrunnable = skipReason(source)
  if (unrunnable !== undefined) return { verdict: 'skipped', reason: unrunnable }
  try {
    const reason = run(source)
    return reason === undefined ? { verdict: 'passed' } : { verdict: 'failed', reason }
  } catch (error) {
    return { verdict: 'failed', reason: thrownReason(error) }
  }
}

function thrownReason(error: unknown): string {
  if (!(error instanceof Error)) return `threw ${String(error)}`
  const [first = ''] = error.message.split('\n')
  if (error instanceof UserError || error instanceof UnexpectedCallError) return `${error.name}: ${first}`
  const place = (error.stack ?? '').split('\n').find((line) => line.startsWith('    at ')) ?? ''
  return `${error.name}: ${first} ${place.trim()}`
}

/** A case together with what came of it. */
export interface CaseResult {
  readonly source: ConformanceCase
  readonly verdict: Verdict
}

/** What a run of many cases wrote to its JSON file. */
export interface Summary extends JsonObject {
  readonly total: number
  readonly passed: number
  readonly failed: readonly Unpassed[]
  readonly skipped: readonly Unpassed[]
  readonly deferred: readonly Unpassed[]
}

interface Unpassed extends JsonObject {
  readonly id: string
  readonly reason: string
}

/** Counts of a run, with the id and the reason of every case that did not pass. */
export function summaryOf(results: readonly CaseResult[]): Summary {
  const listed = (wanted: Verdict['verdict']): Unpassed[] =>
    results.flatMap(({ source, verdict }) =>
      verdict.verdict === wanted && verdict.verdict !== 'passed' ? [{ id: source.id, reason: verdict.reason }] : [],
    )
  const failed = listed('failed')
  const skipped = listed('skipped')
  const deferred = listed('deferred')
  const passed = results.length - failed.length - skipped.length - deferred.length
  return { total: results.length, passed, failed, skipped, deferred }
}

/** The last line a run prints. */
export function lastLine({ total, passed, failed, skipped, deferred }: Summary): string {
  const others = `${failed.length} failed, ${skipped.length} skipped, ${deferred.length} deferred`
  return `conformance: ${passed} passed, ${others} of ${total}`
}
