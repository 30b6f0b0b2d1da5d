import { UserError } from '../asl/user-error.js'
import type { Run } from '../harness/machines/run.js'
import { receivedRun } from './received-run.js'
import type { CoverOptions, CoverableMachine } from './to-cover-error-paths.js'

/** What `expect(runs).toCoverErrorPaths(options)` or `expect(machine).toCoverErrorPaths(runs, options)` was given. */
export interface ReceivedCoverage {
  readonly runs: readonly Run[]
  readonly options: CoverOptions | undefined
  /** Undefined where the runs say it. */
  readonly machine: CoverableMachine | undefined
}

/** Tells the two forms apart. UserError for anything else, a promise among them. */
export function receivedCoverage(received: unknown, given: readonly unknown[]): ReceivedCoverage {
  if (Array.isArray(received)) {
    return { runs: received.map(oneRun), options: given[0] as CoverOptions | undefined, machine: undefined }
  }
  const [runs, options] = given
  if (isMachine(received) && Array.isArray(runs)) {
    return { runs: runs.map(oneRun), options: options as CoverOptions | undefined, machine: received }
  }
  throw new UserError(
    'usage',
    'toCoverErrorPaths judges a list of runs, expect([run, ...]), or a machine and its runs, expect(machine).toCoverErrorPaths([run, ...])',
  )
}

function oneRun(run: unknown): Run {
  return receivedRun(run, 'toCoverErrorPaths')
}

function isMachine(value: unknown): value is CoverableMachine {
  return typeof value === 'object' && value !== null && 'definition' in value && 'name' in value
}
