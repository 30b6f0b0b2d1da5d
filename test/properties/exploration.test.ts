import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isObject } from '../../src/asl/json.js'
import { exploreScenarios } from '../../src/explore/exploration/explore-scenarios.js'
import { machineErrors } from '../../src/explore/exploration/machine-errors.js'
import type { ScenarioEnding, Observation } from '../../src/explore/exploration/observation.js'
import { pointOf } from '../../src/explore/exploration/error-classes.js'
import { type ResolvedStrike, parseScenario, parseStrikeName, printScenario } from '../../src/faults/scenario-string.js'
import type { Machine } from '../../src/harness/machines/machine.js'
import { machine } from '../../src/harness/machines/typed-machine.js'
import type { Run } from '../../src/harness/machines/run.js'
import { replay } from '../../src/harness/scenarios/scenario.js'
import { type GeneratedCase, distributedCases, generatedCases } from './machines.js'
import { SETTINGS } from './sessions.js'

/** Loops end early, so that a case takes no time. */
const limits = { historyEvents: 400 }
const bounds = { scenarios: 1_500, steps: 2_000 }

function machineOf({ definition, input, tasks, seed }: GeneratedCase): Machine {
  return machine(definition).withDefaults({ input, tasks, seed, limits })
}

function observationsOf(subject: Machine, k = 2): readonly Observation[] {
  const observations: Observation[] = []
  exploreScenarios(subject, [{}], (observation) => observations.push(observation), { k, bounds })
  return observations
}

/** Some of many, evenly. */
function some<T>(list: readonly T[], most: number): readonly T[] {
  const every = Math.max(1, Math.ceil(list.length / most))
  return list.filter((_, index) => index % every === 0)
}

function statusOf({ status }: ScenarioEnding): Run['status'] {
  return status === 'STUCK' ? 'TIMED_OUT' : status
}

/** Of an execution that a limit ends, the length is told to within a round. */
function endsByItself({ ending, events }: Observation): boolean {
  return (ending.status === 'SUCCEEDED' || ending.status === 'FAILED') && events < limits.historyEvents
}

describe('every scenario that exploration tells of', () => {
  it.each([
    ['', generatedCases, 40],
    [' with distributed Maps', distributedCases, 20],
  ] as const)('comes to the same in a run from its start%s', { timeout: 240_000 }, async (_, cases, numRuns) => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const subject = machineOf(given)
        for (const observation of some(observationsOf(subject), 12)) {
          if (observation.episodes.length === 0) continue
          const { scenario, ending, tookMs, events, effects } = observation
          const run = await subject.run(replay(scenario))
          expect([run.status, run.error]).toEqual([statusOf(ending), ending.failure?.error])
          expect(run.scenario).toBe(scenario)
          if (!endsByItself(observation)) continue
          expect([run.tookMs, run.history.length, run.effects.length]).toEqual([tookMs, events, effects.length])
          expect(run.output).toEqual(ending.output)
        }
      }),
      { ...SETTINGS, numRuns },
    )
  })
})

describe('exploration at k = 2', () => {
  it('finds every outcome that raw names and attempts come to', { timeout: 240_000 }, async () => {
    const draw = fc.tuple(fc.nat(), fc.nat(), fc.nat(2))
    const cases = fc.tuple(
      generatedCases.map(withoutMemory),
      fc.array(fc.tuple(draw, draw), { minLength: 6, maxLength: 6 }),
    )
    await fc.assert(
      fc.asyncProperty(cases, async ([given, pairs]) => {
        const subject = machineOf(given)
        const classes = machineErrors(subject, {})
        const found = new Set<string>()
        const certificate = exploreScenarios(
          subject,
          [{}],
          ({ ending }) => found.add(outcomeOf(statusOf(ending), ending.failure?.error, classes)),
          { k: 2, bounds: { scenarios: 10_000, steps: 4_000 } },
        )
        if (certificate.cuts.some((cut) => cut.includes('fault'))) return
        const baseline = await subject.run()
        for (const [first, second] of pairs) {
          const one = strikeAt(baseline, first, classes)
          if (!one) continue
          const struck = await rawRun(subject, baseline, [one])
          expect(found).toContain(outcomeOf(struck.status, struck.error, classes))
          const other = strikeAt(struck, second, classes, one)
          if (!other) continue
          const both = await rawRun(subject, baseline, [one, other])
          expect(found).toContain(outcomeOf(both.status, both.error, classes))
        }
      }),
      { ...SETTINGS, numRuns: 200 },
    )
  })

  it('tells the same in the same order each time', () => {
    fc.assert(
      fc.property(generatedCases, (given) => {
        const told = (): string =>
          JSON.stringify(observationsOf(machineOf(given)).map(({ scenario, tookMs }) => [scenario, tookMs]))
        expect(told()).toBe(told())
      }),
      { ...SETTINGS, numRuns: 10 },
    )
  })
})

