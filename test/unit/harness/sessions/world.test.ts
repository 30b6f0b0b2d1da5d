import { describe, expect, it } from 'vitest'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { delay, fails, hangs, returns } from '../../../../src/tasks/script.js'
import { call, orders, sideBySide } from '../fixtures.js'

const well = { Charge: returns({ paid: true }), Ship: returns({ parcel: 'p' }), Refund: returns({}) }

describe('a Task without a mock', () => {
  it('is a mistake of the test that shows how to mend it', async () => {
    await expect(orders.run({ tasks: { Charge: returns(1) } })).rejects.toThrow(
      'state "Ship" called arn:aws:lambda:us-east-1:123456789012:function:Ship and no task is given for it ' +
        `(given: Charge): add tasks: { "Ship": returns({ ... }) }, or set onUnmockedTask: 'infer'`,
    )
    await expect(orders.run()).rejects.toThrow('(given: none)')
  })

  it('gets an inferred answer that is marked as such, if that is asked for', async () => {
    const run = await orders.run({ input: { n: 1 }, onUnmockedTask: 'infer', tasks: { Ship: returns('p') } })
    expect(run.calls.map(({ state, answeredBy }) => [state, answeredBy])).toEqual([
      ['Charge', 'inferred'],
      ['Ship', 'mock'],
    ])
  })
})

describe('a script', () => {
  it('answers call after call, its last entry all that follow', async () => {
    const run = await orders.run({ tasks: { ...well, Ship: [fails('Carrier.Down'), returns({ parcel: 'second' })] } })
    expect(run.output).toEqual({ parcel: 'second' })
    const failing = await orders.run({ tasks: { ...well, Ship: [fails('Carrier.Down'), fails('Other')] } })
    expect(failing.calls.filter(({ state }) => state === 'Ship')).toHaveLength(2)
  })

  it('that is used up is a mistake of the test', async () => {
    await expect(orders.run({ tasks: { ...well, Ship: fails('Carrier.Down', { times: 1 }) } })).rejects.toThrow(
      'state "Ship" is called for the 2. time (visit 1, attempt 2), and its script is used up: ' +
        'add an answer, or leave out times: on the last one',
    )
  })

  it('goes on where it was when the state is entered again, and begins anew for each item', async () => {
    const inner = {
      StartAt: 'T',
      States: { T: call('T', { Retry: [{ ErrorEquals: ['X'], MaxAttempts: 1 }] }) },
    }
    const map = machine({ StartAt: 'M', States: { M: { Type: 'Map', ItemProcessor: inner, End: true } } })
    const run = await map.run({ input: [1, 2], tasks: { T: [fails('X'), returns('ok')] } })
    expect(run.output).toEqual(['ok', 'ok'])
    const loop = machine({
      StartAt: 'T',
      States: { T: call('T', { Catch: [{ ErrorEquals: ['X'], Next: 'T' }] }) },
    })
    expect((await loop.run({ tasks: { T: [fails('X'), fails('X'), returns('third')] } })).output).toBe('third')
  })

  it('takes virtual time where it says so, and an answer may never come', async () => {
    const slow = await sideBySide('A', 'B').run({
      tasks: { A: returns(1, { delay: '2h' }), B: delay(500, returns(2)) },
    })
    expect(slow.tookMs).toBe(7_200_000)
    const never = await sideBySide('A').run({ tasks: { A: hangs() } })
    expect(never.status).toBe('TIMED_OUT')
  })
})

describe('a run', () => {
  it('lists the calls as they were made, and what became of them', async () => {
    const run = await orders.run({ tasks: well, faults: ['lambda-oom@Ship'] })
    expect(run.calls.map(({ state, attempt, answeredBy, fault }) => [state, attempt, answeredBy, fault])).toEqual([
      ['Charge', 1, 'mock', undefined],
      ['Ship', 1, 'fault', 'lambda-oom'],
      ['Refund', 1, 'mock', undefined],
    ])
    expect(run.calls[1]?.failure?.error).toBe('Runtime.ExitError')
  })

  it('is JSON that says the same when it is read back', async () => {
    const run = await orders.run({ tasks: well, seed: 3 })
    expect(Object.isFrozen(run)).toBe(true)
    expect(JSON.parse(JSON.stringify(run))).toMatchObject({
      machine: 'Orders',
      status: 'SUCCEEDED',
      seed: 3,
      path: ['Charge', 'Ship', 'Done'],
    })
  })
})
