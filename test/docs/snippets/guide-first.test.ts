import { returns } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'
import { orders } from './orders.js'

it('ships an order and tells the customer', async () => {
  const run = await orders.run()
  expect(run).toSucceed({ parcel: 'p-1' })
  expect(run).toVisit('Charge', 'Ship', 'Confirm')
})

it('names the parcel that the carrier answers', async () => {
  const run = await orders.run({ tasks: { Ship: returns({ parcel: 'p-2' }) } })
  expect(run).toCall('Confirm', { times: 1, with: { Message: 'Your parcel: p-2' } })
})
