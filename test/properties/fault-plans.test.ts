import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/faults/catalogue.js'
import { type Fault, fault } from '../../src/faults/fault.js'
import { finishedRun } from '../../src/harness/machines/finished-run.js'
import { machine } from '../../src/harness/machines/typed-machine.js'
import { type Scenario, replay } from '../../src/harness/scenarios/scenario.js'
import { runSessionSync } from '../../src/harness/sessions/session.js'
import { argumentsFor } from '../unit/faults/arbitrary-fault.js'
import { type GeneratedCase, distributedCases, generatedCases } from './machines.js'
import { SETTINGS, bytesOf } from './sessions.js'

type Step = (before: Fault) => Fault

/** Selectors that small machines can meet. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.double({ min: 0.1, max: 1, noNaN: true }).map(
    (p): Step =>
      (before) =>
        before.chance(p),
  ),
  fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 9 })).map(
    ([from, long]): Step =>
      (before) =>
        before.between(from * 1000, (from + long) * 1000),
  ),
  fc.integer({ min: 1, max: 4 }).map(
    (n): Step =>
      (before) =>
        before.nth(n),
  ),
  fc.constantFrom('first', 'last', '1/2', '0|2', '1..').map(
    (items): Step =>
      (before) =>
        before.item(items),
  ),
  fc.integer({ min: 1, max: 2 }).map(
    (n): Step =>
      (before) =>
        before.attempts(n),
  ),
  fc.integer({ min: 1, max: 3 }).map(
    (n): Step =>
      (before) =>
        before.visit(n),
  ),
  fc.constantFrom('$.n', '$[?(@.n == 1)]', 'parameters:$..deep').map(
    (query): Step =>
      (before) =>
        before.where(query),
  ),
  fc.constantFrom<Step>(
    (before) => before.after(),
    (before) => before.before(),
    (before) => before.on('svc:*'),
  ),
)

const anyFault = fc
  .tuple(fc.constantFrom(...catalogue), fc.array(step, { maxLength: 3 }))
  .chain(([row, steps]) =>
    argumentsFor(row).map((args) => steps.reduce((before, next) => next(before), fault(row.id).with(args))),
  )

function ended({ definition, input, tasks, seed }: GeneratedCase, more: Scenario) {
  const scenario = { input, tasks, seed, limits: { historyEvents: 300 }, ...more }
  return runSessionSync(machine(definition).session(scenario))
}

/** The bytes of a run with faults, those of the run that its scenario string gives, and the strings of both. */
function struckTwice(given: GeneratedCase, faults: readonly Fault[]) {
  const struck = ended(given, { faults })
  const { scenario } = finishedRun(struck)
  const again = ended(given, replay(scenario))
  return { struck: bytesOf(struck), again: bytesOf(again), scenario, scenarioAgain: finishedRun(again).scenario }
}

describe('any plan of faults', () => {
  it.each([
    ['in small machines', generatedCases, 150],
    ['in distributed Maps', distributedCases, 60],
  ])('is replayed to the byte by the scenario string of its run, %s', (_, cases, numRuns) => {
    let strikes = 0
    fc.assert(
      fc.property(cases, fc.array(anyFault, { minLength: 1, maxLength: 3 }), (given, faults) => {
        const { struck, again, scenario, scenarioAgain } = struckTwice(given, faults)
        expect(again).toBe(struck)
        expect(scenarioAgain).toBe(scenario)
        strikes += scenario.split(';').length - 3
      }),
      { ...SETTINGS, numRuns },
    )
    expect(strikes).toBeGreaterThan(numRuns / 4)
  })
})
