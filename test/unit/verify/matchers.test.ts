import { delay, fails, fault, hangs, machine, returns, TaskError } from 'aslx'
import { describe, expect, it } from 'vitest'
import { toCatch } from '../../../src/verify/to-catch.js'
import { toFail } from '../../../src/verify/to-fail.js'
import { toRetry } from '../../../src/verify/to-retry.js'
import { toSucceed } from '../../../src/verify/to-succeed.js'
import { toTake } from '../../../src/verify/to-take.js'
import { toVisit } from '../../../src/verify/to-visit.js'
import { lambdaTask, runWith } from './factory.js'

const orders = machine({
  StartAt: 'Ship',
  States: {
    Ship: lambdaTask({
      TimeoutSeconds: 30,
      Retry: [
        { ErrorEquals: ['Carrier.Down'], IntervalSeconds: 2, MaxAttempts: 2 },
        { ErrorEquals: ['Carrier.Busy'], IntervalSeconds: 5, MaxAttempts: 1, BackoffRate: 1 },
      ],
      Catch: [{ ErrorEquals: ['Carrier.Down', 'States.Timeout', 'Runtime.ExitError'], Next: 'Refund' }],
      OutputPath: '$.Payload',
    }),
    Refund: { Type: 'Pass', Result: 'refunded', End: true },
  },
}).withDefaults({ tasks: { Ship: returns({ parcel: 'p-1' }) } })

const failed = () => orders.run({ tasks: { Ship: fails('Carrier.Lost', { cause: 'gone for good' }) } })

const both = () =>
  orders.run({ tasks: { Ship: [fails('Carrier.Down'), fails('Carrier.Busy'), returns({ Payload: 1 })] } })

describe('toSucceed', () => {
  it('judges the status, and the output when one is given', async () => {
    const run = await orders.run()
    expect(toSucceed(run).pass).toBe(true)
    expect(toSucceed(run, { parcel: 'p-1' }).pass).toBe(true)
    expect(toSucceed(run, { parcel: 'p-2' })).toMatchObject({
      pass: false,
      expected: { parcel: 'p-2' },
      actual: run.output,
    })
    expect(toSucceed(await orders.run({ tasks: { Ship: fails('X') } })).pass).toBe(false)
  })

  it('compares as the test runner does', async () => {
    const seen: unknown[] = []
    const equals = (actual: unknown, expected: unknown) => seen.push(actual, expected) > 0
    expect(toSucceed(await orders.run(), 'anything', equals).pass).toBe(true)
    expect(seen).toEqual([{ parcel: 'p-1' }, 'anything'])
  })

  it('tells a null output from none given', () => {
    expect(toSucceed(runWith({ output: null }), null).pass).toBe(true)
    expect(toSucceed(runWith({ output: 1 }), null).pass).toBe(false)
  })
})

describe('toFail', () => {
  it('judges the status, the error and the cause', async () => {
    const run = await failed()
    expect(toFail(run).pass).toBe(true)
    expect(toFail(run, 'Carrier.Lost').pass).toBe(true)
    expect(toFail(run, 'Carrier').pass).toBe(false)
    expect(toFail(run, /^Carrier\./).pass).toBe(true)
    expect(toFail(run, undefined, { cause: 'for good' }).pass).toBe(true)
    expect(toFail(run, 'Carrier.Lost', { cause: /^for/ }).pass).toBe(false)
    expect(toFail(await orders.run()).pass).toBe(false)
  })

  it('does not depend on where a global pattern stopped before', async () => {
    const pattern = /Lost/g
    const run = await failed()
    expect([toFail(run, pattern).pass, toFail(run, pattern).pass]).toEqual([true, true])
  })

  it('does not take a timeout of the execution for a failure', () => {
    expect(toFail(runWith({ status: 'TIMED_OUT', error: 'States.Timeout' }), 'States.Timeout').pass).toBe(false)
  })

  it('takes an error without a name only when none is asked for', () => {
    const run = runWith({ status: 'FAILED' })
    expect(toFail(run).pass).toBe(true)
    expect(toFail(run, /.*/).pass).toBe(false)
  })
})

