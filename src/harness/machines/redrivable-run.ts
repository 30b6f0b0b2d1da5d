import type { Duration } from '../../asl/duration.js'
import { findAll } from '../../asl/json-query.js'
import { UserError } from '../../asl/user-error.js'
import type { Session } from '../sessions/members.js'
import type { Run } from './run.js'
import type { Scenario } from '../scenarios/scenario.js'

export interface RedriveOptions {
  /** Virtual time from the end of the run to the redrive, in ms or as `'1h'`, `'13d'`; default 0, at most 14 days. */
  readonly after?: Duration
}

/** A run as its machine gives it. Its methods are not enumerable: such a run compares, prints and serialises as data. */
export interface RedrivableRun extends Run {
  /**
   * Redrives an execution that ended badly, as RedriveExecution does: what was not done runs again, under a scenario laid
   * over the run's own (mocks task by task; `faults: []` for none). New mocks answer from their first entry on, those of the
   * run go on where they were. The run stays as it is, and the history of the new one goes on from it. UserError for what
   * AWS would not redrive, and for another input, start, seed, profile or limits.
   */
  redrive(scenario?: Scenario, options?: RedriveOptions): Promise<RedrivableRun>
  /**
   * Asks the run by a JSONPath query in jsonpath-plus's rich dialect, e.g.
   * `run.query('$.history[?(@.type=="TaskFailed")].details.error')`; always a list, empty if nothing matches. Filters are
   * interpreted, never compiled to code. Not enumerable, as `redrive`.
   */
  query(path: string): readonly unknown[]
}

/** A run, what it came from, and the whole scenario it was run with. */
export interface Finished {
  readonly run: Run
  readonly session: Session
  readonly scenario: Scenario
}

/** The run with its `redrive` and `query`; nothing about it changes any more. */
export function redrivable(
  run: Run,
  redriven: (scenario: Scenario, options: RedriveOptions) => Promise<RedrivableRun>,
): RedrivableRun {
  const redrive: RedrivableRun['redrive'] = async (scenario = {}, options = {}) => redriven(scenario, options)
  const query: RedrivableRun['query'] = (path) => findAll(run, path)
  return Object.freeze(
    Object.defineProperties(run, { redrive: { value: redrive }, query: { value: query } }),
  ) as RedrivableRun
}

/**
 * The same as `run.redrive(scenario, options)`, and a UserError for a run that only is data.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const failed = await order.run({ tasks: { Charge: returns({}), Ship: fails('Carrier.Down') } })
 * const again = await redrive(failed, { tasks: { Ship: returns({ parcel: 'p-1' }) } })
 * again.output // => { parcel: 'p-1' }
 */
export async function redrive(run: Run, scenario: Scenario = {}, options: RedriveOptions = {}): Promise<RedrivableRun> {
  if ('redrive' in run && typeof run.redrive === 'function') return (run as RedrivableRun).redrive(scenario, options)
  throw new UserError(
    'usage',
    `this run of ${run.machine} was read back from JSON, copied, or started by a Task of another one, and cannot be redriven: redrive what machine.run(...) gave`,
  )
}
