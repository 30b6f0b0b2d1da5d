import { testState } from 'aslx'
import { expect, it } from 'vitest'
import definition from '../orders/orders.asl.json' with { type: 'json' }

it('retries a carrier that is down for the second time after 4 seconds', () => {
  const answer = testState({
    definition: JSON.stringify(definition),
    stateName: 'Ship',
    input: JSON.stringify({ orderId: 'o-1' }),
    inspectionLevel: 'DEBUG',
    mock: { errorOutput: { error: 'Carrier.Down', cause: 'no van' } },
    stateConfiguration: { retrierRetryCount: 1 },
  })
  expect(answer).toMatchObject({
    status: 'RETRIABLE',
    inspectionData: { errorDetails: { retryIndex: 0, retryBackoffIntervalSeconds: 4 } },
  })
})
