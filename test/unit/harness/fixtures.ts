import type { Json } from '../../../src/asl/json.js'
import { type Machine, untypedMachine } from '../../../src/harness/machines/machine.js'

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function'

/** A Task that calls a function of its own name. */
export function call(name: string, fields: Readonly<Record<string, Json>> = {}): Json {
  const end = Object.hasOwn(fields, 'Next') ? {} : { End: true }
  return { Type: 'Task', Resource: `${FUNCTION}:${name}`, ...end, ...fields }
}

/** Charge, then Ship, which is tried twice; a failed Ship is refunded. */
export const orders = untypedMachine(
  {
    StartAt: 'Charge',
    States: {
      Charge: call('Charge', { Next: 'Ship' }),
      Ship: call('Ship', {
        Retry: [{ ErrorEquals: ['Carrier.Down'], MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Refund' }],
        Next: 'Done',
      }),
      Refund: call('Refund', { Next: 'Done' }),
      Done: { Type: 'Succeed' },
    },
  },
  { name: 'Orders' },
)

/** A machine of Tasks that run side by side, one in each branch. */
export function sideBySide(...names: readonly string[]): Machine {
  const Branches = names.map((name) => ({ StartAt: name, States: { [name]: call(name) } }))
  return untypedMachine({ StartAt: 'P', States: { P: { Type: 'Parallel', Branches, End: true } } })
}
