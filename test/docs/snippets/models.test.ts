import { bursts, concurrency, lambdaPool, machine, returns, simulate } from 'aslx'
import { expect, it } from 'vitest'

const resize = machine({
  StartAt: 'Resize',
  States: {
    Resize: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:resize', End: true },
  },
}).withDefaults({ tasks: { Resize: returns({}, { delay: '2s' }) } })

it('fails at the thousandth invocation of one instance, and works again in the next', () => {
  const leak = lambdaPool({ on: 'fn:resize', fileDescriptorLeak: 1, fileDescriptors: 999, maxLifeMs: '1d' })
  const { statuses } = simulate(resize, {
    arrivals: bursts({ every: '1m', size: 1 }),
    duration: '20h',
    scenario: { models: [leak] },
  })
  expect(statuses).toMatchObject({ SUCCEEDED: 1199, FAILED: 1 })
})

it('is throttled in a burst over what is reserved', () => {
  const { statuses } = simulate(resize, {
    arrivals: bursts({ every: '5m', size: 30 }),
    duration: '5m',
    scenario: { models: [concurrency({ on: 'fn:resize', reserved: [{ function: 'resize', concurrency: 20 }] })] },
  })
  expect(statuses).toMatchObject({ SUCCEEDED: 20, FAILED: 10 })
})
