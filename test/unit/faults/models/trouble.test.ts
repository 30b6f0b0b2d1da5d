import { describe, expect, it } from 'vitest'
import { brownOut } from '../../../../src/faults/models/brown-out.js'
import { durationAt } from '../../../../src/faults/models/distribution.js'
import { latency } from '../../../../src/faults/models/latency.js'
import { outage } from '../../../../src/faults/models/outage.js'
import { payloadLimits } from '../../../../src/faults/models/payload-limits.js'
import { functionArn, putObject } from '../fixtures.js'
import { faultsOf, meetOnce, ORIGIN_MS, seenBy, type Told } from './calls.js'

const sendMessage = 'arn:aws:states:::sqs:sendMessage'
const putItem = 'arn:aws:states:::dynamodb:putItem'
const publish = 'arn:aws:states:::sns:publish'

describe('an outage', () => {
  it('strikes everything that it concerns, in its time and no longer', () => {
    const model = outage({ on: ['svc:s3', 'fn:resize'], fromMs: '1s', toMs: '2s' })
    const calls = [999, 1000, 1999, 2000].flatMap((atMs) => [
      { arn: putObject, atMs },
      { arn: functionArn, atMs },
      { arn: sendMessage, atMs },
    ])
    const gone = ['s3-outage-dns', 'lambda-service-exception', undefined]
    const well = [undefined, undefined, undefined]
    expect(faultsOf(model, calls)).toEqual([...well, ...gone, ...gone, ...well])
  })

  it('strikes functions that use what is gone, if the fault is said', () => {
    const model = outage({ on: ['svc:s3', 'fn:*'], fault: 's3-outage-dns' })
    const calls = [{ arn: putObject }, { arn: functionArn }]
    expect(faultsOf(model, calls)).toEqual(['s3-outage-dns', 's3-outage-dns-in-lambda'])
  })

  it('leaves services that have no fault of their own without an address', () => {
    const { strike } = meetOnce(outage({ on: 'svc:*' }), ORIGIN_MS, { arn: publish }).meeting
    expect(strike?.args).toEqual({
      name: 'SNS.SdkClientException',
      cause: 'Unable to execute HTTP request: sns.us-east-1.amazonaws.com: Name or service not known',
    })
  })

  it('strikes a third of all calls when a third of it is lost', () => {
    const model = outage({ on: 'svc:s3', probability: 1 / 3 })
    expect(
      faultsOf(
        model,
        [0.33, 0.34].map((draw) => ({ arn: putObject, draw })),
      ),
    ).toEqual(['s3-outage-dns', undefined])
  })
})

describe('a brown-out', () => {
  const model = brownOut({ on: 'svc:s3', fault: 's3-outage-503', fromMs: '1s' })

  it('strikes some calls and slows the others down', () => {
    const calls: Told[] = [
      { arn: putObject, atMs: 999, draw: 0 },
      { arn: putObject, atMs: 1000, draw: 0.29 },
      { arn: putObject, atMs: 1000, draw: 0.31 },
    ]
    expect(faultsOf(model, calls)).toEqual([undefined, 's3-outage-503', undefined])
    const slow = meetOnce(model, model.begin(ORIGIN_MS), { arn: putObject, atMs: 1000, draw: 0.31 })
    expect(slow.meeting.slower).toEqual({ factor: 5 })
  })

  it('begins well, comes and goes, and is down for its share of all time', () => {
    const chain = brownOut({ on: 'svc:s3', fault: 's3-outage-503', meanUpMs: '3m', meanDownMs: '1m' })
    const at = (atMs: number, draw: number): Told => ({ arn: putObject, atMs, draw })
    expect(seenBy(chain, [at(0, 0), at(3_600_000, 0.24), at(3_600_000, 0.9), at(7_200_000, 0.26)])).toEqual([
      { down: false },
      { down: true },
      { down: true },
      { down: false },
    ])
  })

  it('wants both mean times or none', () => {
    expect(() => brownOut({ on: 'svc:s3', fault: 's3-outage-503', meanUpMs: '3m' })).toThrow(
      'brown-out: meanUpMs needs meanDownMs, too',
    )
  })
})

describe('a latency', () => {
  it('is drawn for each call, and ends an invocation at the timeout of its function', () => {
    const model = latency({ on: 'fn:resize', distribution: { kind: 'uniform', minMs: 0, maxMs: '10s' } })
    const { slower } = meetOnce(model, ORIGIN_MS, {
      arn: functionArn,
      draw: 0.4,
      function: { timeoutSeconds: 3 },
    }).meeting
    expect(slower).toMatchObject({ addMs: 4000, limit: { afterMs: 3000 } })
    expect(slower?.limit?.strike()?.definition.id).toBe('lambda-timeout')
  })

  it('follows its distribution', () => {
    const lognormal = { kind: 'lognormal', medianMs: 200, sigma: 1 } as const
    const percentiles = { kind: 'percentiles', ms: { 50: 200, 99: 3000, 100: 5000 } } as const
    expect(durationAt({ kind: 'constant', ms: 7 }, 0.3)).toBe(7)
    // e^1.6449 = 5.18, and e^1 = 2.72 at the share of one standard deviation.
    expect([0.05, 0.5, 0.8413, 0.95].map((share) => durationAt(lognormal, share))).toEqual([39, 200, 544, 1036])
    expect([0, 0.25, 0.5, 0.745, 0.99, 0.995].map((share) => durationAt(percentiles, share))).toEqual([
      0, 100, 200, 1600, 3000, 4000,
    ])
  })
})

describe('the limits of payloads', () => {
  const message = (bytes: number, day: string): Told => ({
    arn: sendMessage,
    change: { atMs: Date.parse(day), parameters: { QueueUrl: 'q', MessageBody: 'x'.repeat(bytes) } },
  })

  it('are those of the day', () => {
    const calls = [
      message(262_144, '2025-07-31T00:00:00Z'),
      message(262_145, '2025-07-31T00:00:00Z'),
      message(262_145, '2025-08-01T00:00:00Z'),
      message(1_048_577, '2025-08-01T00:00:00Z'),
    ]
    const tooLarge = 'sqs-message-too-large'
    expect(faultsOf(payloadLimits(), calls)).toEqual([undefined, tooLarge, undefined, tooLarge])
  })

  it('are those of each service on the way', () => {
    const text = 'é'.repeat(150_000)
    const sent = (arn: string, parameters: Record<string, string | { S: string }>): Told => ({
      arn,
      change: { parameters },
    })
    const calls = [
      { arn: functionArn, change: { parameters: text } },
      sent(publish, { Message: text }),
      sent(putItem, { Item: { S: text + text } }),
    ]
    expect(faultsOf(payloadLimits(), calls)).toEqual([undefined, 'sns-message-too-long', 'ddb-item-too-large'])
  })
})
