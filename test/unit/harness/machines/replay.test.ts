import { describe, expect, it } from 'vitest'
import { UserError } from '../../../../src/asl/user-error.js'
import type { Run } from '../../../../src/harness/machines/run.js'
import { type Scenario, replay } from '../../../../src/harness/scenarios/scenario.js'
import { returns } from '../../../../src/tasks/script.js'
import { orders } from '../fixtures.js'

const well = { Charge: returns({ paid: true }), Ship: returns({ parcel: 'p' }), Refund: returns({}) }
const prepared = orders.withDefaults({ input: { order: 1 }, tasks: well })

/** The base scenario's name in a run's scenario string. */
async function baseOf(scenario: Scenario): Promise<string> {
  return scenarioOf(await prepared.run(scenario)).base
}

function scenarioOf(run: Run): { readonly base: string; readonly strikes: readonly string[]; readonly seed: string } {
  const [version, base = '', ...rest] = run.scenario.split(';')
  expect(version).toBe('aslx:1')
  return { base: base.replace('base=', ''), strikes: rest.slice(0, -1), seed: rest.at(-1) ?? '' }
}

describe('the scenario string of a run', () => {
  it('holds what struck, attempts of one visit folded, and the seed', async () => {
    const run = await prepared.run({ faults: ['lambda-oom@Ship'], seed: 7 })
    expect(scenarioOf(run)).toMatchObject({ strikes: ['Ship#1=Runtime.ExitError'], seed: 'seed=7' })
    expect(scenarioOf(await prepared.run())).toMatchObject({ strikes: [], seed: 'seed=0' })
  })

  it('repeats the run to the byte', async () => {
    const run = await prepared.run({ faults: ['lambda-oom@Ship', 'lambda-oom@Refund'], seed: 7 })
    const again = await prepared.run(replay(run.scenario))
    expect(JSON.stringify(again)).toBe(JSON.stringify(run))
  })

  it('repeats a run of functions that answer the same', async () => {
    let count = 0
    const tasks = { ...well, Charge: () => ({ charge: count }) }
    const run = await prepared.run({ tasks, faults: ['lambda-oom@Ship'] })
    expect(JSON.stringify(await prepared.run({ tasks, ...replay(run.scenario) }))).toBe(JSON.stringify(run))
    count = 1
    await expect(prepared.run({ tasks, ...replay(run.scenario) })).rejects.toThrow('the scenario was made on base')
  })

  it('is refused on another base, unless it is to be rebased', async () => {
    const run = await prepared.run({ faults: ['lambda-oom@Ship'] })
    const { base } = scenarioOf(run)
    const other = { input: { order: 2 } }
    await expect(prepared.run({ ...other, ...replay(run.scenario) })).rejects.toThrow(
      `the scenario was made on base ${base}, and this machine's input, mocks and profile make base`,
    )
    const rebased = await prepared.run({ ...other, ...replay(run.scenario, { rebase: true }) })
    expect(scenarioOf(rebased).strikes).toEqual(['Ship#1=Runtime.ExitError'])
    expect(scenarioOf(rebased).base).not.toBe(base)
  })

  it('that is none is refused', () => {
    expect(() => replay('aslx:2;base=00000000;seed=0')).toThrow(UserError)
    expect(() => replay('something else')).toThrow(UserError)
  })
})

describe('the name of a base scenario', () => {
  it('is eight hex digits of input, mocks, start and profile', async () => {
    const base = await baseOf({})
    expect(base).toMatch(/^[0-9a-f]{8}$/)
    expect(await baseOf({ input: { order: 1 } })).toBe(base)
    const others = [
      { input: { order: 2 } },
      { tasks: { Ship: returns({ parcel: 'q' }) } },
      { startAt: '2031-01-01T00:00:00Z' },
      { profile: 'documented' as const },
    ]
    const names = await Promise.all(others.map(baseOf))
    expect(new Set([base, ...names]).size).toBe(5)
  })

  it('knows nothing of seed and faults', async () => {
    expect(await baseOf({ seed: 9, faults: ['lambda-oom@Ship'] })).toBe(await baseOf({}))
  })

  it('does not depend on the order of members', async () => {
    expect(await baseOf({ input: { a: 1, b: { c: 2, d: 3 } } })).toBe(
      await baseOf({ input: { b: { d: 3, c: 2 }, a: 1 } }),
    )
    const backwards = { Refund: well.Refund, Ship: well.Ship, Charge: well.Charge }
    const one = await orders.run({ tasks: well })
    expect(scenarioOf(await orders.run({ tasks: backwards })).base).toBe(scenarioOf(one).base)
  })
})
