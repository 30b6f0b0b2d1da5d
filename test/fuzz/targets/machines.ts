import * as fc from 'fast-check'
import type { Json } from '../../../src/asl/json.js'
import { distributedCases, generatedCases } from '../../properties/machines.js'
import { type Played, play } from '../play.js'
import type { Target } from '../target.js'

/** Well-formed machines of all state types, with what their Tasks answer. */
export const machines: Target = {
  name: 'machines',
  slice: 100,
  cases: fc.oneof(generatedCases, distributedCases) as unknown as fc.Arbitrary<Json>,
  run: (given) => play(given as unknown as Played),
}
