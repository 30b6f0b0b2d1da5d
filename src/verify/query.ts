import { createRequire } from 'node:module'
import type * as JsonPathPlus from 'jsonpath-plus'
import type { Run } from '../harness/run.js'

let loaded: typeof JsonPathPlus | undefined

/** Most tests never ask: the package is loaded for the first that does. */
function jsonPathPlus(): typeof JsonPathPlus {
  loaded ??= createRequire(import.meta.url)('jsonpath-plus') as typeof JsonPathPlus
  return loaded
}

/**
 * Asks a run for something by a JSONPath query in jsonpath-plus's rich dialect, e.g.
 * `query(run, '$.history[?(@.type=="TaskFailed")].details.error')`; always a list, empty if nothing matches. Filters are
 * interpreted, never compiled to code. This is for assertions: a machine's own paths follow AWS's dialect instead.
 */
export function query(run: Run, path: string): readonly unknown[] {
  const found: unknown = jsonPathPlus().JSONPath({ path, json: run, eval: 'safe', wrap: true })
  return Array.isArray(found) ? found : []
}
