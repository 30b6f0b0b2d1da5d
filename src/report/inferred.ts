import type { Json } from '../asl/json.js'
import type { SweepStrike } from '../explore/sweep.js'
import type { Run } from '../harness/machines/run.js'
import { printableJson } from '../verify/printable.js'
import type { Colour } from './colour.js'

/** Names of the states whose answers nobody gave, so that they were inferred, in the order of their first calls. */
export function inferredStates(runs: readonly Run[]): readonly string[] {
  const names = runs.flatMap(({ calls }) =>
    calls.filter((call) => call.answeredBy === 'inferred').map(({ state }) => state),
  )
  return [...new Set(names)]
}

/** The same for a sweep: those of the run without faults come first. */
export function inferredInSweep(baseline: Run, strikes: readonly SweepStrike[]): readonly string[] {
  return [...new Set([...inferredStates([baseline]), ...strikes.flatMap(({ run }) => run.inferred)])]
}

/** Characters of an inferred input that are shown. */
const SHOWN_INPUT = 300

/** Says that an input was made up, and which. */
export function inferredInputText(input: Json, colour: Colour): string {
  return `${colour('yellow', 'inferred')} input, for want of one: ${printableJson(input, SHOWN_INPUT)}`
}
