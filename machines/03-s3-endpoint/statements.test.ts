import { fault, outage } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { effectsOf, givenMachine, sentBy } from '../given-machine.js'
import { workOf } from '../same-work.js'

const naive = await givenMachine('03-s3-endpoint/naive/main.tf')
const mended = await givenMachine('03-s3-endpoint/mended/main.tf')

/** S3 has no address for the first 20 minutes, for every Task that calls it. */
const fromTheStart = fault('s3-outage-dns').on('svc:s3').between(0, '20m')
/** The same 20 minutes, of which the render function hears as well; it begins when the ledger has been read. */
const underWay = outage({
  on: ['svc:s3', 'fn:statements-prod-render'],
  fault: 's3-outage-dns',
  fromMs: '1s',
  toMs: '20m',
})

describe('the naive statements', () => {
  it('end at the first call of S3, for S3.S3Exception is not the name of an outage', async () => {
    const run = await naive.run({ faults: [fromTheStart] })
    expect(run).toFail('S3.SdkClientException', { cause: 'UnknownHostException' })
    expect(run).not.toRetry('ReadLedger')
    expect(run).toTake('0s')
    expect(run).toHaveEffects({}, { exactly: true })
  })

  it('lose what is rendered when the endpoint goes away on the way', async () => {
    const run = await naive.run({ models: [underWay] })
    expect(run).toFail('S3.SdkClientException')
    expect(run).toHaveEffects({ Render: 3, StoreStatement: 0, TellPortal: 0 })
  })
})

describe('the mended statements', () => {
  it('do on a normal day what the naive ones do', async () => {
    const [before, after] = await Promise.all([naive.run(), mended.run()])
    expect(effectsOf(after)).toEqual(effectsOf(before))
    expect(after.output).toEqual(before.output)
    expect(workOf(mended, naive)).toEqual(workOf(naive))
    expect(after).toTake('4s')
  })

  it('park until S3 answers again, and then do everything once', async () => {
    const run = await mended.run({ faults: [fromTheStart] })
    expect(run).toCatch('ReadLedger', 'S3.SdkClientException', { next: 'StillWorthWaiting' })
    expect(run).toVisit('WaitForS3', { times: 4 })
    expect(run).toSucceed()
    expect(run).toTake({ atLeast: '20m', atMost: '26m' })
    expect(run).toHaveEffects({ Render: 3, StoreStatement: 3, WriteIndex: 1, TellPortal: 1 }, { exactly: true })
    expect(run).toHaveNoDuplicates()
  })

  it('back off for minutes where each account has got so far already, not all at the same moment', async () => {
    const run = await mended.run({ models: [underWay] })
    expect(run).toRetry('StoreStatement', { item: 0, on: 'S3.SdkClientException' })
    expect(run).toSucceed()
    expect(run).toTake({ atLeast: '20m', atMost: '30m' })
    expect(run).toHaveEffects({ Render: 3, StoreStatement: 3, WriteIndex: 1, TellPortal: 1 })
    const third = run.calls.filter(({ state, attempt }) => state === 'StoreStatement' && attempt === 3)
    expect(new Set(third.map(({ atMs }) => atMs)).size).toBe(3)
  })

  it('try a function again that could not reach S3, by the name that Python has for it', async () => {
    const run = await mended.run({ faults: [fault('s3-outage-dns').at('Render').between(0, '20m')] })
    expect(run).toRetry('Render', { item: 1, on: 'EndpointConnectionError' })
    expect(run).toSucceed()
    expect(sentBy(run, 'TellPortal')).toMatchObject([{ Message: '3 statements are ready' }])
  })

  it('give up when the portal does not need them any more, and say why', async () => {
    const run = await mended.run({ faults: [fault('s3-outage-dns').on('svc:s3')] })
    expect(run).toVisit('S3DidNotComeBack', { times: 1 })
    expect(run).toFail('S3.SdkClientException', { cause: 'UnknownHostException' })
    expect(run).toTake({ atLeast: '6h', atMost: '6h 10m' })
  })
})
