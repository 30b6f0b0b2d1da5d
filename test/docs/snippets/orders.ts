import { machine, returns } from 'aslx'
import definition from '../orders/orders.asl.json' with { type: 'json' }

/** The order flow on a good day. */
export const orders = machine(definition, { name: 'orders' }).withDefaults({
  input: { orderId: 'o-1' },
  tasks: {
    Charge: returns({ chargeId: 'ch-1' }),
    Ship: returns({ parcel: 'p-1' }, { delay: '1s' }),
    Refund: returns({}),
    Confirm: returns({ MessageId: 'm-1' }),
  },
})
