import * as fc from 'fast-check'
import { validateDefinition } from '../../../src/harness/checks/validate-definition.js'
import { fails, hangs, returns } from '../../../src/tasks/script.js'
import { distributedCases, generatedCases } from '../../properties/machines.js'
import { values } from '../hostile.js'
import { MEMBERS } from '../members.js'
import { mutated, mutationsWith } from '../mutate.js'
import { type Played, play } from '../play.js'
import type { Target } from '../target.js'

const inputs = fc.oneof(
  fc.constantFrom({ a: { b: [1, 'x'] }, n: 2, list: [1, { n: 1 }, 'three'], t: '2030-01-01T00:00:05Z', items: [1, 2] }),
  values,
)
const replies = fc.array(
  fc.oneof(
    values.map((output) => ({ kind: 'returns', output, delayMs: 0 }) as const),
    fc.constantFrom(fails('A', { cause: 'c' }), fails('States.Timeout'), returns(1, { delay: 1_500 }), hangs()),
  ),
  { maxLength: 3 },
)

/** Machines with parts changed: added, taken away, exchanged, renamed, nested. */
export const hostileMachines: Target = {
  name: 'hostile-machines',
  slice: 300,
  cases: fc
    .record({
      base: fc.oneof(generatedCases, distributedCases),
      mutations: mutationsWith(MEMBERS),
      input: inputs,
      replies,
      seed: fc.nat(1_000),
      type: fc.constantFrom('STANDARD', 'STANDARD', 'EXPRESS'),
      profile: fc.constantFrom('recorded', 'documented'),
    })
    .map(({ base, mutations, ...rest }) => ({ ...rest, definition: mutated(base.definition, mutations) })),
  run(given) {
    const played = given as unknown as Played
    const validation = validateDefinition(played.definition, { severity: 'WARNING', type: played.type ?? 'STANDARD' })
    return `${JSON.stringify(validation)}\n${play(played)}`
  },
}
