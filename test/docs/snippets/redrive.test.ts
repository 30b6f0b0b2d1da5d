import { fails, machine, returns } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const call = (name: string) => ({ Type: 'Task', Resource: `arn:aws:lambda:us-east-1:123456789012:function:${name}` })

const orders = machine({
  StartAt: 'Charge',
  States: { Charge: { ...call('charge'), Next: 'Ship' }, Ship: { ...call('ship'), End: true } },
})

it('ships what is paid, and charges nobody twice', async () => {
  const failed = await orders.run({ tasks: { Charge: returns({ paid: true }), Ship: fails('Carrier.Down') } })
  const redriven = await failed.redrive({ tasks: { Ship: returns({ parcel: 'p-1' }) } }, { after: '2h' })
  expect(redriven).toSucceed({ parcel: 'p-1' })
  expect(redriven).toHaveEffects({ Charge: 1 })
})
