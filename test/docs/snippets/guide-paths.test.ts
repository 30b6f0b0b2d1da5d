import { errorPaths } from 'aslx'
import 'aslx/vitest'
import { describe, expect, it } from 'vitest'
import { orders } from './orders.js'

const paths = errorPaths(orders)

describe('every error path of the order flow', () => {
  it.each(paths)('%s', async (path) => {
    const run = await path.run()
    expect(run).toHaveEffects({ Ship: run.status === 'SUCCEEDED' ? 1 : 0 })
  })

  it('is one of these', async () => {
    expect(paths.map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "Charge fails Lambda.TooManyRequestsException -> Retry 0 -> succeeds",
        "Charge fails Lambda.TooManyRequestsException 3x -> Retry 0 -> succeeds",
        "Charge fails Lambda.TooManyRequestsException 4x -> Catch 1 -> Refund",
        "Charge fails Card.Declined -> Catch 0 -> Declined",
        "Charge fails Unlisted.Error -> Catch 1 -> Refund",
        "Charge times out -> Catch 1 -> Refund",
        "Ship fails Carrier.Down -> Retry 0 -> succeeds",
        "Ship fails Carrier.Down 2x -> Retry 0 -> succeeds",
        "Ship fails Carrier.Down 3x -> Catch 0 -> Refund",
        "Ship fails Unlisted.Error -> Catch 0 -> Refund",
        "Ship times out 3x -> Catch 0 -> Refund",
        "Charge fails Lambda.TooManyRequestsException 4x -> Catch 1 -> Refund; Refund fails Unlisted.Error -> Retry 0 -> succeeds",
        "Charge fails Lambda.TooManyRequestsException 4x -> Catch 1 -> Refund; Refund fails Unlisted.Error 3x -> Retry 0 -> succeeds",
        "Charge fails Lambda.TooManyRequestsException 4x -> Catch 1 -> Refund; Refund fails Unlisted.Error 4x -> execution fails",
        "Charge fails Lambda.TooManyRequestsException 4x -> Catch 1 -> Refund; Refund times out 4x -> execution fails",
        "Confirm fails Unlisted.Error -> Catch 0 -> NotTold",
        "Confirm times out -> Catch 0 -> NotTold",
      ]
    `)
    expect(await Promise.all(paths.map((path) => path.run()))).toCoverErrorPaths()
  })
})
