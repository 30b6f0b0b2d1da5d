import { type Machine, type Run, hangs, type loadMachine, machine, returns } from 'aslx'
import 'aslx/vitest'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { StateNames, StatesOf } from '../../src/harness/machines/state-name-types.js'
import definition from './order.asl.json' with { type: 'json' }

const orders = machine(definition)
const well = orders.withDefaults({ input: [1], tasks: { Charge: returns([1]), Ship: returns({}) } })

/** What only has to compile is never run. */
const neverRun = (what: () => unknown): void => void what

describe('the states of an imported definition are known to the compiler', () => {
  it('those inside Maps and branches included', () => {
    expectTypeOf<StateNames<typeof definition>>().toEqualTypeOf<
      'Charge' | 'Parcels' | 'Ship' | 'Both' | 'Mail' | 'Log'
    >()
    expectTypeOf<StatesOf<typeof orders>>().toEqualTypeOf<StateNames<typeof definition>>()
  })

  it('where a scenario mocks them', () => {
    neverRun(() => orders.run({ tasks: { Ship: hangs() } }))
    // @ts-expect-error there is no state Shp
    neverRun(() => orders.run({ tasks: { Shp: hangs() } }))
    // @ts-expect-error there is no state Shp
    neverRun(() => orders.withDefaults({ tasks: { Shp: hangs() } }))
    // @ts-expect-error there is no state Shp
    neverRun(() => well.start({ tasks: { Shp: hangs() } }))
  })

  it('where a matcher names them', async () => {
    const run = await well.run()
    expect(run).toVisit('Charge', 'Ship', 'Mail')
    expect(run).toCall('Ship', { times: 1 })
    expect(run).toHaveEffects({ Charge: 1 })
    // @ts-expect-error there is no state Shp
    neverRun(() => expect(run).toRetry('Shp'))
    // @ts-expect-error there is no state Shp
    neverRun(() => expect(run).not.toCatch('Shp'))
    // @ts-expect-error there is no state Shp
    neverRun(() => expect(run).toTimeOut({ state: 'Shp' }))
    // @ts-expect-error there is no state Shp
    neverRun(() => expect(run).toHaveEffects({ Shp: 1 }))
    // @ts-expect-error there is no state Refnd
    neverRun(() => expect(run).toCompensate({ Charge: 'Refnd' }))
    // @ts-expect-error there is no state Shp
    neverRun(() => expect([run]).toCoverErrorPaths({ except: ['Shp'] }))
  })
})

describe('a definition that says nothing to the compiler', () => {
  it('gives a machine that takes any name, and judges it when it runs', async () => {
    const parsed: unknown = JSON.parse(JSON.stringify(definition))
    expectTypeOf(machine(parsed)).toEqualTypeOf<Machine>()
    expectTypeOf<Awaited<ReturnType<typeof loadMachine>>>().toEqualTypeOf<Machine>()
    await expect(machine(parsed).run({ tasks: { Shp: hangs() } })).rejects.toThrow('did you mean "Ship"?')
  })

  it('is no hindrance: a machine with known states is a machine, and its runs are runs', () => {
    expectTypeOf(orders).toExtend<Machine>()
    expectTypeOf<Awaited<ReturnType<typeof orders.run>>>().toExtend<Run>()
    expectTypeOf<StatesOf<Machine>>().toEqualTypeOf<string>()
    // oxlint-disable-next-line typescript/no-explicit-any
    expectTypeOf<StatesOf<any>>().toEqualTypeOf<string>()
  })
})
