import { fault, returns } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { givenMachine, sentBy } from '../given-machine.js'

const naive = await givenMachine('08-time-limits/template.yaml')
const mended = await givenMachine('08-time-limits/template.mended.yaml')

describe('the naive repricing', () => {
  it('dies of the 15 minutes once the catalogue has grown, and no new price is in the shop', async () => {
    const run = await naive.run({ faults: [fault('15-minutes').at('Reprice')] })
    expect(run).toFail('Sandbox.Timedout', { cause: 'Task timed out after 900.00 seconds' })
    expect(run).toTake('15m')
    expect(run).toHaveEffects({ ImportPrices: 0, TellBuyers: 0 })
  })

  it('takes the 29 s of the API for a failure, while the shop goes on working', async () => {
    const run = await naive.run({ faults: [fault('29s').at('ImportPrices')] })
    expect(run).toFail('ApiGateway.504', { cause: 'Endpoint request timed out' })
    expect(run).toHaveEffects({ TellBuyers: 0 })
  })
})

describe('the mended repricing', () => {
  it('sends each article once, 200 at a time', async () => {
    const run = await mended.run()
    const batches = sentBy(run, 'Reprice') as readonly { Payload: { articles: readonly { article: string }[] } }[]
    expect(batches.map(({ Payload }) => Payload.articles.length)).toEqual([200, 200, 50])
    const articles = batches.flatMap(({ Payload }) => Payload.articles.map(({ article }) => article))
    expect(new Set(articles).size).toBe(450)
    expect(run).toHaveEffects({ Reprice: 3, ImportPrices: 1, TellBuyers: 1 })
    expect(run).toTake('46s')
  })

  it('takes no longer when the catalogue is ten times as long', async () => {
    const rows = Array.from({ length: 4500 }, (_, i) => `b-${i},9.90`)
    const s3 = { cataloguebucket: { '2030-01-07.csv': ['article,cost', ...rows].join('\n') } }
    const run = await mended.run({ s3 })
    expect(run).toHaveEffects({ Reprice: 23, ImportPrices: 1 })
    expect(run).toTake({ atMost: '2m' })
  })

  it('gives the articles of a batch that takes too long to calls of their own', async () => {
    const run = await mended.run({ faults: [fault('15-minutes').at('Reprice').item(2)] })
    expect(run).toHaveEffects({ Reprice: 2, RepriceOne: 50, LeftAtOldPrice: 0, ImportPrices: 1, TellBuyers: 1 })
    expect(run).toSucceed()
  })

  it('leaves the one article that takes too long at its old price, and says which', async () => {
    const faults = [fault('15-minutes').at('Reprice').item(2), fault('15-minutes').at('RepriceOne').item(2, 7)]
    const run = await mended.run({ faults })
    expect(run).toHaveEffects({ RepriceOne: 49, LeftAtOldPrice: 1, ImportPrices: 1 })
    expect(sentBy(run, 'LeftAtOldPrice')).toMatchObject([{ MessageBody: { article: 'a-0408' } }])
    expect(run).toSucceed()
  })

  it('asks the shop what became of the import, and does not send it twice', async () => {
    const run = await mended.run({ faults: [fault('29s').at('ImportPrices')] })
    expect(run).toCatch('ImportPrices', 'ApiGateway.504', { next: 'LetTheShopWork' })
    expect(run).toVisit('AskShop', { times: 2 })
    expect(run).toHaveEffects({ TellBuyers: 1 })
    expect(run.calls.filter(({ state }) => state === 'ImportPrices')).toHaveLength(1)
    expect(run).toSucceed()
  })

  it('fails by a name of its own when the shop has refused it', async () => {
    const run = await mended.run({
      faults: [fault('29s').at('ImportPrices')],
      tasks: { AskShop: returns({ ResponseBody: { status: 'REJECTED' }, StatusCode: 200 }) },
    })
    expect(run).toFail('Shop.ImportFailed')
    expect(run).toHaveEffects({ TellBuyers: 0 })
  })
})
