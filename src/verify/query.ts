import { findAll } from '../asl/json-query.js'
import type { Run } from '../harness/machines/run.js'

/**
 * Asks a run for something by a JSONPath query in jsonpath-plus's rich dialect, e.g.
 * `query(run, '$.history[?(@.type=="TaskFailed")].details.error')`; always a list, empty if nothing matches. Filters are
 * interpreted, never compiled to code. This is for assertions: a machine's own paths follow AWS's dialect instead.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const run = await order.run({ tasks: { Charge: returns({}), Ship: returns({}) } })
 * query(run, '$.history[?(@.type=="LambdaFunctionScheduled")]').length // => 2
 */
export function query(run: Run, path: string): readonly unknown[] {
  return findAll(run, path)
}
