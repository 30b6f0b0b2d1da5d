import type { Json } from '../asl/json.js'
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

/** Characters of an inferred input that are shown. */
const SHOWN_INPUT = 300

/** Says that an input was made up, and which. */
export function inferredInputText(input: Json, colour: Colour): string {
  return `${colour('yellow', 'inferred')} input, for want of one: ${printableJson(input, SHOWN_INPUT)}`
}