describe('toRetry', () => {
  it('judges how often, how long and on what', async () => {
    const run = await both()
    expect(toRetry(run, 'Ship').pass).toBe(true)
    expect(toRetry(run, 'Ship', { times: 2, delays: ['2s', 5000] }).pass).toBe(true)
    expect(toRetry(run, 'Ship', { times: 1 }).pass).toBe(false)
    expect(toRetry(run, 'Ship', { times: 1, on: 'Carrier.Busy', delays: ['5s'] }).pass).toBe(true)
    expect(toRetry(run, 'Ship', { delays: ['2s'] }).pass).toBe(false)
    expect(toRetry(run, 'Ship', { delays: ['5s', '2s'] }).pass).toBe(false)
    expect(toRetry(run, 'Ship', { on: 'Carrier.Lost' }).pass).toBe(false)
  })

  it('finds nothing in a state that went well', async () => {
    expect(toRetry(await orders.run(), 'Ship').pass).toBe(false)
  })

  it('counts the retries a fault made necessary', async () => {
    const run = await orders.run({ faults: [fault('lambda-oom').at('Ship')] })
    expect(toRetry(run, 'Ship').pass).toBe(false)
    expect(toCatch(run, 'Ship', 'Runtime.ExitError').pass).toBe(true)
  })

  it('takes the bounds of jittered waits, or exactly the waits of the run', async () => {
    const jittery = machine({
      StartAt: 'A',
      States: {
        A: lambdaTask({
          Retry: [{ ErrorEquals: ['X'], IntervalSeconds: 2, MaxAttempts: 2, JitterStrategy: 'FULL' }],
        }),
      },
    })
    const run = await jittery.run({ seed: 9, tasks: { A: [fails('X', { times: 2 }), returns({})] } })
    const waits = run.coverage.flatMap(({ what }) => (what.kind === 'retry' ? [what.delayMs] : []))
    expect(toRetry(run, 'A', { delays: ['2s', '4s'] }).pass).toBe(true)
    expect(toRetry(run, 'A', { delays: waits }).pass).toBe(true)
    expect(toRetry(run, 'A', { delays: ['2s', '5s'] }).pass).toBe(false)
  })

  it('judges visits and items one by one', async () => {
    const pages = machine({
      StartAt: 'Pages',
      States: {
        Pages: {
          Type: 'Map',
          ItemProcessor: {
            StartAt: 'Resize',
            States: { Resize: lambdaTask({ Retry: [{ ErrorEquals: ['X'], MaxAttempts: 2 }] }) },
          },
          End: true,
        },
      },
    })
    const run = await pages.run({
      input: [0, 1],
      tasks: {
        Resize: (_, { items, attempt }) => {
          if (attempt <= (items[0]?.index ?? 0)) throw new TaskError('X')
          return {}
        },
      },
    })
    expect(toRetry(run, 'Resize', { times: 1 }).pass).toBe(true)
    expect(toRetry(run, 'Resize', { item: 1 }).pass).toBe(true)
    expect(toRetry(run, 'Resize', { item: [1], visit: 1 }).pass).toBe(true)
    expect(toRetry(run, 'Resize', { item: 0 }).pass).toBe(false)
    expect(toRetry(run, 'Resize', { visit: 2 }).pass).toBe(false)
  })
})

describe('toCatch', () => {
  it('judges the error and where it went', async () => {
    const run = await orders.run({ tasks: { Ship: hangs() } })
    expect(toCatch(run, 'Ship').pass).toBe(true)
    expect(toCatch(run, 'Ship', 'States.Timeout', { next: 'Refund' }).pass).toBe(true)
    expect(toCatch(run, 'Ship', undefined, { next: 'Ship' }).pass).toBe(false)
    expect(toCatch(run, 'Ship', 'Carrier.Down').pass).toBe(false)
    expect(toCatch(run, 'Ship', undefined, { visit: 2 }).pass).toBe(false)
  })

  it('finds nothing where the error went up, or there was none', async () => {
    expect(toCatch(await orders.run(), 'Ship').pass).toBe(false)
    expect(toCatch(await orders.run({ tasks: { Ship: fails('Other') } }), 'Ship').pass).toBe(false)
  })
})

describe('toVisit', () => {
  const run = runWith({ path: ['A', 'B', 'A', 'C'] })

  it('looks for the states in this order, whatever came between', () => {
    expect(toVisit(run, 'A', 'C').pass).toBe(true)
    expect(toVisit(run, 'A', 'A', 'C').pass).toBe(true)
    expect(toVisit(run, 'B', 'A').pass).toBe(true)
    expect(toVisit(run, 'C', 'A').pass).toBe(false)
    expect(toVisit(run, 'B', 'B').pass).toBe(false)
  })

  it('counts how often one state was entered', () => {
    expect(toVisit(run, 'A', { times: 2 }).pass).toBe(true)
    expect(toVisit(run, 'A', { times: 1 }).pass).toBe(false)
    expect(toVisit(run, 'C', { times: 2 }).pass).toBe(false)
  })

  it('refuses no state, and many states with a count', () => {
    expect(() => toVisit(run)).toThrow('toVisit needs the name of a state')
    expect(() => toVisit(run, 'A', 'B', { times: 1 })).toThrow('but not both')
  })
})

describe('toTake', () => {
  it('judges virtual time, exactly or within bounds', async () => {
    const run = await orders.run({ tasks: { Ship: delay('6s', returns({})) } })
    expect(toTake(run, '6s').pass).toBe(true)
    expect(toTake(run, 6000).pass).toBe(true)
    expect(toTake(run, 6001).pass).toBe(false)
    expect(toTake(run, { atLeast: '6s' }).pass).toBe(true)
    expect(toTake(run, { atMost: '6s' }).pass).toBe(true)
    expect(toTake(run, { atLeast: '5s', atMost: '5999ms' }).pass).toBe(false)
    expect(toTake(run, { atLeast: '6001ms' }).pass).toBe(false)
  })
})
