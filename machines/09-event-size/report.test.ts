import { type Json, fault, payloadLimits, returns } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { effectsOf, givenMachine, sentBy } from '../given-machine.js'
import { workOf } from '../same-work.js'

const naive = await givenMachine('09-event-size/report.asl.json')
const mended = await givenMachine('09-event-size/report.mended.asl.json')

/** A day with so many readings, in some 26 bytes each, and as many lines of 62 bytes. */
function dayWith(count: number) {
  const readings: readonly Json[] = Array.from({ length: count }, (_, i) => ({ at: `${i}`.padStart(6, '0'), kwh: 0.2 }))
  const lines: readonly Json[] = Array.from({ length: count }, (_, i) => ({
    line: `${i}`.padStart(6, '0'),
    tariff: 'night',
    kwh: 0.2,
    euro: 0.05,
  }))
  return { LoadReadings: returns({ readings: [...readings] }), RateReadings: returns({ lines: [...lines] }) }
}

const toClaims = { LoadIntoBucket: 1, RateInBucket: 1, QueueClaim: 1, TellClaim: 1 }

describe('the naive report', () => {
  it('fails when the readings outgrow what a state may hand on', async () => {
    const run = await naive.run({ faults: [fault('oversize').at('LoadReadings')] })
    expect(run).toFail('States.DataLimitExceeded')
    expect(run).toHaveEffects({ RateReadings: 0, QueueForBilling: 0, TellCustomer: 0 })
  })

  it('passes two links and breaks the third: billing has the report, the customer never gets it', async () => {
    const run = await naive.run({ tasks: dayWith(3400), models: [payloadLimits()] })
    expect(run).toFail('States.DataLimitExceeded', { cause: "'TellCustomer' provided parameters" })
    expect(run).toRetry('TellCustomer', { times: 4, delays: ['2s', '4s', '8s', '16s'] })
    expect(run).toHaveEffects({ LoadReadings: 1, RateReadings: 1, QueueForBilling: 1, TellCustomer: 0 })
  })

  it('broke at billing already until SQS took a megabyte, for the queue adds attributes of its own', async () => {
    const limits = payloadLimits({ on: 'svc:sqs', addedBytes: 70_000 })
    const before = await naive.run({ tasks: dayWith(3500), models: [limits], startAt: '2025-06-01T00:00:00Z' })
    expect(before).toFail('SQS.AmazonSQSException', { cause: 'Message must be shorter' })
    expect(before).toTake('30s')
    const after = await naive.run({ tasks: dayWith(3500), models: [limits], startAt: '2026-06-01T00:00:00Z' })
    expect(after).toFail('States.DataLimitExceeded', { cause: "'TellCustomer' provided parameters" })
    expect(after).toHaveEffects({ QueueForBilling: 1, TellCustomer: 0 })
  })
})

describe('the mended report', () => {
  it('does on a normal day what the naive one does', async () => {
    const [before, after] = await Promise.all([naive.run(), mended.run()])
    expect(effectsOf(after)).toEqual(effectsOf(before))
    expect(after.output).toEqual(before.output)
    expect(workOf(mended, naive)).toEqual(workOf(naive))
  })

  it.each([
    ['LoadReadings', 'oversize', 'States.DataLimitExceeded'],
    ['RateReadings', 'oversize', 'States.DataLimitExceeded'],
    ['LoadReadings', 'response-too-large', 'Function.ResponseSizeTooLarge'],
    ['RateReadings', 'request-too-large', 'Lambda.RequestTooLargeException'],
    ['QueueForBilling', 'message-too-large(256KB)', 'SQS.AmazonSQSException'],
    ['TellCustomer', 'message-too-long', 'SNS.InvalidParameterException'],
  ] as const)('takes the way by the bucket when the link after %s is too narrow: %s', async (state, kind, error) => {
    const run = await mended.run({ faults: [`${kind}@${state}`] })
    expect(run).not.toRetry(state)
    expect(run).toCatch(state, error, { next: 'LoadIntoBucket' })
    expect(run).toSucceed({ site: 's-204', day: '2030-01-06' })
    expect(run).toHaveEffects(toClaims)
  })

  it('hands on references only, whatever the size of the day', async () => {
    const run = await mended.run({ tasks: dayWith(3400), models: [payloadLimits()] })
    expect(run).toSucceed()
    expect(run).toTake('0s')
    expect(sentBy(run, 'QueueClaim')).toMatchObject([
      { MessageBody: { reportIn: { bucket: 'meter-reports', key: 'reports/s-204/2030-01-06.json' } } },
    ])
    const claims = run.calls.filter(({ state }) => /Claim|Bucket/.test(state))
    expect(Math.max(...claims.map(({ parameters }) => JSON.stringify(parameters).length))).toBeLessThan(400)
  })
})
