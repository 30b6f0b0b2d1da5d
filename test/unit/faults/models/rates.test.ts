import { describe, expect, it } from 'vitest'
import { withTaken } from '../../../../src/faults/models/bucket.js'
import { dynamoThroughput } from '../../../../src/faults/models/dynamo-throughput.js'
import { levelAt } from '../../../../src/faults/models/load.js'
import { s3Prefix } from '../../../../src/faults/models/s3-prefix.js'
import { tokenBucket } from '../../../../src/faults/models/token-bucket.js'
import { functionArn, putObject } from '../fixtures.js'
import { faultsOf, seenBy, type Told } from './calls.js'

const createDomain = 'arn:aws:states:::aws-sdk:apigateway:createDomainName'
const putItem = 'arn:aws:states:::dynamodb:putItem'
const getObject = 'arn:aws:states:::aws-sdk:s3:getObject'

describe('a bucket of tokens', () => {
  it('is full at first, and gets a token back at its rate', () => {
    const size = { ratePerSecond: 2, burst: 2 }
    const first = withTaken(-Infinity, 0, size)
    expect(first).toBe(500)
    expect(withTaken(500, 0, size)).toBe(1000)
    expect(withTaken(1000, 0, size)).toBeUndefined()
    expect(withTaken(1000, 499, size)).toBeUndefined()
    expect(withTaken(1000, 500, size)).toBe(1500)
  })

  it('lets two custom domains through in a minute', () => {
    const model = tokenBucket({ on: 'svc:apigateway', ratePerSecond: 1 / 30, fault: 'cp-custom-domain-rate' })
    const calls = [0, 29_999, 30_000, 60_000].map((atMs) => ({ arn: createDomain, atMs }))
    expect(faultsOf(model, calls)).toEqual([undefined, 'cp-custom-domain-rate', undefined, undefined])
  })

  it('lets a call cost more than another one', () => {
    const model = tokenBucket({ on: 'svc:s3', ratePerSecond: 1, burst: 3, cost: 2, fault: 's3-slowdown' })
    const calls = [0, 0, 1000].map((atMs) => ({ arn: putObject, atMs }))
    expect(faultsOf(model, calls)).toEqual([undefined, 's3-slowdown', undefined])
  })
})

describe('a load of others', () => {
  it('takes room away while it lasts, and gives it back afterwards', () => {
    const loads = [{ perSecond: 30, fromMs: 1000, toMs: 1500 }]
    expect(levelAt(10, { fromMs: 0, toMs: 1250 }, 10, loads)).toBe(5)
    expect(levelAt(10, { fromMs: 0, toMs: 1500 }, 10, loads)).toBe(0)
    expect(levelAt(10, { fromMs: 0, toMs: 2000 }, 10, loads)).toBe(5)
    expect(levelAt(10, { fromMs: 0, toMs: 9000 }, 10, loads)).toBe(10)
  })
})

describe('prefixes of S3', () => {
  const put = (key: string, atMs: number, draw = 0.5): Told => ({
    arn: putObject,
    atMs,
    draw,
    change: { parameters: { Bucket: 'pages', Key: key } },
  })

  it('serve so many writes in a second each, and no more', () => {
    const model = s3Prefix({ writesPerSecond: 2 })
    const calls = [put('1/a', 0), put('1/b', 0), put('1/c', 0), put('2/a', 0), put('1/d', 499), put('1/e', 500)]
    const slow = 's3-slowdown'
    expect(faultsOf(model, calls)).toEqual([undefined, undefined, slow, undefined, slow, undefined])
  })

  it('are as long as they are told to be', () => {
    const model = s3Prefix({ writesPerSecond: 1, prefixDepth: 2 })
    const calls = [put('1/a/x', 0), put('1/b/x', 0), put('1/a/y', 0)]
    expect(faultsOf(model, calls)).toEqual([undefined, undefined, 's3-slowdown'])
  })

  it('serve their share of all while a report reads a whole day', () => {
    const model = s3Prefix({ background: [{ prefix: '2030-01-*', readsPerSecond: 11_000, fromMs: '1s', toMs: '9s' }] })
    const get = (atMs: number, draw: number): Told => ({ ...put('2030-01-01/a/pdf', atMs, draw), arn: getObject })
    const other: Told = { ...get(5000, 0.9), change: { parameters: { Bucket: 'pages', Key: '2029-12-31/a' } } }
    const calls = [get(999, 0.9), get(5000, 0.49), get(5000, 0.51), other, get(9999, 0.9)]
    expect(faultsOf(model, calls)).toEqual([undefined, undefined, 's3-slowdown', undefined, undefined])
  })

  it('are split when that has gone on for long enough', () => {
    const model = s3Prefix({ splitAfterMs: '30m', background: [{ prefix: '1', writesPerSecond: 4000 }] })
    const calls = [put('1/a', 1_799_999, 0.9), put('1/b', 1_800_000, 0.9), put('1/c', 1_801_000, 0.9)]
    expect(faultsOf(model, calls)).toEqual(['s3-slowdown', undefined, undefined])
    expect(seenBy(model, calls)).toMatchObject([{ partitions: 1 }, { partitions: 2 }, { partitions: 2 }])
  })

  it('throttle functions that use them, by the key in their input', () => {
    const model = s3Prefix({ on: 'fn:resize', keyAt: '/page/key', writesPerSecond: 3, writesPerCall: 2 })
    const call: Told = { arn: functionArn, change: { input: { page: { key: '1/a' } } } }
    expect(faultsOf(model, [call, call])).toEqual([undefined, 's3-slowdown-in-lambda'])
    expect(seenBy(model, [call])).toEqual([{ prefix: '/1', partitions: 1 }])
  })
})

describe('the throughput of a table', () => {
  const put = (atMs: number, bytes = 100): Told => ({
    arn: putItem,
    atMs,
    change: { parameters: { TableName: 'Orders', Item: { id: { S: 'x'.repeat(bytes) } } } },
  })

  it('has a burst of unused capacity, and then so many units a second', () => {
    const model = dynamoThroughput({ readUnits: 1, writeUnits: 1, burstSeconds: 3 })
    const throttled = 'ddb-provisioned-throughput'
    const calls = [put(0), put(0), put(0), put(0), put(999), put(1000)]
    expect(faultsOf(model, calls)).toEqual([undefined, undefined, undefined, throttled, throttled, undefined])
  })

  it('counts a unit for every KB that is written', () => {
    const model = dynamoThroughput({ readUnits: 1, writeUnits: 1 })
    const seen = seenBy(model, [put(0, 2000), { ...put(0), arn: 'arn:aws:states:::dynamodb:getItem' }])
    expect(seen).toEqual([
      { bucket: 'writes Orders', units: 2 },
      { bucket: 'reads Orders', units: 0.5 },
    ])
  })
})
