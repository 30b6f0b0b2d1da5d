import { describe, expect, it } from 'vitest'
import { UserError } from '../../../../src/asl/user-error.js'
import { faultsOf, mergeScenarios, replay, seedOf, startOf } from '../../../../src/harness/scenarios/scenario.js'
import { fault } from '../../../../src/faults/fault.js'
import { fails, returns } from '../../../../src/tasks/script.js'
import { orders } from '../fixtures.js'

const well = { Charge: returns({ paid: true }), Ship: returns({ parcel: 'p' }), Refund: returns({}) }

describe('a scenario', () => {
  it('is laid over the defaults: single tasks are replaced, everything else as a whole', () => {
    const merged = mergeScenarios(
      { input: { a: 1, b: 2 }, tasks: { Charge: returns(1), Ship: returns(2) }, seed: 3, faults: ['lambda-oom'] },
      { input: { a: 9 }, tasks: { Ship: returns(8) }, faults: [] },
    )
    expect(merged).toMatchObject({
      input: { a: 9 },
      tasks: { Charge: returns(1), Ship: returns(8) },
      seed: 3,
      faults: [],
    })
  })

  it('leaves the machine and its defaults as they were', async () => {
    const prepared = orders.withDefaults({ input: { order: 1 }, tasks: well })
    const failing = await prepared.run({ tasks: { Ship: fails('Address.Unknown') } })
    expect(failing.path).toEqual(['Charge', 'Ship', 'Refund', 'Done'])
    const again = await prepared.run()
    expect(again.path).toEqual(['Charge', 'Ship', 'Done'])
    expect(orders.defaults).toEqual({})
    expect(prepared.withDefaults({ seed: 7 }).defaults).toMatchObject({ input: { order: 1 }, seed: 7 })
  })

  it('keeps a copy of its input, so that changing it later changes nothing', async () => {
    const input = { order: { id: 1 } }
    const session = orders.session({ input, tasks: well })
    input.order.id = 2
    expect(session.execution.settings.input).toEqual({ order: { id: 1 } })
  })

  it('refuses an input that is no JSON', async () => {
    const input: unknown = { at: new Date(0) }
    await expect(orders.run({ input: input as never, tasks: well })).rejects.toThrow(
      'the input must be JSON, and the value at /at is an instance of Date',
    )
  })

  it('takes faults as values and as text', () => {
    const oom = fault('lambda-oom').at('Ship')
    expect(faultsOf({ faults: [oom, 'lambda-oom@Ship'] }).map(String)).toEqual(['lambda-oom@Ship', 'lambda-oom@Ship'])
    expect(faultsOf({})).toEqual([])
    expect(() => faultsOf({ faults: ['no-such-fault'] })).toThrow(UserError)
  })

  it('has a whole number from 0 as its seed, and a replay brings its own', () => {
    expect(seedOf({})).toBe(0)
    expect(seedOf({ seed: 7 })).toBe(7)
    expect(seedOf({ seed: 7, ...replay('aslx:1;base=00000000;seed=9') })).toBe(9)
    for (const seed of [-1, 1.5, Number.NaN]) expect(() => seedOf({ seed })).toThrow(`and it is ${seed}`)
  })

  it('begins at a time given as text or in ms', async () => {
    expect(startOf({ startAt: '2031-05-06T07:08:09+02:00' })).toBe(Date.UTC(2031, 4, 6, 5, 8, 9))
    expect(startOf({ startAt: 5 })).toBe(5)
    expect(startOf({})).toBe(Date.UTC(2030, 0, 1))
    expect(() => startOf({ startAt: 'tomorrow' })).toThrow('startAt must be a time such as 2030-01-01T00:00:00Z')
    const run = await orders.run({ startAt: '2031-01-01T00:00:00Z', tasks: well })
    expect(run.history[0]?.atMs).toBe(Date.UTC(2031, 0, 1))
  })
})
