import { describe, expect, it } from 'vitest'
import { fails, returns } from '../../../../src/tasks/script.js'
import { replay } from '../../../../src/harness/scenarios/scenario.js'
import { orders } from '../fixtures.js'

const tasks = { Charge: returns({}), Ship: returns({}), Refund: returns({}) }

describe('a fault plan', () => {
  it('that strikes nothing is a mistake: the test would pass for nothing', async () => {
    await expect(orders.run({ tasks, faults: ['lambda-oom@Refund'] })).rejects.toThrow(
      'no fault struck in Orders: lambda-oom@Refund never met a call it applies to (tasks called: Charge, Ship)',
    )
    await expect(orders.run({ tasks, faults: ['lambda-oom@Ship.2'] })).rejects.toThrow('lambda-oom@Ship.2 never met')
  })

  it('of which one strikes is none', async () => {
    const run = await orders.run({ tasks, faults: ['lambda-oom@Refund', 'lambda-oom@Ship'] })
    expect(run.calls.filter(({ fault }) => fault === 'lambda-oom').map(({ state }) => state)).toEqual([
      'Ship',
      'Refund',
    ])
  })

  it('may strike nothing in a trial', async () => {
    expect((await orders.trial({ tasks, faults: ['lambda-oom@Refund'] })).status).toBe('SUCCEEDED')
  })

  it('of a replay must strike, too', async () => {
    const scenario = { tasks, ...replay('aslx:1;base=00000000;Refund#1=Runtime.ExitError;seed=0', { rebase: true }) }
    await expect(orders.run(scenario)).rejects.toThrow('no fault struck in Orders: Refund never met')
    expect((await orders.run({ ...scenario, tasks: { ...tasks, Ship: fails('E') } })).status).toBe('FAILED')
  })

  it('may be empty', async () => {
    expect((await orders.run({ tasks, faults: [] })).status).toBe('SUCCEEDED')
  })
})
