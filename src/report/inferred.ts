import type { Run } from '../harness/run.js'

/** Names of the states whose answers nobody gave, so that they were inferred, in the order of their first calls. */
export function inferredStates(runs: readonly Run[]): readonly string[] {
  const names = runs.flatMap(({ calls }) =>
    calls.filter((call) => call.answeredBy === 'inferred').map(({ state }) => state),
  )
  return [...new Set(names)]
}
