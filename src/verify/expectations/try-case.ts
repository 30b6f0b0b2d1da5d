import type { SourcePosition } from '../../asl/positions.js'
import { UserError } from '../../asl/user-error.js'
import type { Run } from '../../harness/machines/run.js'
import type { Expectation } from '../../harness/scenarios/suite/expectation.js'
import { positionAround } from '../../harness/scenarios/suite/part.js'
import { type LoadedMachines, runCase } from '../../harness/machines/run-case.js'
import type { SuiteCase } from '../../harness/scenarios/suite/suite.js'
import { replayCall } from '../verdict.js'
import { judge } from './judge.js'

/** An expectation that a run did not meet. */
export interface FailedExpectation {
  /** Where the file says it. */
  readonly at: SourcePosition | undefined
  /** First line: what was expected and what happened; then the evidence. How to repeat the run is not in it. */
  readonly message: string
}

/** What became of a case: `broken` if it could not be run or judged as it is written. */
export type CaseResult = { readonly file: string; readonly name: string; readonly at: SourcePosition | undefined } & (
  | { readonly outcome: 'passed'; readonly run: Run }
  | { readonly outcome: 'failed'; readonly run: Run; readonly failures: readonly FailedExpectation[] }
  | { readonly outcome: 'broken'; readonly mistake: UserError }
)

/** Runs a case and judges it by all that it expects. */
export async function tryCase(test: SuiteCase, machines: LoadedMachines): Promise<CaseResult> {
  const { file, name, at } = test
  try {
    const { run, unused } = await runCase(test, machines)
    const unmet = test.expectations.flatMap((expectation) => failureOf(test, run, expectation))
    const failures = [...unmet, ...unused]
    if (failures.length === 0) return { file, name, at, outcome: 'passed', run }
    return { file, name, at, outcome: 'failed', run, failures }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { file, name, at, outcome: 'broken', mistake: error }
  }
}

function failureOf(test: SuiteCase, run: Run, expectation: Expectation): readonly FailedExpectation[] {
  const at = positionAround(test.locate, expectation.pointer)
  try {
    const verdict = judge(run, expectation)
    return verdict.pass ? [] : [{ at, message: withoutReplay(verdict.message(), run) }]
  } catch (error) {
    throw error instanceof UserError ? error.placedAt(at) : error
  }
}

/** A case is repeated by its name, where a matcher's message says how a test repeats the run. */
function withoutReplay(message: string, run: Run): string {
  const replay = `replay: ${replayCall(run)}`
  return message.endsWith(replay) ? message.slice(0, -replay.length).trimEnd() : message
}