type Draw = readonly [site: number, error: number, times: number]
type Classes = ReturnType<typeof machineErrors>

/** Mocks that answer alike each time, and no limit of the machine's own: outcomes then do not depend on how often something was called. */
function withoutMemory({ definition, tasks, ...rest }: GeneratedCase): GeneratedCase {
  const { TimeoutSeconds: _limit, ...unlimited } = isObject(definition) ? definition : {}
  const first = Object.entries(tasks).map(
    ([state, mock]) => [state, Array.isArray(mock) ? mock.slice(0, 1) : mock] as const,
  )
  return { definition: unlimited, tasks: Object.fromEntries(first), ...rest }
}

/** Any error of any class, at any first attempt that the run made, or at one after `before` has struck. */
function strikeAt(
  run: Run,
  [site, error, times]: Draw,
  classes: Classes,
  before?: ResolvedStrike,
): ResolvedStrike | undefined {
  const from = before ? run.calls.findIndex(({ fault }) => fault !== undefined) + 1 : 0
  const calls = run.calls.slice(from).filter(({ items, attempt, visit, fault }) => {
    const isTelling = items.every(({ index, of }) => index === 0 || index + 1 === of)
    return attempt === 1 && visit <= 2 && isTelling && fault === undefined
  })
  const call = calls[site % Math.max(1, calls.length)]
  const own = (call && classes.get(call.pointer)) ?? []
  const errors = own.flatMap((one) => one.errors.filter((each) => pointOf(each) === 'task'))
  const raw = errors[error % Math.max(1, errors.length)]
  if (!call || !raw) return undefined
  const { state, visit } = call
  const items = call.items.map((step) => step.index)
  return { state, items, visit, attempt: 1, times: times + 1, ...parseStrikeName(raw.strike) }
}

async function rawRun(subject: Machine, baseline: Run, strikes: readonly ResolvedStrike[]): Promise<Run> {
  const { base, seed } = parseScenario(baseline.scenario)
  return await subject.run(replay(printScenario({ base, strikes, seed })))
}

/** Status and error; errors of one class, at whatever state, go by one name. */
function outcomeOf(status: string, error: string | undefined, classes: Classes): string {
  return `${status} ${groupsOf(classes).get(error ?? '') ?? error ?? ''}`
}

const grouped = new WeakMap<Classes, ReadonlyMap<string, string>>()

/** Of every name the first of all that are in a class with it, directly or by way of others. */
function groupsOf(classes: Classes): ReadonlyMap<string, string> {
  const known = grouped.get(classes)
  if (known) return known
  const groups = new Map<string, string>()
  for (const { errors } of [...classes.values()].flat()) {
    const names = errors.flatMap(({ error }) => (error === undefined ? [] : [error === '*' ? 'Unlisted.Error' : error]))
    const before = new Set(names.map((name) => groups.get(name) ?? name))
    const [first = ''] = before
    for (const [name, group] of groups) if (before.has(group)) groups.set(name, first)
    for (const name of names) groups.set(name, first)
  }
  grouped.set(classes, groups)
  return groups
}
