import { bursts, machine, returns, simulate, tokenBucket } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const store = (MaxAttempts: number) =>
  machine({
    StartAt: 'Store',
    States: {
      Store: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:putItem',
        Parameters: { TableName: 'orders', Item: { id: { 'S.$': '$$.Execution.Name' } } },
        Retry: [
          {
            ErrorEquals: ['DynamoDB.ThrottlingException', 'DynamoDB.ProvisionedThroughputExceededException'],
            IntervalSeconds: 1,
            BackoffRate: 2,
            MaxAttempts,
            JitterStrategy: 'FULL',
          },
        ],
        End: true,
      },
    },
  }).withDefaults({ tasks: { Store: returns({}, { delay: '50ms' }) } })

it('tries a throttled write again', async () => {
  const run = await store(6).run({ faults: ['ddb-throttle@Store.1..4'] })
  expect(run).toRetry('Store', { times: 4, delays: ['1s', '2s', '4s', '8s'] })
  expect(run).toHaveEffects({ Store: 1 })
})

const burst = { arrivals: bursts({ every: '10m', size: 40 }), duration: '10m' } as const
const bucket = tokenBucket({ on: 'svc:dynamodb', burst: 10, ratePerSecond: 2, fault: 'ddb-throttle' })

it('writes a burst of forty at the rate that there is', () => {
  const { statuses } = simulate(store(8), { ...burst, scenario: { models: [bucket] } })
  expect(statuses).toMatchObject({ SUCCEEDED: 40 })
})

it('loses most of it with one retry', () => {
  const { statuses } = simulate(store(1), { ...burst, scenario: { models: [bucket] } })
  expect(statuses['FAILED']).toBeGreaterThan(20)
})
