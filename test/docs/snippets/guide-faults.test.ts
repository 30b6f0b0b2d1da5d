import { fault } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'
import { orders } from './orders.js'

it('rides out three throttled calls', async () => {
  const run = await orders.run({ faults: [fault('throttle').at('Charge').attempts(1, 3)] })
  expect(run).toRetry('Charge', { times: 3, delays: ['1s', '2s', '4s'], on: 'Lambda.TooManyRequestsException' })
  expect(run).toSucceed()
})

it('refunds when the shipping function runs out of memory', async () => {
  const run = await orders.run({ faults: ['oom@Ship'] })
  expect(run).toCatch('Ship', 'Runtime.ExitError', { next: 'Refund' })
})

it('charges once when the charge is throttled, as the function never ran', async () => {
  const run = await orders.run({ faults: ['throttle@Charge.1'] })
  expect(run).toHaveEffects({ Charge: 1 })
  expect(run).toHaveNoDuplicates()
})

it('books two parcels when only the answer of the carrier is lost', async () => {
  const run = await orders.run({ faults: [fault('timeout').at('Ship').attempts(1).after()] })
  expect(run).toSucceed()
  expect(run).toHaveEffects({ Ship: 2 })
  expect(run).not.toHaveNoDuplicates()
})
