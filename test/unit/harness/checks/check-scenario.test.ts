import { describe, expect, it } from 'vitest'
import { UserError } from '../../../../src/asl/user-error.js'
import { fault } from '../../../../src/faults/fault.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { replay } from '../../../../src/harness/scenarios/scenario.js'
import { returns } from '../../../../src/tasks/script.js'
import { call, orders } from '../fixtures.js'

describe('a scenario that does not fit its machine', () => {
  it('names a state that it does not have, and hears which was meant', async () => {
    await expect(orders.run({ tasks: { Shipp: returns(1) } })).rejects.toThrow(
      'Orders has no state "Shipp"; did you mean "Ship"?',
    )
    expect(() => orders.withDefaults({ tasks: { Shipp: returns(1) } })).toThrow(UserError)
  })

  it('hears which states there are if nothing is near', async () => {
    await expect(orders.run({ tasks: { Unrelated: returns(1) } })).rejects.toThrow(
      'Orders has no state "Unrelated"; it has Charge, Ship, Refund, Done',
    )
  })

  it('answers or strikes a state that calls nothing', async () => {
    await expect(orders.run({ tasks: { Done: returns(1) } })).rejects.toThrow('state "Done" of Orders is a Succeed')
    await expect(orders.run({ faults: [fault('lambda-oom').at('Done')] })).rejects.toThrow('is a Succeed')
  })

  it('strikes a state that it does not have, by value, by text and in a replay', async () => {
    await expect(orders.run({ faults: [fault('lambda-oom').at('Shipp')] })).rejects.toThrow('did you mean "Ship"?')
    await expect(orders.run({ faults: ['lambda-oom@Chargee'] })).rejects.toThrow('did you mean "Charge"?')
    const again = replay('aslx:1;base=00000000;Shipp#1=Runtime.ExitError;seed=0')
    await expect(orders.run(again)).rejects.toThrow('did you mean "Ship"?')
  })

  it('may name states inside Maps and branches, and strike by a pattern', async () => {
    const inner = { StartAt: 'Resize', States: { Resize: call('Resize') } }
    const pages = machine({ StartAt: 'M', States: { M: { Type: 'Map', ItemProcessor: inner, End: true } } })
    const run = await pages.run({ input: [1], tasks: { Resize: returns('small') }, faults: ['lambda-oom@Res*'] })
    expect(run.status).toBe('FAILED')
  })

  it('knows nothing that every object inherits', async () => {
    await expect(orders.run({ tasks: { toString: returns(1) } })).rejects.toThrow('has no state "toString"')
    const tasks = JSON.parse('{"__proto__":{"kind":"returns","output":1,"delayMs":0}}') as never
    await expect(orders.run({ tasks })).rejects.toThrow(UserError)
  })
})
