import 'aslx/vitest'
import { expect, it } from 'vitest'
import { orders } from './orders.js'

it('ships an order and tells the customer', async () => {
  const run = await orders.run()
  expect(run).toSucceed({ parcel: 'p-1' })
  expect(run).toVisit('Charge', 'Ship', 'Confirm')
  expect(run).toCall('Confirm', { times: 1, with: { Message: 'Your parcel: p-1' } })
})
