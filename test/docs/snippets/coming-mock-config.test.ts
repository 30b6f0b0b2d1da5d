import { loadMachine, loadMockScenario } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const orders = (await loadMachine('test/docs/orders/orders.asl.json')).withDefaults({ input: { orderId: 'o-1' } })
const file = 'test/docs/orders/MockConfigFile.json'

it('runs a test case of a MockConfigFile.json', async () => {
  const run = await orders.run(loadMockScenario(`${file}#RetryPath`, orders))
  expect(run).toRetry('Ship', { times: 2, delays: ['2s', '4s'], on: 'Carrier.Down' })
  expect(run).toSucceed({ parcel: 'p-9' })
})

it('lays faults over it', async () => {
  const run = await orders.run({ ...loadMockScenario(`${file}#HappyPath`, orders), faults: ['sns-throttle@Confirm'] })
  expect(run).toVisit('Confirm', 'NotTold')
  expect(run).toSucceed({ parcel: 'p-1' })
})
