import { TaskError, fails, hangs, returns } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'
import { orders } from './orders.js'

it('tries a carrier that is down again, after 2 and after 4 seconds', async () => {
  const run = await orders.run({
    tasks: { Ship: [fails('Carrier.Down', { times: 2 }), returns({ parcel: 'p-9' })] },
  })
  expect(run).toRetry('Ship', { times: 2, delays: ['2s', '4s'], on: 'Carrier.Down' })
  expect(run).toSucceed({ parcel: 'p-9' })
  expect(run).toTake('6s')
})

it('refunds an order that the carrier refuses', async () => {
  const run = await orders.run({ tasks: { Ship: fails('Carrier.Refused', { cause: 'a battery' }) } })
  expect(run).not.toRetry('Ship')
  expect(run).toCatch('Ship', 'Carrier.Refused', { next: 'Refund' })
  expect(run).toCall('Refund', { with: { Payload: { orderId: 'o-1' } } })
  expect(run).toFail('Order.NotShipped')
})

it('gives up on a carrier that never answers', async () => {
  const run = await orders.run({ tasks: { Ship: hangs() } })
  expect(run).toCatch('Ship', 'States.Timeout', { next: 'Refund' })
  expect(run).toTake('3m 6s')
})

it('does not ship what is not paid', async () => {
  const run = await orders.run({
    tasks: {
      Charge: (_input, { attempt }) => {
        throw new TaskError('Card.Declined', `attempt ${attempt}: no money`)
      },
    },
  })
  expect(run).toCatch('Charge', 'Card.Declined', { next: 'Declined' })
  expect(run).toHaveEffects({ Ship: 0 })
})
