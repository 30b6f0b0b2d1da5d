import { type Fault, fault } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { effectsOf, givenMachine, sentBy } from '../given-machine.js'

const naive = await givenMachine('06-memory-pressure/serverless.yml')
const mended = await givenMachine('06-memory-pressure/serverless.mended.yml')

const hangs = (kind: string): Fault => fault(kind).at('PublishOrder')
const handled = fault('handled-error').at('PublishOrder')

describe('the naive order events', () => {
  it('retry on States.Timeout, which is not what a function that hangs is called', async () => {
    const run = await naive.run({ faults: [hangs('memory-pressure')] })
    expect(run).toFail('Sandbox.Timedout', { cause: 'Task timed out after 300.00 seconds' })
    expect(run).not.toRetry('PublishOrder')
    expect(run).toTake('5m')
    expect(run).toHaveEffects({ ReserveStock: 0, MarkPublished: 0 })
  })

  it('mark an order as published that never was, when the function handles its error', async () => {
    const run = await naive.run({ faults: [handled] })
    expect(run).toSucceed()
    expect(run).toHaveEffects({ MarkPublished: 1 })
    expect(run.output).toMatchObject({ published: { statusCode: 500 } })
  })
})

describe('the mended order events', () => {
  it('do on a normal day what the naive ones do', async () => {
    const [before, after] = await Promise.all([naive.run(), mended.run()])
    expect(effectsOf(after)).toEqual(effectsOf(before))
    expect(after.output).toEqual(before.output)
    expect(after).toTake('200ms')
  })

  it('stop waiting after 20 s and publish at the second try', async () => {
    const run = await mended.run({ faults: [hangs('memory-pressure').attempts(1)] })
    expect(run).toRetry('PublishOrder', { times: 1, delays: ['2s'], on: 'States.Timeout' })
    expect(run).toSucceed()
    expect(run).toHaveEffects({ PublishOrder: 1, MarkPublished: 1, KeepForReplay: 0 })
  })

  it.each([
    ['memory-pressure', 'States.Timeout'],
    ['lambda-timeout(3s)', 'Sandbox.Timedout'],
    ['timeout-legacy(3s)', 'Lambda.Unknown'],
    ['oom', 'Runtime.ExitError'],
  ])('keep the order for a replay when %s does not go away', async (kind, error) => {
    const run = await mended.run({ faults: [`${kind}@PublishOrder`] })
    expect(run).toRetry('PublishOrder', { times: 2, on: error })
    expect(run).toCatch('PublishOrder', error, { next: 'KeepForReplay' })
    expect(run).toSucceed()
    expect(run).toHaveEffects({ KeepForReplay: 1, ReserveStock: 0, MarkPublished: 0 })
    expect(sentBy(run, 'KeepForReplay')).toMatchObject([
      { MessageBody: { orderId: 'o-4711', error: { Error: error } } },
    ])
  })

  it('do not take an answer for a success that has no offset in it', async () => {
    const run = await mended.run({ faults: [handled] })
    expect(run).toVisit('WasPublished', 'NotAcknowledged', 'KeepForReplay', 'NotPublishedYet')
    expect(run).toHaveEffects({ ReserveStock: 0, MarkPublished: 0, KeepForReplay: 1 })
    expect(sentBy(run, 'KeepForReplay')).toMatchObject([{ MessageBody: { error: { Error: 'Kafka.NotAcknowledged' } } }])
  })
})
